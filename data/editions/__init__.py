"""Editions: rows taken out of the data, kept under checksums, and read like the data themselves."""
