"""The door for very many rows: one transaction, one entry of history, one step of the version."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from sqlalchemy import Connection, Engine, Table
from sqlalchemy.schema import CreateIndex, DropIndex

from data import bulk_insert
from data.changes import audit, touched, version
from data.changes.author import Author
from data.engine import filling
from data.returns.sheets import SHEETS
from data.schema import FACTS

# From so many rows on it pays to make the indexes anew rather than row by row.
MANY = 100_000
AT_ONCE = 20_000


@dataclass(frozen=True)
class Batch:
    """Rows of one fact table, column by column, as they are stored: days as ISO text, pence.

    Attributes:
        table: Name of the table.
        count: How many rows there are.
        columns: By name a list or an array of values, or one value for all rows. A column that is
            left out is blank.
    """

    table: str
    count: int
    columns: Mapping[str, Any]


@dataclass
class Load:
    """Rows on their way into the database.

    Attributes:
        connection: Of the transaction.
        counts: Rows added so far, by table.
    """

    connection: Connection
    author: Author
    counts: Counter[str] = field(default_factory=Counter)

    def add(self, batch: Batch) -> None:
        """Add the rows of a batch."""
        table = FACTS[batch.table]
        defaults = _defaults(table, self.author)
        unknown = batch.columns.keys() - defaults.keys()
        if unknown:
            raise KeyError(*unknown)
        columns = [batch.columns.get(name, blank) for name, blank in defaults.items()]
        for first in range(0, batch.count, AT_ONCE):
            some = [_values(column, first, batch.count) for column in columns]
            bulk_insert.write(self.connection, table, list(defaults), list(zip(*some, strict=True)))
        self.counts[batch.table] += batch.count


@contextmanager
def loading(engine: Engine, author: Author, what: str, rows: int) -> Iterator[Load]:
    """Give a load in one transaction; at its end all rows are there, or none of them.

    The rows' queries are not raised here: the next return of a partnership asks them of all its
    rows. While many rows are loaded, others may have to wait to read the tables.

    Args:
        engine: Of the database, without limits on how long a statement may take.
        author: Who loads.
        what: What is loaded, for the history.
        rows: How many rows there will be, more or less.
    """
    with filling(engine) as connection:
        version.claim(connection)
        load = Load(connection, author)
        with _indexes_anew(connection, rows):
            yield load
        entry = audit.Entry("generated", what, None, dict(load.counts), "Rows generated")
        audit.record(connection, author, [entry])
        touched.everything(connection)
        version.bump(connection, author)
        # The planner knows nothing of rows that it was never told of.
        connection.exec_driver_sql("ANALYZE")


@contextmanager
def _indexes_anew(connection: Connection, rows: int) -> Iterator[None]:
    """Do without the indexes of the fact tables within the block, where there are many rows."""
    indexes = [index for table in FACTS.values() for index in table.indexes]
    anew = indexes if rows >= MANY else []
    for index in anew:
        connection.execute(DropIndex(index))
    yield
    for index in anew:
        connection.execute(CreateIndex(index))


def _defaults(table: Table, author: Author) -> dict[str, Any]:
    """Return what a column holds where a batch says nothing, by name, in the table's order."""
    flags = {column.na_flag for column in SHEETS[table.name].columns if column.na_allowed}
    found: dict[str, Any] = {column.name: None for column in table.columns}
    del found["id"]
    stamp = author.at.isoformat(timespec="microseconds")
    return (
        found
        | dict.fromkeys(flags, 0)
        | {
            "version": 1,
            "updated_at": stamp,
            "updated_by": author.who,
        }
    )


def _values(given: Any, first: int, count: int) -> Sequence[Any]:
    """Return some values of a column, from one on."""
    if isinstance(given, list | np.ndarray):
        some = given[first : first + AT_ONCE]
        return some if isinstance(some, list) else some.tolist()
    return [given] * min(AT_ONCE, count - first)
