"""Rows as the grid shows them, and as it sends them back."""

from collections.abc import Mapping
from typing import Any, Final

from dashboard.malformed import MalformedError
from data.returns.sheets.declaration import NUMBERS, Sheet
from data.returns.texts import texts

NEW: Final = "new"
DIGITS: Final = 10
Row = dict[str, Any]


def shown(sheet: Sheet, row: Mapping[str, Any]) -> Row:
    """Return a stored row as the grid shows it: numbers as numbers, so that they sort."""
    cells: Row = dict(texts(sheet, row))
    for column in sheet.columns:
        if column.kind in NUMBERS and cells[column.name] not in ("", "n/a"):
            cells[column.name] = float(cells[column.name])
    return {**cells, "id": str(row["id"]), "version": row["version"]}


def read(sent: Any) -> Row:
    """Return a row that a browser sent; whatever is none is refused.

    Raises:
        MalformedError: It is none.
    """
    if not isinstance(sent, dict):
        raise MalformedError
    number, version, once = (sent.get(name) for name in ("id", "version", "once"))
    known = isinstance(number, str) and (
        number.startswith(NEW) or (number.isascii() and number.isdecimal() and len(number) < DIGITS)
    )
    if not known or not (version is None or type(version) is int):
        raise MalformedError
    cells = {name: _text(value) for name, value in sent.items() if isinstance(name, str)}
    return {
        "id": number,
        "version": version,
        "once": once if isinstance(once, str) and once.isascii() else "",
        "cells": cells,
    }


def _text(value: Any) -> str:
    if value is None or isinstance(value, bool | list | dict):
        return ""
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
