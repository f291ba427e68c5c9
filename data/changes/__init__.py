"""Changes: the only way in. Each is one transaction, audited, and raises the data version once."""
