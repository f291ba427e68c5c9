"""Disclosure control: what readers of an edition may see of figures that count people."""
