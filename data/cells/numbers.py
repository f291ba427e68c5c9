"""The numbers of a cell: first how many rows it has, then what each measure comes to in it."""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

import numpy as np

from data.cells.table import Added, Whole
from data.slicing import Measure


def width(measure: Measure) -> int:
    """Return how many numbers a measure takes: what is never blank is counted alone."""
    return 3 if measure.may_be_blank else 1


def columns(measures: Iterable[Measure]) -> dict[Measure, slice]:
    """Return which numbers are of which measure."""
    found: dict[Measure, slice] = {}
    start = 1
    for measure in measures:
        found[measure] = slice(start, start + width(measure))
        start += width(measure)
    return found


def added(measure: Measure, numbers: Iterator[Whole]) -> Added:
    """Return what a measure comes to in each cell, by the numbers that are next."""
    if measure.may_be_blank:
        return Added(next(numbers), next(numbers), next(numbers))
    counted = next(numbers)
    return Added(counted, counted, np.broadcast_to(np.int32(0), counted.shape))


def whole(numbers: Sequence[Sequence[Any]]) -> Whole:
    """Return numbers as an array of whole ones.

    Raises:
        OverflowError: One of them is too large, or is no whole number.
    """
    plain = np.array(numbers, dtype=np.float64)
    found = plain.astype(np.int32)
    if (found != plain).any():
        raise OverflowError("A cell holds a number that is too large or not whole.")
    return found
