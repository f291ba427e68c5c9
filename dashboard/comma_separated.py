"""A table as a CSV file that a spreadsheet opens without running anything in it."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from dashboard import units
from dashboard.views.view import Cell, Table
from data.returns.inert import inert

# Without it, a spreadsheet reads the file in the code page of its country.
BYTE_ORDER_MARK: Final = "\ufeff"


def written(title: str, lines: Iterable[tuple[str, str]], table: Table) -> bytes:
    """Return a file: the title, a few lines about the numbers, then the table.

    Args:
        title: What the table shows, in words.
        lines: What to know about the numbers: name and text.
        table: The numbers. A number is written as it is; a missing one as the screen words it,
            but a hidden one and one that is low in shorthand.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow([inert(title)])
    writer.writerows([inert(name), inert(words)] for name, words in lines)
    writer.writerow([])
    writer.writerow(inert(column) for column in table.columns)
    writer.writerows(_row(row) for row in (*table.rows, table.footer) if row)
    return (BYTE_ORDER_MARK + text.getvalue()).encode()


def bare(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> str:
    """Return rows for a program: a heading, then a line a row, and nothing besides.

    Args:
        columns: Names of the columns, in their order.
        rows: Values by column; one that is missing, or not there, is left blank.
    """
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([_plain(row.get(name)) for name in columns] for row in rows)
    return text.getvalue()


def _plain(value: Any) -> str | int | float:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return inert(", ".join(value))
    if isinstance(value, int | float):
        return value
    return "" if value is None else inert(value)


def _row(cells: Sequence[Cell]) -> list[str | int | float]:
    return [_value(cell) for cell in cells]


def _value(cell: Cell) -> str | int | float:
    if cell.figure is not None and cell.figure.status == "suppressed":
        return units.shorthand(cell.figure)
    if cell.figure is not None and cell.figure.low:
        return f"{cell.value} {units.shorthand(cell.figure)}"
    if isinstance(cell.value, int | float):
        return cell.value
    return inert(cell.text)
