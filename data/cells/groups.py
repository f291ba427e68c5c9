"""Which cells are alike, so that they are added up together: in runs first, then in groups."""

from collections.abc import Sequence
from typing import Any, Final

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


def groups(joined: Numbers, rows: Numbers, shape: Sequence[int]) -> tuple[Numbers, Numbers]:
    """Return which of all possible groups there are, and the place among them of each run.

    Args:
        joined: Of each run one number that its codes come to; that is its group among all.
        rows: How many rows are in each run.
        shape: How many codes there are in each dimension.
    """
    if not shape:
        return np.zeros(1, dtype=np.int64), joined
    if np.prod(shape, dtype=np.float64) > SPARSE * len(joined):
        return np.unique(joined, return_inverse=True)
    filled = np.bincount(joined, rows, int(np.prod(shape))) > 0
    # Cells that are no more count nothing, wherever they are put.
    return np.flatnonzero(filled), np.maximum(np.cumsum(filled) - 1, 0)[joined]
