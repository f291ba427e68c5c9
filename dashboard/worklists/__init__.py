"""Lists of rows to work from, for those who may read them. A module a topic."""
