"""The history: one entry a row that was added or changed, never taken back."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert

from data.changes.author import Author
from data.schema import AUDIT


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
