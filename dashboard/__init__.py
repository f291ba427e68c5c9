"""What to show: figures, their words and their pictures."""
