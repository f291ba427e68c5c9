"""One sheet of a workbook in plain values: a title, what it holds, and one table."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from textwrap import wrap
from typing import Final, NamedTuple

from dashboard.indicators.catalogue import Unit
from data.sums import Number

# Of columns, in characters.
WIDEST: Final = 80
NARROWEST: Final = 10


class Link(NamedTuple):
    """A cell that leads to another sheet.

    Attributes:
        sheet: Its name, which the cell shows.
    """

    sheet: str


class Valued(NamedTuple):
    """A cell with a number.

    Attributes:
        number: The number, not rounded.
        unit: What it is; nothing for one that is shown as it is.
    """

    number: Number
    unit: Unit | None = None


Cell = str | Link | Valued
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class PlainSheet:
    """A sheet.

    Attributes:
        name: On its tab; no other sheet is called so.
        title: What it shows.
        about: What is on it, in a sentence.
        columns: Headings of its table; no two are alike.
        rows: Of its table; no cell is empty.
    """

    name: str
    title: str
    about: str
    columns: tuple[str, ...]
    rows: Sequence[Row] = field(repr=False)

    @property
    def table(self) -> str:
        """What its table is called in formulas."""
        return re.sub(r"\W+", "_", self.name).lower()


def as_cell(number: Number | None, missing: str, unit: Unit | None = None) -> Cell:
    """Return the cell of a number; of one that is missing, the mark that says why."""
    return missing if number is None else Valued(number, unit)


def length(cell: Cell) -> int:
    """Return about how many characters a cell shows."""
    match cell:
        case Valued(number, _):
            return len(f"{number:,.1f}")
        case Link(sheet):
            return len(sheet)
        case text:
            return len(text)


def widths(sheet: PlainSheet) -> list[float]:
    """Return how wide each column is, in characters."""
    longest = [
        max(len(heading), *(length(cells[place]) for cells in sheet.rows))
        for place, heading in enumerate(sheet.columns)
    ]
    return [min(max(each, NARROWEST) * 1.2 + 2, WIDEST) for each in longest]


def lines(cell: Cell, room: float) -> int:
    """Return how many lines a cell takes in a column of so many characters."""
    if not isinstance(cell, str) or len(cell) <= room:
        return 1
    return len(wrap(cell, int(room)))
