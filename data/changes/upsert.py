"""Write a row under its key, whether it is there or not."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Table, and_, insert, update


def upsert(
    connection: Connection, table: Table, key: Mapping[str, Any], values: Mapping[str, Any]
) -> None:
    """Change the row of a key, or add it; no other change may be under way."""
    its_own = and_(*(table.c[name] == value for name, value in key.items()))
    changed = connection.execute(update(table).where(its_own).values(**values))
    if not changed.rowcount:
        connection.execute(insert(table).values(**key, **values))
