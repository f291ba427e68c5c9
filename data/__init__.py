"""The shared database: its tables, the one way in and the one way out."""
