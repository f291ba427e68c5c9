"""Backups: all that is stored, in one file that either database can be restored from."""
