"""What a pack says, whatever form it comes in: parts in the order of a meeting."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

from dashboard.editions import words
from dashboard.indicators.catalogue import Unit
from dashboard.views.view import Cell, Table
from dashboard.wording import PROVISIONAL
from data.definitions import Definition
from data.editions.edition import Edition
from data.selection import Selection
from data.sums import Number

Kind = Literal["bars", "stacked", "shares", "lines"]
KINDS: Final[dict[Kind, str]] = {
    "bars": "Bar chart",
    "stacked": "Bar chart of parts",
    "shares": "Bar chart of parts of the whole",
    "lines": "Line chart",
}


@dataclass(frozen=True)
class Taken:
    """A file to take away.

    Attributes:
        file: The file.
        failed: What of it could not be made, by what it is called in the file, which says so there.
    """

    file: bytes
    failed: tuple[str, ...] = ()


@dataclass(frozen=True)
class Chart:
    """A chart in plain numbers, of the rows of its part's table.

    Attributes:
        kind: What it looks like.
        columns: Places of the table's columns that it shows, a series each.
        unit: What its values are.
    """

    kind: Kind
    columns: tuple[int, ...]
    unit: Unit


@dataclass(frozen=True)
class Section:
    """One part of a pack.

    Attributes:
        heading: What it is about; tells it from all others.
        title: What it says, as a sentence without its full stop.
        subtitle: Measure, place and period.
        lines: Sentences, each with its full stop.
        table: Numbers, or words, in rows.
        chart: How the rows are drawn; nothing where the table itself is the picture.
        alt: The text alternative of the chart or table.
        notes: Definitions, sources and whatever else stands beside it.
        failed: Whether it could not be made, so that it says that alone.
    """

    heading: str
    title: str
    subtitle: str = ""
    lines: tuple[str, ...] = ()
    table: Table | None = None
    chart: Chart | None = None
    alt: str = ""
    notes: tuple[str, ...] = ()
    failed: bool = False


@dataclass(frozen=True)
class Pack:
    """What is said of an edition.

    Attributes:
        edition: The edition.
        partnerships: Names of those it is about, as far as whoever asks may read.
        selection: What every figure of it is of.
        definition: How it is put together.
        sections: Its parts, in order.
        cautions: What to know before reading any of it, a sentence each.
    """

    edition: Edition
    partnerships: tuple[str, ...]
    selection: Selection
    definition: Definition
    sections: tuple[Section, ...] = field(repr=False)
    cautions: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """What it is called, on every page of it."""
        return words.name(self.edition)

    @property
    def reader(self) -> str:
        """Whom it was put together for, as a sentence; blank for nobody in particular."""
        return f"For {self.definition.funder}." if self.definition.funder else ""

    @property
    def failed(self) -> tuple[str, ...]:
        """Headings of the parts that could not be made."""
        return tuple(each.heading for each in self.sections if each.failed)


def number(value: object) -> Number | None:
    """Return a cell's value as a chart can draw it; nothing where it is no number."""
    return value if isinstance(value, int | float) else None


def drawn(cell: Cell) -> Number | None:
    """Return what a chart draws of a cell; nothing for a count that reads nought and is not."""
    figure = cell.figure
    is_low = figure is not None and figure.low and figure.numerator is None
    return None if is_low else number(cell.value)


def is_provisional(row: Sequence[Cell]) -> bool:
    """Return whether a row holds a figure of a year that has not ended."""
    return any(cell.figure is not None and cell.figure.status == PROVISIONAL for cell in row)
