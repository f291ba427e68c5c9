"""Three invented partnerships, drawn from a seed: the same rows on every machine and every day."""

from data.samples.illustrative.assemble import rows

__all__ = ["rows"]
