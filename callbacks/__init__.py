"""Wiring: an event comes in, an answer goes out. Each module offers ``register``."""
