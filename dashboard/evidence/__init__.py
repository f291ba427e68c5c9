"""What documents say, held against what records show."""
