"""The template: an Excel workbook that goes straight back in, with an organisation's own rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import BytesIO
from typing import Any

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_range_abs
from xlsxwriter.worksheet import Worksheet

from data.returns.cells import NA
from data.returns.sheets.declaration import Column, Sheet

LISTS = "Lists"
GUIDANCE = "Read me"
# As far down as the drop-downs reach.
ROWS = 2000
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "in_memory": True,
}
FORMATS = {
    "date": "yyyy-mm-dd",
    "integer": "0",
    "decimal": "0.##",
    "money": "0.00",
}
AS_TEXT = "@"
HOW_TO = (
    "Each sheet is one table; row 1 holds the names of the columns, and each row below is one row.",
    "Names in bold with a star in their note must be filled in. The note says what goes in.",
    "Leave a cell blank where something is not reported. 0 is a real zero. "
    "Write n/a (not applicable) only where the note allows it.",
    "Leave ref as it is: it tells which row you mean. Leave it blank for a new row.",
    "A row that you take out of the file stays stored as it is.",
    "Never enter names or other personal data: students and practice educators have pseudonyms.",
)


@dataclass(frozen=True)
class Content:
    """What a template holds.

    Attributes:
        title: Whose it is, in words.
        rows: Stored rows by sheet; a sheet without rows is there all the same.
        choices: Values to choose from, by the column's name.
    """

    title: str
    rows: Mapping[Sheet, Sequence[Mapping[str, Any]]]
    choices: Mapping[str, Sequence[str]]


def make(content: Content) -> bytes:
    """Return the template as an Excel file."""
    file = BytesIO()
    with xlsxwriter.Workbook(file, OPTIONS) as book:
        Writer(book, content).write()
    return file.getvalue()


class Writer:
    """Writes one template, sheet by sheet."""

    def __init__(self, book: Any, content: Content) -> None:
        """Keep the workbook and prepare its formats."""
        self._book = book
        self._content = content
        self._bold = book.add_format({"bold": True, "num_format": AS_TEXT})
        self._plain = book.add_format({"num_format": AS_TEXT})
        self._wrapped = book.add_format({"text_wrap": True, "valign": "top"})
        self._formats: dict[str, Format] = {}
        self._lists: dict[tuple[str, ...], str] = {}

    def write(self) -> None:
        """Write the guidance, the tables and the lists behind their drop-downs."""
        self._guidance(self._book.add_worksheet(GUIDANCE))
        tables = {sheet: self._book.add_worksheet(sheet.name) for sheet in self._content.rows}
        self._list_sheet = self._book.add_worksheet(LISTS)
        for sheet, page in tables.items():
            self._table(page, sheet)

    def _guidance(self, page: Worksheet) -> None:
        page.set_column(0, 0, 26)
        page.set_column(1, 1, 26)
        page.set_column(2, 2, 90, self._wrapped)
        page.write_string(0, 0, self._content.title, self._bold)
        row = 2
        for sentence in HOW_TO:
            page.write_string(row, 0, sentence)
            row += 1
        for sheet in self._content.rows:
            row += 1
            page.write_string(row, 0, sheet.name, self._bold)
            page.write_string(row, 2, f"One row is {sheet.meaning}.", self._bold)
            for column in sheet.columns:
                row += 1
                page.write_string(row, 1, column.name)
                page.write_string(row, 2, note(column), self._wrapped)
            row += 1

    def _table(self, page: Worksheet, sheet: Sheet) -> None:
        page.freeze_panes(1, 0)
        for at, column in enumerate(sheet.columns):
            page.set_column(at, at, max(12, len(column.name) + 2), self._format(column))
            page.write_string(0, at, column.name, self._bold if column.required else self._plain)
            page.write_comment(0, at, note(column))
            self._drop_down(page, at, column)
            for number, row in enumerate(self._content.rows[sheet], start=1):
                self._cell(page, number, at, column, row)

    def _format(self, column: Column) -> Format:
        code = FORMATS.get(column.kind, AS_TEXT)
        if code not in self._formats:
            self._formats[code] = self._book.add_format({"num_format": code})
        return self._formats[code]

    def _drop_down(self, page: Worksheet, at: int, column: Column) -> None:
        choices = tuple(column.values or self._content.choices.get(column.name, ()))
        if choices:
            # A warning can be passed over: other known names are understood as well.
            rule = {"validate": "list", "source": self._list(choices), "error_type": "warning"}
            page.data_validation(1, at, ROWS, at, rule)

    def _list(self, choices: tuple[str, ...]) -> str:
        """Write the values of a drop-down below each other, once; return where they stand."""
        if choices not in self._lists:
            at = len(self._lists)
            for row, choice in enumerate(choices):
                self._list_sheet.write_string(row, at, choice)
            last = len(choices) - 1
            self._lists[choices] = f"={LISTS}!{xl_range_abs(0, at, last, at)}"
        return self._lists[choices]

    def _cell(
        self, page: Worksheet, number: int, at: int, column: Column, row: Mapping[str, Any]
    ) -> None:
        value = row[column.name]
        if column.na_allowed and row[column.na_flag]:
            page.write_string(number, at, NA, self._format(column))
        elif value is None:
            return
        elif column.kind == "date":
            page.write_datetime(number, at, value, self._format(column))
        elif column.kind in FORMATS:
            pounds = value / 100 if column.kind == "money" else value
            page.write_number(number, at, pounds, self._format(column))
        else:
            page.write_string(number, at, str(value), self._format(column))


def note(column: Column) -> str:
    """Return what goes in a column, in words."""
    parts = ["* needed" if column.required else "may be blank", column.kind.replace("_", " ")]
    if column.values:
        parts.append("one of: " + ", ".join(column.values))
    if column.note:
        parts.append(column.note)
    if column.na_allowed:
        parts.append("n/a = not applicable")
    return "; ".join(parts)
