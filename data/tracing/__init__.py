"""What stands behind one figure: its rows, as far as somebody may read them, and its returns."""
