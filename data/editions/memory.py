"""An edition's rows as a database of their own in memory, which every query can ask."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cache
from sqlite3 import Connection as SqliteConnection
from threading import RLock
from typing import Any

from sqlalchemy import (
    Column,
    Engine,
    Index,
    MetaData,
    StaticPool,
    Table,
    UniqueConstraint,
    create_engine,
    insert,
)
from sqlalchemy.schema import CreateIndex, CreateTable

from data.editions.frozen import SQLITE, Frozen
from data.reader import Reader, Snapshot
from data.schema import METADATA


class FrozenReader(Reader):
    """Reads an edition; one asks at a time, since all share one connection."""

    def __init__(self, tables: Iterable[Frozen]) -> None:
        """Put the rows in place."""
        super().__init__(_database(tables))
        self._lock = RLock()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give the one state that there is, for as long as the block lasts."""
        with self._lock, super().snapshot() as snapshot:
            yield snapshot

    @contextmanager
    def beside(self, snapshot: Snapshot) -> Iterator[Sequence[Snapshot]]:
        """Give a snapshot alone: another would ask the same connection."""
        yield (snapshot,)


def _database(tables: Iterable[Frozen]) -> Engine:
    engine = create_engine(
        "sqlite://",
        poolclass=StaticPool,
        connect_args={"check_same_thread": False},
        # Nothing is ever written, so that there is nothing to begin or to take back.
        isolation_level="AUTOCOMMIT",
        pool_reset_on_return=None,
    )
    bare = _without_rules()
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        for table in bare.tables.values():
            connection.execute(CreateTable(table))
        for each in tables:
            _fill(driver, bare, each)
        for table in bare.tables.values():
            for index in table.indexes:
                connection.execute(CreateIndex(index))
        driver.execute("PRAGMA query_only=ON")
    return engine


@cache
def _without_rules() -> MetaData:
    """Return the tables of today without the rules for new rows: old ones may not meet them."""
    bare = MetaData()
    for table in METADATA.tables.values():
        made = Table(table.name, bare, *map(_bare, table.columns))
        for number, names in enumerate(_looked_up_by(table)):
            Index(f"ix_{table.name}_{number}", *(made.c[name] for name in names))
    return bare


def _bare(column: Column[Any]) -> Column[Any]:
    default = column.server_default
    return Column(column.name, column.type, primary_key=column.primary_key, server_default=default)


def _looked_up_by(table: Table) -> Iterator[list[str]]:
    """Yield the columns of each index, and those that tell rows apart."""
    for index in table.indexes:
        if not index.unique:
            yield [column.name for column in index.columns]
    for constraint in table.constraints:
        if isinstance(constraint, UniqueConstraint):
            yield [column.name for column in constraint.columns]


def _fill(driver: SqliteConnection, bare: MetaData, frozen: Frozen) -> None:
    """Insert the rows of a table, in the columns that there still are."""
    table = bare.tables.get(frozen.name)
    if table is None:
        return
    names = [column.name for column in table.columns if column.name in frozen.columns]
    statement = str(insert(table).compile(dialect=SQLITE, column_keys=names))
    places = [frozen.columns.index(name) for name in names]
    same = places == list(range(len(frozen.columns)))
    rows = frozen.rows if same else ([row[place] for place in places] for row in frozen.rows)
    driver.executemany(statement, rows)
