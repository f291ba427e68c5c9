"""Sample rows on their way into the tables."""

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from data.returns.sheets import SHEETS
from data.schema import FACTS, METADATA

# Rows as a person would write them: by table, a blank left out, ``n/a`` where it may stand.
Rows = Mapping[str, list[dict[str, Any]]]
NOT_APPLICABLE = "n/a"
# The database numbers these itself.
ITS_OWN = ("id", "version")


def insert_missing(connection: Connection, table: str, rows: Iterable[dict[str, Any]]) -> int:
    """Insert the rows whose key the table lacks; return how many. A row that is there stays."""
    target = METADATA.tables[table]
    key = _key(target)
    there = set(map(tuple, connection.execute(select(*(target.c[name] for name in key)))))
    missing = [_stored(target, row) for row in rows if _of(row, key) not in there]
    if missing:
        connection.execute(insert(target), missing)
    return len(missing)


def _key(table: Table) -> tuple[str, ...]:
    if table.name in SHEETS:
        return ("partnership", "owner", *SHEETS[table.name].key)
    if table.name in ("action", "commentary"):
        return ("partnership", "words")
    if table.name == "membership":
        return ("partnership_code", "organisation_code")
    return tuple(column.name for column in table.primary_key)


def _of(row: Mapping[str, Any], key: tuple[str, ...]) -> tuple[Any, ...]:
    return tuple(row.get(name) for name in key)


def _stored(table: Table, row: Mapping[str, Any]) -> dict[str, Any]:
    """Return a row with every column of the table, so that all rows go in one statement."""
    names = [column.name for column in table.columns if column.name not in ITS_OWN]
    stored = {name: None if row.get(name) == NOT_APPLICABLE else row.get(name) for name in names}
    if table.name in FACTS:
        flagged = [column for column in SHEETS[table.name].columns if column.na_allowed]
        stored |= {each.na_flag: row.get(each.name) == NOT_APPLICABLE for each in flagged}
    return stored
