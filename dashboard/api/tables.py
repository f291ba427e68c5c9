"""Rows of the returns, as programs get them: typed values under the names of the return file."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Final

from data.paged_rows import Page
from data.pounds import PENCE
from data.returns.sheets.declaration import Column, Sheet

BEFORE: Final = ("id", "partnership", "owner")
AFTER: Final = ("version",)


def columns(sheet: Sheet, seen: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of an answer: those of the sheet that are seen, and what tells rows apart.

    Behind a column that may be *not applicable* stands the one that says whether it is.
    """
    stored = (name for each in seen for name in sheet.column(each).stored_as)
    return (*BEFORE, *stored, *AFTER)


def rows(sheet: Sheet, page: Page) -> list[dict[str, Any]]:
    """Return the rows of a page; a column that is not for the reader is not there."""
    return [_row(sheet, row) for row in page.rows]


def _row(sheet: Sheet, stored: Mapping[str, Any]) -> dict[str, Any]:
    found = {name: stored[name] for name in BEFORE}
    for column in sheet.columns:
        if column.name in stored:
            found[column.name] = _value(column, stored[column.name])
        if column.na_allowed and column.na_flag in stored:
            found[column.na_flag] = stored[column.na_flag]
    return found | {name: stored[name] for name in AFTER}


def _value(column: Column, value: Any) -> str | int | float | None:
    if column.kind == "money" and value is not None:
        return float(value / PENCE)
    if isinstance(value, date):
        return value.isoformat()
    found: str | int | float | None = value
    return found
