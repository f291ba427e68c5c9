"""The published examples: facts and sources, read from the CSV files beside this module."""

import csv
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

from data.returns.sheets import SHEETS
from data.samples.rows import Rows

FOLDER = Path(__file__).parent / "published"
# Activities stay in their file: a stored one needs a day, and the documents name none.
TABLES = ("organisation", "partnership", "membership", "agreements", "reported_figures")
DAYS = ("funded_from", "funded_to")


def rows() -> Rows:
    """Return the rows of each table, in the order in which they can be stored."""
    found = {table: list(_rows(table)) for table in TABLES}
    for partnership in found["partnership"]:
        partnership["origin"] = "published"
    return found


def _rows(table: str) -> Iterator[dict[str, Any]]:
    with (FOLDER / f"{table}.csv").open(encoding="utf-8", newline="") as lines:
        for line in csv.DictReader(lines):
            yield {name: _value(table, name, text) for name, text in line.items() if text}


def _value(table: str, name: str, text: str) -> Any:
    sheet = SHEETS.get(table)
    kind = sheet.column(name).kind if sheet and sheet.has(name) else "text"
    if kind == "date" or name in DAYS:
        return date.fromisoformat(text)
    return {"integer": int, "decimal": float}.get(kind, str)(text)
