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
            "before": _plain(entry.before),
            "after": _plain(entry.after),
            "reason": entry.reason,
        }
        for entry in entries
    ]
    if rows:
        connection.execute(insert(AUDIT), rows)


def _plain(values: Mapping[str, Any] | None) -> dict[str, Any] | None:
    """Return values as JSON can hold them: days and moments as text."""
    if values is None:
        return None
    return {
        name: value.isoformat() if isinstance(value, date | datetime) else value
        for name, value in values.items()
    }
