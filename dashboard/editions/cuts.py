"""The cuts of which an edition keeps the figures, and all that a funder may ask for."""

from typing import Final

from data.selection import DIMENSIONS, Dimension

FIRST: Final[tuple[Dimension, ...]] = ("partnership", "region", "academic_year")
By = tuple[Dimension, ...]


def _cuts() -> tuple[By, ...]:
    pairs = {
        frozenset((first, other)): (first, other)
        for first in FIRST
        for other in DIMENSIONS
        if other != first
    }
    return ((), *((first,) for first in FIRST), *pairs.values())


# Each indicator by partnership, region or academic year, crossed with one other dimension at most.
CUTS: Final = _cuts()
