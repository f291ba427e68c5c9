"""What programs are answered: the figures and rows of the pages, as plain values."""
