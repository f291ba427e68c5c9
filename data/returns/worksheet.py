"""One sheet of a workbook, read row by row."""

import re
from collections.abc import Sequence
from datetime import datetime
from math import isfinite

from data.returns.addresses import LAST_ROW, corner
from data.returns.grid import Block, Broken, Raw, RawRow, error, written
from data.returns.limits import MOST_COLUMNS
from data.returns.markup import Listener
from data.returns.package import DAMAGED
from data.returns.serials import Shown
from data.returns.strings import unescaped

NUMBER = re.compile(r"-?(\d+(\.\d*)?|\.\d+)([Ee][+-]?\d+)?", re.ASCII)
WHOLE = re.compile(r"-?\d{1,15}", re.ASCII)
UNANSWERED = Broken(
    "a formula without a result",
    "The cell holds an error: a formula without a result.",
    "Open the workbook in Excel and save it, or type the value.",
)


class EnoughError(Exception):
    """More rows were found than may be read."""


class Worksheet(Listener):
    """Hears the part that holds a sheet.

    Attributes:
        rows: Rows that hold something.
        merged: Blocks of cells that were merged into one.
        beyond: Row and column of the first value right of the columns that are read.
    """

    def __init__(
        self, strings: Sequence[Raw], shown: Sequence[Shown | None], most_rows: int
    ) -> None:
        """Begin above the first row.

        Args:
            strings: The texts that cells point to.
            shown: What numbers stand for, by style.
            most_rows: How many rows that hold something are read.
        """
        self.rows: list[RawRow] = []
        self.merged: list[Block] = []
        self.beyond: tuple[int, int] | None = None
        self._strings = strings
        self._shown = shown
        self._most_rows = most_rows
        self._row = self._column = 0
        self._cells: dict[int, Raw] = {}
        self._attributes: dict[str, str] = {}
        self._value: str | None = None
        self._parts: list[str] | None = None
        self._formula = self._reading_aid = False
        self._columns: dict[str, int] = {}
        self.begins = {
            "row": self._begin_row,
            "c": self._begin_cell,
            "f": self._begin_formula,
            "v": self._begin_text,
            "t": self._begin_text,
            "rPh": self._begin_aid,
            "mergeCell": self._merge,
        }
        self.ends = {
            "row": self._end_row,
            "c": self._end_cell,
            "v": self._end_text,
            "t": self._end_text,
            "rPh": self._end_aid,
        }

    def text(self, text: str) -> None:
        """Keep text where it belongs to a cell."""
        if self._parts is not None:
            self._parts.append(text)

    def _begin_row(self, attributes: dict[str, str]) -> None:
        number = int(attributes.get("r", self._row + 1))
        # Rows that come twice or back to front are shown by some programmes and dropped by others.
        if not self._row < number <= LAST_ROW:
            raise DAMAGED
        self._row, self._column = number, 0
        self._cells = {}

    def _end_row(self) -> None:
        filled = {at: cell for at, cell in self._cells.items() if cell is not None}
        if not filled:
            return
        if len(self.rows) >= self._most_rows:
            raise EnoughError
        last = max(filled)
        if last > MOST_COLUMNS:
            if self.beyond is None:
                self.beyond = (self._row, min(at for at in filled if at > MOST_COLUMNS))
            last = MOST_COLUMNS
        get = filled.get
        self.rows.append((self._row, tuple(map(get, range(1, last + 1)))))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self._attributes = attributes
        self._value = None
        self._formula = False
        place = attributes.get("r")
        self._column = self._column + 1 if place is None else self._column_of(place)
        if self._column in self._cells:
            raise DAMAGED

    def _end_cell(self) -> None:
        self._cells[self._column] = self._read()

    def _column_of(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        # Each column comes in every row, so each is worked out once.
        if letters not in self._columns:
            self._columns[letters] = corner(f"{letters}1")[1]
        if place[len(letters) :] != str(self._row):
            raise DAMAGED
        return self._columns[letters]

    def _begin_formula(self, _: dict[str, str]) -> None:
        self._formula = True

    def _begin_text(self, _: dict[str, str]) -> None:
        if not self._reading_aid:
            self._parts = []

    def _end_text(self) -> None:
        if self._parts is not None:
            self._value = (self._value or "") + "".join(self._parts)
            self._parts = None

    def _begin_aid(self, _: dict[str, str]) -> None:
        self._reading_aid = True

    def _end_aid(self) -> None:
        self._reading_aid = False

    def _merge(self, attributes: dict[str, str]) -> None:
        first, _, last = attributes["ref"].partition(":")
        self.merged.append((*corner(first), *corner(last or first)))

    def _read(self) -> Raw:
        """Return the value of the cell that ends."""
        value, kind = self._value, self._attributes.get("t", "n")
        if not value:
            # A formula whose result is an empty text was worked out, and is a blank.
            return UNANSWERED if self._formula and kind != "str" else None
        if kind == "s":
            return self._strings[_index(value, self._strings)]
        if kind in ("str", "inlineStr"):
            return written(unescaped(value))
        if kind == "e":
            return error(value)
        if kind == "b":
            return value.strip() in ("1", "true")
        return _moment(value) if kind == "d" else self._number(value.strip())

    def _number(self, value: str) -> Raw:
        if not NUMBER.fullmatch(value):
            raise DAMAGED
        number = int(value) if WHOLE.fullmatch(value) else float(value)
        if not isfinite(number):
            return Broken(value[:20], "This number is too large.", "Type the value again.")
        style = self._attributes.get("s")
        shown = self._shown[_index(style, self._shown)] if style and self._shown else None
        return shown(number) if shown else number


def _moment(value: str) -> Raw:
    try:
        return datetime.fromisoformat(value).replace(tzinfo=None)
    except ValueError:
        return written(value)


def _index(text: str, of: Sequence[object]) -> int:
    index = int(text)
    # A number under 0 would count from the end, and give another cell's text.
    if not 0 <= index < len(of):
        raise DAMAGED
    return index
