"""The history: one entry a row that was added or changed, never taken back."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, insert

from data.changes.author import Author
from data.schema import AUDIT

UNDO: Final = "Undo of change"


@dataclass(frozen=True)
class Entry:
    """What happened to one row.

    Attributes:
        table: Name of the table.
        row: What tells the row apart, its parts joined by ``/``.
        before: The values that were replaced; ``None`` for a new row.
        after: The values that stand now.
        reason: Why, where somebody was asked.
    """

    table: str
    row: str
    before: Mapping[str, Any] | None
    after: Mapping[str, Any] | None
    reason: str | None = None


def record(connection: Connection, author: Author, entries: Iterable[Entry]) -> None:
    """Write the entries, in their order, in the transaction of the change."""
    rows = [
        {
            "when": author.at,
            "who": author.who,
            "door": author.door,
            "table": entry.table,
            "row": entry.row,
            "before": entry.before if entry.before is None else plain(entry.before),
            "after": entry.after if entry.after is None else plain(entry.after),
            "reason": entry.reason,
            "upload": author.upload,
        }
        for entry in entries
    ]
    if rows:
        connection.execute(insert(AUDIT), rows)


def plain(values: Mapping[str, Any]) -> dict[str, Any]:
    """Return values as JSON can hold them: days and moments as text."""
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in values.items()
    }


def undo_of(sequence: int) -> str:
    """Return the reason of an entry that takes another back."""
    return f"{UNDO} {sequence}"


def taken_back(reason: str | None) -> int | None:
    """Return which entry a reason takes back; nothing for a reason in somebody's own words."""
    found = re.fullmatch(f"{UNDO} ([0-9]+)", reason or "")
    return int(found[1]) if found else None
