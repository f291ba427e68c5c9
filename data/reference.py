"""Reference tables as they stand, for who looks after them."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import Engine, func, select

from data.engine import reading
from data.returns.reference import REFERENCE
from data.schema import METADATA


def every(engine: Engine, table: str) -> Sequence[Mapping[str, Any]]:
    """Return all rows of a table, by its key."""
    stored = METADATA.tables[table]
    order = [stored.c[name] for name in REFERENCE[table].key]
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(select(stored).order_by(*order)).mappings()]


def names(engine: Engine, tables: Iterable[str]) -> dict[str, list[tuple[str, str]]]:
    """Return codes and names of what tables hold, by table; in the order of the names."""
    found: dict[str, list[tuple[str, str]]] = {}
    with reading(engine) as connection:
        for table in tables:
            stored = METADATA.tables[table]
            statement = select(stored.c.code, stored.c.name).order_by(stored.c.name)
            found[table] = [(row.code, row.name) for row in connection.execute(statement)]
    return found


def counts(engine: Engine, tables: Iterable[str]) -> dict[str, int]:
    """Return how many rows tables hold."""
    with reading(engine) as connection:
        return {
            table: connection.execute(
                select(func.count()).select_from(METADATA.tables[table])
            ).scalar_one()
            for table in tables
        }
