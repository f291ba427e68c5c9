"""CSV files, read as rows of raw cells."""

import csv
from collections.abc import Iterator
from io import StringIO
from pathlib import Path

from data.returns.grid import ERROR_VALUES, Broken, Raw, RawRow, RawSheet
from data.returns.problems import RefusedError

DELIMITERS = ",;\t"
HEADER_ROWS = 5
SAVE_AGAIN = "Save the file again as “CSV UTF-8 (comma delimited)”, or send it as .xlsx."


def read(path: Path) -> RawSheet:
    """Return the one sheet of a CSV file; its rows are numbered as Excel shows them.

    Raises:
        RefusedError: The file can't be read.
    """
    text = _text(path.read_bytes())
    try:
        return RawSheet("", list(_rows(text)))
    except csv.Error as error:
        problem = "The cells can't be told apart: a quotation mark may be opened and not closed."
        raise RefusedError(problem, SAVE_AGAIN) from error


def _text(content: bytes) -> str:
    if b"\0" in content:
        raise RefusedError("The file is neither an Excel workbook nor plain CSV.", SAVE_AGAIN)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    try:
        # Excel's plain “CSV” is written in the code page of Western Windows.
        return content.decode("cp1252")
    except UnicodeDecodeError as error:
        raise RefusedError(
            "The letters of the file are in an unknown encoding.", SAVE_AGAIN
        ) from error


def _rows(text: str) -> Iterator[RawRow]:
    lines = csv.reader(StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
    for number, cells in enumerate(lines, start=1):
        if any(cell.strip() for cell in cells):
            yield number, tuple(_raw(cell) for cell in cells)


def _delimiter(text: str) -> str:
    beginning = "\n".join(text.splitlines()[:HEADER_ROWS])
    return max(DELIMITERS, key=beginning.count)


def _raw(cell: str) -> Raw:
    if cell in ERROR_VALUES:
        return Broken(cell)
    return cell or None
