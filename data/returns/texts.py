"""A stored row as text: what somebody would type to say the same."""

from collections.abc import Mapping
from typing import Any

from data.returns.cells import NA
from data.returns.sheets.declaration import Column, Sheet


def texts(sheet: Sheet, row: Mapping[str, Any]) -> dict[str, str]:
    """Return a row's cells by column, those that it lacks left out."""
    return {column.name: text(column, row) for column in sheet.columns if column.name in row}


def text(column: Column, row: Mapping[str, Any]) -> str:
    """Return one cell of a row."""
    value = row[column.name]
    if column.na_allowed and row.get(column.na_flag):
        return NA
    if value is None:
        return ""
    if column.kind == "money":
        return f"{value / 100:.2f}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
