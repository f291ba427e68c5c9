"""Returns: what partners send, how it is read, checked and previewed."""
