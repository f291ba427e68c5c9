"""Fill the tables of a new database from a backup, and see that they hold what it says."""

from collections import Counter
from collections.abc import Iterable, Iterator
from hashlib import sha256
from itertools import islice
from typing import Any

import orjson
from sqlalchemy import Connection, MetaData, Table, func, select

from data import bulk_insert
from data.backups import file, tables
from data.backups.make import texts
from data.returns.problems import RefusedError

AT_ONCE = 5_000
UNEQUAL = RefusedError(
    "What was restored is not what the backup holds; nothing was changed.",
    "Tell whoever makes this application, with the backup at hand.",
)


def fill(connection: Connection, lines: Iterator[Any]) -> int:
    """Replace the rows that migrations brought by those of a backup; return how many these are.

    Raises:
        RefusedError: The backup does not fit the tables, or they don't hold what it says.
    """
    found = tables.found(connection)
    kept = {table.name: table for table in tables.kept(found)}
    for table in reversed(kept.values()):
        connection.execute(table.delete())
    _defer(connection, found, "DEFERRABLE INITIALLY DEFERRED")
    sums: Counter[str] = Counter()
    rows = 0
    for table, names, some in _lots(lines, kept):
        settled = tables.as_settled(table, names)
        sums[table.name] += _sum(settled(row) for row in some)
        bulk_insert.write(connection, table, names, list(map(tables.as_given(table, names), some)))
        rows += len(some)
    if any(sums[name] != _sum(texts(connection, table)) for name, table in kept.items()):
        raise UNEQUAL
    _go_on_counting(connection, kept.values())
    _defer(connection, found, "NOT DEFERRABLE")
    return rows


def _lots(
    lines: Iterator[Any], kept: dict[str, Table]
) -> Iterator[tuple[Table, list[str], list[Any]]]:
    """Give a table, names of columns in its order, and some of its rows, until none is left."""
    table: Table | None = None
    names: list[str] = []
    while some := list(islice(lines, AT_ONCE)):
        rows: list[Any] = []
        for line in some:
            if isinstance(line, list):
                rows.append(line)
                continue
            if table is not None:
                yield table, names, rows
            table, names, rows = _begin(line, kept)
        if table is None:
            raise file.FOREIGN
        yield table, names, rows


def _begin(line: Any, kept: dict[str, Table]) -> tuple[Table, list[str], list[Any]]:
    try:
        table, names = kept[line["table"]], line["columns"]
    except (KeyError, TypeError) as error:
        raise file.FOREIGN from error
    if names != table.columns.keys():
        raise file.FOREIGN
    return table, names, []


def _sum(rows: Iterable[Any]) -> int:
    """Return a sum that is the same for the same rows in any order."""
    return sum(int.from_bytes(sha256(orjson.dumps(row)).digest()) for row in rows)


def _defer(connection: Connection, found: MetaData, when: str) -> None:
    """Say when PostgreSQL looks at references within a table; SQLite looks when all is done."""
    if connection.dialect.name != "postgresql":
        return
    # What waits is looked at now: a table with work to do can't be altered.
    connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
    quote = connection.dialect.identifier_preparer.quote
    for table in found.sorted_tables:
        for link in table.foreign_key_constraints:
            if link.referred_table is table:
                altered = (
                    f"ALTER TABLE {quote(table.name)} ALTER CONSTRAINT {quote(str(link.name))}"
                )
                connection.exec_driver_sql(f"{altered} {when}")


def _go_on_counting(connection: Connection, kept: Iterable[Table]) -> None:
    """Have PostgreSQL number new rows after those that are there; SQLite does so by itself."""
    for table in kept:
        for column in table.columns:
            default: Any = column.server_default
            if default is None or "nextval" not in str(default.arg):
                continue
            if last := connection.execute(select(func.max(column))).scalar():
                sequence = func.pg_get_serial_sequence(table.name, column.name)
                connection.execute(select(func.setval(sequence, last)))
