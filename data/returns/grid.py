"""What a file holds before anything is understood: sheets, rows and raw cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from data.returns.addresses import address
from data.returns.limits import MOST_CHARACTERS
from data.returns.names import trimmed
from data.returns.sheets.declaration import Sheet

ERROR_VALUES = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)


@dataclass(frozen=True)
class Broken:
    """A cell that has no value to go by.

    Attributes:
        text: What stands there, as far as it can be shown.
        problem: What is wrong with it.
        fix: What to do about it.
    """

    text: str
    problem: str
    fix: str


Raw = str | int | float | bool | datetime | Broken | None
RawRow = tuple[int, tuple[Raw, ...]]
# The corners of a block of cells: first row, first column, last row, last column, from 1 on.
Block = tuple[int, int, int, int]


@dataclass(frozen=True)
class RawSheet:
    """A sheet as the file has it.

    Attributes:
        title: As the file names it; empty in a CSV file.
        rows: Rows that hold something, each with its number as Excel shows it.
        merged: Blocks of cells that were merged into one.
        beyond: Row and column of the first value right of the columns that are read.
    """

    title: str
    rows: list[RawRow] = field(default_factory=list)
    merged: tuple[Block, ...] = ()
    beyond: tuple[int, int] | None = None


@dataclass(frozen=True)
class Grid:
    """A sheet whose header was understood.

    Attributes:
        sheet: The declaration that it follows.
        positions: Where each column of the declaration stands, counted from 0.
        rows: The rows below the header.
    """

    sheet: Sheet
    positions: Mapping[str, int] = field(default_factory=dict)
    rows: list[RawRow] = field(default_factory=list)

    def address(self, column: str, row: int) -> str:
        """Return the Excel address of a cell; empty for a column that the file lacks."""
        at = self.positions.get(column)
        return "" if at is None else address(at, row)


def is_blank(raw: Raw) -> bool:
    """Return whether a cell holds nothing, or nothing that can be seen."""
    return raw is None or (isinstance(raw, str) and not trimmed(raw))


def error(text: str) -> Broken:
    """Return what an error value of a spreadsheet reads as."""
    return Broken(
        text, f"The cell holds an error: {text}.", "Correct the formula, or type the value."
    )


def written(text: str) -> Raw:
    """Return what a cell of text reads as: nothing, an error value, or the text."""
    if len(text) > MOST_CHARACTERS:
        return Broken(
            text[:MOST_CHARACTERS],
            f"This has {len(text):,} characters, more than {MOST_CHARACTERS:,}.",
            f"Shorten it to {MOST_CHARACTERS:,} characters.",
        )
    seen = trimmed(text)
    return error(seen) if seen in ERROR_VALUES else text if seen else None
