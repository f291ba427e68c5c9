"""The header of a sheet: which columns stand where, and where it stands again."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from data.returns.grid import Raw, RawRow
from data.returns.names import closest, normal

# So many names of columns in a row make it a header, so many values above one make it a row.
FEW = 3


@dataclass(frozen=True)
class Header:
    """The row that names the columns.

    Attributes:
        number: Its number.
        cells: What stands in it.
        known: Names of columns, by where they stand, counted from 0.
        unknown: Headings that mean nothing here, alike.
        possible: The names of all columns that may stand there.
        by_hand: Whether somebody said which column is which.
    """

    number: int
    cells: tuple[Raw, ...]
    known: Mapping[int, str]
    unknown: Mapping[int, str]
    possible: tuple[str, ...]
    by_hand: bool = False

    @cached_property
    def positions(self) -> dict[str, int]:
        """Where each column stands; the first place of one that stands twice."""
        return {name: at for at, name in reversed(list(self.known.items()))}

    @property
    def headed(self) -> Mapping[int, str]:
        """What stands over each column that has a heading, known or not."""
        return {**self.unknown, **{at: str(self.cells[at]) for at in self.known}}

    @cached_property
    def lacking(self) -> list[str]:
        """The columns that may stand there and don't."""
        return [name for name in self.possible if name not in self.positions]

    @cached_property
    def close(self) -> dict[int, str]:
        """Columns that are lacking, by where a heading stands that comes close to their name."""
        left = [] if self.by_hand else list(self.lacking)
        found = {}
        for at, heading in self.unknown.items():
            if meant := closest(heading, left):
                left.remove(meant)
                found[at] = meant
        return found

    def again(self, rows: Sequence[RawRow]) -> int | None:
        """Return the number of the first row that is a header again, if any is."""
        written = {cell for cell in self.cells if isinstance(cell, str)} | set(self.possible)
        for number, cells in rows:
            # Almost no row holds any of the words, and that is quick to see.
            if not written.isdisjoint(cells) and self._repeated(cells):
                return number
        return None

    def _repeated(self, cells: Sequence[Raw]) -> bool:
        names = {normal(cell) for cell in cells if isinstance(cell, str)}
        return len(names & self._names) >= min(FEW, len(self.positions))

    @cached_property
    def _names(self) -> set[str]:
        return {normal(name) for name in (*self.possible, *(self.cells[at] for at in self.known))}
