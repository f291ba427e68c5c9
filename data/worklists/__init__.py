"""Rows that wait for somebody, as far as whoever asks may read them. A module a topic."""
