"""What a file holds before anything is understood: sheets, rows and raw cells."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, time, timedelta

from openpyxl.utils import get_column_letter

from data.returns.sheets.declaration import Sheet

MOST_COLUMNS = 60
MOST_CHARACTERS = 2000


@dataclass(frozen=True)
class Broken:
    """A cell whose value is an error, or a formula that was never worked out."""

    text: str


Raw = str | int | float | bool | date | time | timedelta | Broken | None
RawRow = tuple[int, tuple[Raw, ...]]

ERROR_VALUES = frozenset(
    {"#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NULL!", "#NUM!", "#SPILL!", "#CALC!"}
)


@dataclass(frozen=True)
class Limits:
    """How much may come in at once; ``None`` is no limit.

    Attributes:
        bytes: Size of the file.
        rows: Rows of a sheet.
    """

    bytes: int | None = None
    rows: int | None = None


NO_LIMITS = Limits()
UPLOAD = Limits(bytes=5 * 1024 * 1024, rows=5000)


@dataclass(frozen=True)
class RawSheet:
    """A sheet as the file has it.

    Attributes:
        title: As the file names it; empty in a CSV file.
        rows: Rows that hold something, each with its number as Excel shows it.
    """

    title: str
    rows: list[RawRow]


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


def address(position: int, row: int) -> str:
    """Return the Excel address of the cell at a position counted from 0."""
    return f"{get_column_letter(position + 1)}{row}"
