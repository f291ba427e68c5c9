"""Editions: made from the data, looked at like the data, compared and verified."""
