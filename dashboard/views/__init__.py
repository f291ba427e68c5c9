"""The charts and tables of each page: what each asks, and how its answer is drawn."""
