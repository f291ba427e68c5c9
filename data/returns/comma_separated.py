"""CSV files, read as rows of raw cells."""

import csv
import re
from collections.abc import Collection, Iterable, Iterator
from typing import BinaryIO, TextIO

from data.returns.encodings import SAVE_AGAIN, opened, unreadable
from data.returns.grid import Broken, Raw, RawRow, RawSheet, is_blank, written
from data.returns.inert import as_meant
from data.returns.kinds import EMPTY
from data.returns.limits import HEADER_ROWS, MOST_COLUMNS
from data.returns.names import normal
from data.returns.problems import RefusedError

DELIMITERS = ",;\t"
# Excel's own way to say what stands between the cells.
SAID = re.compile(r'"?sep=([,;\t])"?[\r\n]*', re.IGNORECASE)
# Where semicolons part the cells, a comma may part pounds from pence.
ONE_COMMA = re.compile(r"\s*-?\d{1,3},\d{3}\s*", re.ASCII)
# So many delimiters in a line of a text are cells of rows, which a quotation mark swallowed.
MANY = 3


def read(file: BinaryIO, headings: Collection[str], most_rows: int) -> RawSheet:
    """Return the one sheet of a CSV file; its rows are numbered as Excel shows them.

    Args:
        file: The file, open at its beginning.
        headings: Names of columns that may be expected, as ``names.normal`` writes them.
        most_rows: How many rows that hold something are read.

    Raises:
        RefusedError: The file can't be read.
    """
    text = opened(file)
    try:
        found = _read(text, headings, most_rows)
        # The file is not to be closed with what read it as text.
        text.detach()
    except UnicodeDecodeError as error:
        text.detach()
        raise unreadable(file) from error
    return found


def _read(text: TextIO, headings: Collection[str], most_rows: int) -> RawSheet:
    delimiter = _delimiter(text, headings)
    rows: list[RawRow] = []
    beyond = None
    for number, cells in Lines(text, delimiter):
        if len(rows) >= most_rows:
            break
        further = [
            at
            for at, cell in enumerate(cells[MOST_COLUMNS:], MOST_COLUMNS + 1)
            if not is_blank(cell)
        ]
        if further and beyond is None:
            beyond = (number, further[0])
        rows.append((number, tuple(_raw(cell, delimiter) for cell in cells[:MOST_COLUMNS])))
    if not rows:
        raise EMPTY
    return RawSheet("", rows, beyond=beyond)


def _delimiter(text: TextIO, headings: Collection[str]) -> str:
    """Return what parts the cells, and leave the file where its rows begin."""
    start = text.tell()
    beginning = [text.readline() for _ in range(HEADER_ROWS)]
    text.seek(start)
    if said := SAID.fullmatch(beginning[0]):
        text.readline()
        return said[1]

    def fits(delimiter: str) -> tuple[int, int]:
        cells = [[normal(cell).strip('"') for cell in line.split(delimiter)] for line in beginning]
        return max(sum(cell in headings for cell in line) for line in cells), max(map(len, cells))

    return max(DELIMITERS, key=fits)


class Lines:
    """The rows of a CSV file that hold something, each with its number."""

    def __init__(self, text: TextIO, delimiter: str) -> None:
        """Begin where the text stands."""
        self._text = text
        self._delimiter = delimiter
        self._fullest = 0
        self._last = ""

    def __iter__(self) -> Iterator[tuple[int, list[str]]]:
        """Give each row."""
        number = 0
        try:
            for cells in csv.reader(self._lines(), delimiter=self._delimiter, strict=True):
                number += 1
                if not all(map(is_blank, cells)):
                    self._fullest = max(self._fullest, len(cells))
                    self._refuse_swallowed(number, cells)
                    self._refuse_cut_off(number, cells)
                    yield number, cells
        except csv.Error as error:
            raise RefusedError(
                f"The cells of row {number + 1} can't be told apart: a quotation mark may be "
                "opened and not closed, or a cell is far too long.",
                SAVE_AGAIN,
            ) from error

    def _lines(self) -> Iterable[str]:
        for number, line in enumerate(self._text, start=1):
            if "\0" in line:
                raise RefusedError(
                    f"Line {number} holds a character that no text has: this may be no CSV file.",
                    SAVE_AGAIN,
                )
            self._last = line
            yield line

    def _refuse_swallowed(self, number: int, cells: list[str]) -> None:
        few = max(MANY, self._fullest - 1)
        broken = (cell for cell in cells if "\n" in cell or "\r" in cell)
        lines = (line for cell in broken for line in cell.splitlines())
        if any(line.count(self._delimiter) >= few for line in lines):
            raise RefusedError(
                f"A cell of row {number} holds whole rows: a quotation mark may be opened "
                "and not closed.",
                SAVE_AGAIN,
            )

    def _refuse_cut_off(self, number: int, cells: list[str]) -> None:
        # Only the last line of a file may lack its end.
        if not self._last.endswith(("\n", "\r")) and len(cells) < self._fullest:
            raise RefusedError(
                f"Row {number}, the last one, ends in the middle: the file may have been cut off.",
                "Send the whole file; if it is whole, end it with a line break.",
            )


def _raw(cell: str, delimiter: str) -> Raw:
    if delimiter == ";" and ONE_COMMA.fullmatch(cell):
        return Broken(
            cell,
            "The comma may stand for thousands or for decimals.",
            "Write the number without a comma, like 1200 or 1.2.",
        )
    return written(as_meant(cell))
