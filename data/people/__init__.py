"""The people who use the service: who they are and how far they reach."""
