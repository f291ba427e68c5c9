"""Which cells are alike, so that they are added up together: in runs first, then in groups."""

from collections.abc import Sequence
from typing import Any, Final, NamedTuple

import numpy as np
import numpy.typing as npt

Numbers = npt.NDArray[Any]

# Where there could be so many more groups than cells, the cells are sorted rather than all groups
# counted through.
SPARSE: Final = 8
# Runs of fewer cells than that, on average, are not worth adding up by themselves.
SHORT: Final = 2


def begins(joined: Numbers) -> Numbers | slice:
    """Return where runs of cells that are alike begin; all cells, where runs are short.

    Cells come part by part, so that most of what is asked for is alike in many at a stretch; to add
    up those first is much quicker than to look up the group of each.
    """
    differs = np.ones(len(joined), dtype=bool)
    differs[1:] = joined[1:] != joined[:-1]
    starts = np.flatnonzero(differs)
    return starts if len(starts) * SHORT < len(joined) else slice(None)


def of_runs(numbers: Numbers, starts: Numbers | slice) -> Numbers:
    """Return what numbers of cells come to in each run.

    Args:
        numbers: Of each cell.
        starts: Where runs begin.
    """
    if isinstance(starts, slice):
        return numbers
    return np.add.reduceat(numbers, starts, dtype=np.result_type(numbers, np.int64))


class Alike(NamedTuple):
    """Which runs are alike: their groups.

    Attributes:
        there: Those that there are, each as the number that its codes come to.
        numbers: Of each run the number of its group.
        size: How many numbers of groups there are.
        places: Which of those numbers are of the groups that are there.
    """

    there: Numbers
    numbers: Numbers
    size: int
    places: Numbers | slice

    def together(self, runs: Numbers) -> Numbers:
        """Return what numbers of runs come to in each group that is there."""
        return np.bincount(self.numbers, runs, self.size)[self.places]


def alike(joined: Numbers, rows: Numbers, shape: Sequence[int]) -> Alike:
    """Return which of all possible groups there are, and the group of each run.

    Args:
        joined: Of each run one number that its codes come to; that is its group among all.
        rows: How many rows are in each run.
        shape: How many codes there are in each dimension.
    """
    if not shape:
        return Alike(np.zeros(1, dtype=np.int64), joined, 1, slice(None))
    if np.prod(shape, dtype=np.float64) > SPARSE * len(joined):
        there, numbers = np.unique(joined, return_inverse=True)
        return Alike(there, numbers, len(there), slice(None))
    count = int(np.prod(shape))
    # Cells that are no more make no group, wherever they are put.
    there = np.flatnonzero(np.bincount(joined, rows, count))
    return Alike(there, joined, count, there)
