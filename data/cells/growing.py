"""Arrays that cells can be put into and taken out of, without moving the others each time."""

from typing import NamedTuple

import numpy as np

from data.cells.groups import Numbers
from data.cells.table import Whole

SMALLEST = 1024
# Nearly all codes and numbers are so small that half the memory will do.
SMALL, LARGE = np.dtype(np.int16), np.dtype(np.int32)
# Above so large a share of cells that are no more, those that are move together.
TOO_MANY_GONE = 0.25


class Cells(NamedTuple):
    """Some cells, a column each.

    Attributes:
        codes: A row a dimension.
        numbers: A row a number; the first is never nought.
    """

    codes: Whole
    numbers: Whole

    def at(self, places: Numbers) -> "Cells":
        """Return a copy of those at some places."""
        return Cells(self.codes[:, places], self.numbers[:, places])

    def in_order(self) -> "Cells":
        """Return them in the order of their codes, so that the same cells are always alike."""
        return self.at(np.lexsort(self.codes))


class Growing:
    """Two arrays with a column a cell: its codes and its numbers."""

    def __init__(self, codes: int, numbers: int) -> None:
        """Begin empty, with so many codes and numbers a cell."""
        self._codes: Whole = np.zeros((codes, SMALLEST), dtype=SMALL)
        self._numbers: Whole = np.zeros((numbers, SMALLEST), dtype=SMALL)
        self._end = 0
        self._gone = 0

    @property
    def height(self) -> int:
        """How many numbers a cell has."""
        return len(self._numbers)

    @property
    def codes(self) -> Whole:
        """A row a dimension, a column a cell."""
        return self._codes[:, : self._end]

    @property
    def numbers(self) -> Whole:
        """A row a number, a column a cell; all are nought where the cell is no more."""
        return self._numbers[:, : self._end]

    def at(self, places: Numbers) -> Cells:
        """Return a copy of the cells at some places."""
        return Cells(self.codes, self.numbers).at(places)

    def put(self, codes: Whole, numbers: Whole) -> None:
        """Add cells.

        Args:
            codes: A row a dimension, a column a cell.
            numbers: A row a number, a column a cell; the first is never nought.
        """
        size = codes.shape[1]
        self._make_room(size)
        self._codes = _fit_for(codes, self._codes)
        self._numbers = _fit_for(numbers, self._numbers)
        added = slice(self._end, self._end + size)
        self._codes[:, added], self._numbers[:, added] = codes, numbers
        self._end += size

    def drop(self, places: Numbers) -> None:
        """Take out the cells at some places, as far as they are there."""
        self._gone += int(np.count_nonzero(self._numbers[0, places]))
        self._numbers[:, places] = 0

    def fit(self) -> None:
        """Give up room that nothing needs for now."""
        self._codes = self._codes[:, : self._end].copy()
        self._numbers = self._numbers[:, : self._end].copy()

    def _make_room(self, size: int) -> None:
        if self._gone > SMALLEST and self._gone > self._end * TOO_MANY_GONE:
            self._close_up()
        needed = self._end + size
        if needed > self._codes.shape[1]:
            room = max(needed, self._codes.shape[1] * 3 // 2)
            self._codes = _wider(self._codes, room)
            self._numbers = _wider(self._numbers, room)

    def _close_up(self) -> None:
        place = np.flatnonzero(self.numbers[0])
        self._end, self._gone = len(place), 0
        self._codes[:, : self._end] = self._codes[:, place]
        self._numbers[:, : self._end] = self._numbers[:, place]


def _wider(array: Whole, room: int) -> Whole:
    found = np.zeros((array.shape[0], room), dtype=array.dtype)
    found[:, : array.shape[1]] = array
    return found


def _fit_for(numbers: Whole, array: Whole) -> Whole:
    """Return an array that can hold some numbers; itself, as long as they are small."""
    least, most = np.iinfo(array.dtype).min, np.iinfo(array.dtype).max
    fits = numbers.min(initial=0) >= least and numbers.max(initial=0) <= most
    return array if fits else array.astype(LARGE)
