"""A file that is no return: the workforce that the Department for Education publishes."""
