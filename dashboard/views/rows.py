"""The rows of a table that is longer than what most readers see of it."""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar, overload

from dashboard.views.view import Cell

Row = TypeVar("Row")
Cells = tuple[Cell, ...]


class Rows(Sequence[Cells], Generic[Row]):
    """Rows that become cells when somebody looks at them: a page shows the first, a file all."""

    def __init__(self, rows: Sequence[Row], cells: Callable[[Row], Cells]) -> None:
        """Keep what the rows are made of, and how; make none yet."""
        self._rows = rows
        self._cells = cells
        self._made: dict[int, Cells] = {}

    def __len__(self) -> int:
        """Return how many rows there are, made or not."""
        return len(self._rows)

    @overload
    def __getitem__(self, place: int) -> Cells: ...

    @overload
    def __getitem__(self, place: slice) -> tuple[Cells, ...]: ...

    def __getitem__(self, place: int | slice) -> Cells | tuple[Cells, ...]:
        """Return the cells of a row, or of several."""
        places = range(len(self))[place]
        if isinstance(places, int):
            return self._at(places)
        return tuple(self._at(each) for each in places)

    def _at(self, place: int) -> Cells:
        if place not in self._made:
            self._made[place] = self._cells(self._rows[place])
        return self._made[place]
