"""Excel workbooks, read as rows of raw cells."""

import re
import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any
from zipfile import ZipFile

from defusedxml.ElementTree import iterparse
from openpyxl import load_workbook
from openpyxl.utils.cell import coordinate_to_tuple

from data.returns.grid import ERROR_VALUES, MOST_COLUMNS, Broken, Raw, RawRow, RawSheet
from data.returns.problems import RefusedError

LAST_ROW = 1_048_576
FORMULA = re.compile(rb"<(?:\w+:)?f[\s/>]")
BLOCK = 1 << 20
UNANSWERED = Broken("a formula without a result")
BROKEN_FILE = RefusedError(
    "The workbook is damaged or is no Excel workbook.",
    "Open it in Excel, save it again as .xlsx and send that file.",
)


def read(path: Path) -> list[RawSheet]:
    """Return the sheets of a workbook, hidden ones too.

    Raises:
        RefusedError: The file can't be read.
    """
    try:
        with warnings.catch_warnings():
            # What Excel's extras are lost in reading does not matter to the cells.
            warnings.simplefilter("ignore")
            return list(_sheets(path))
    except Exception as error:
        # A damaged workbook can fail in any way at all; whichever it was, the file is at fault.
        raise BROKEN_FILE from error


def _sheets(path: Path) -> Iterator[RawSheet]:
    with path.open("rb") as file, ZipFile(file) as archive:
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
        worksheets: list[Any] = book.worksheets
        for sheet in worksheets:
            with archive.open(sheet._worksheet_path) as part:
                unanswered = _unanswered(part)
            # The size that a file states may be wrong; its rows are not.
            sheet.reset_dimensions()
            cells = sheet.iter_rows(
                min_row=1, max_row=LAST_ROW, max_col=MOST_COLUMNS + 1, values_only=True
            )
            yield RawSheet(sheet.title, list(_rows(cells, unanswered)))


def _rows(cells: Any, unanswered: set[tuple[int, int]]) -> Iterator[RawRow]:
    marked = {row for row, _ in unanswered}
    for number, values in enumerate(cells, start=1):
        if number in marked:
            yield (
                number,
                tuple(
                    UNANSWERED if (number, column) in unanswered else _mark(value)
                    for column, value in enumerate(values, start=1)
                ),
            )
        # A stray cell far below makes a million blank rows: passing over them must be quick.
        elif values.count(None) < len(values):
            yield number, tuple(map(_mark, values))


def _mark(value: Any) -> Raw:
    is_error = isinstance(value, str) and value in ERROR_VALUES
    return Broken(value) if is_error else value


def _unanswered(part: IO[bytes]) -> set[tuple[int, int]]:
    """Return row and column of formulas without a stored result, which would read as blanks."""
    if not _has_formula(part):
        return set()
    part.seek(0)
    found = set()
    for _, element in iterparse(part):
        kind = element.tag.rpartition("}")[2]
        if kind == "c" and _is_unanswered(element):
            found.add(coordinate_to_tuple(element.get("r", "A1")))
        if kind == "row":
            element.clear()
    return found


def _has_formula(part: IO[bytes]) -> bool:
    tail = b""
    while block := part.read(BLOCK):
        if FORMULA.search(tail + block):
            return True
        tail = block[-BLOCK // 1024 :]
    return False


def _is_unanswered(cell: Any) -> bool:
    inside = {child.tag.rpartition("}")[2]: child for child in cell}
    if "f" not in inside:
        return False
    stored = inside.get("v")
    # A result that is an empty text was worked out, and is a blank.
    return cell.get("t") != "str" and (stored is None or not stored.text)
