"""The only module that runs a query for the screen, a file or the API."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any, Final

from sqlalchemy import Connection, Engine, Row, Select, select

from data.engine import reading
from data.schema import DATA_VERSION

if TYPE_CHECKING:
    import pandas as pd


# Every answer asks for it, and making a statement takes longer than what it asks.
VERSION: Final = select(DATA_VERSION.c.number, DATA_VERSION.c.updated_at, DATA_VERSION.c.updated_by)


@dataclass(frozen=True)
class Version:
    """Which state of the data was read.

    Attributes:
        number: Rises by one with each committed change.
        updated_at: When it last rose, in UTC.
        updated_by: Who made that change.
    """

    number: int
    updated_at: datetime
    updated_by: str


class Snapshot:
    """One state of the data: every statement run through it sees the same rows."""

    def __init__(self, connection: Connection) -> None:
        """Keep the connection and read the version of what it sees."""
        self._connection = connection
        self.version = Version(*connection.execute(VERSION).one())

    def rows(
        self, statement: Select[Any], values: Mapping[str, Any] | None = None
    ) -> Sequence[Row[Any]]:
        """Run a statement and return its rows, columns named as the statement names them.

        Args:
            statement: The statement.
            values: Of the parameters that it leaves open, by their names.
        """
        return self._connection.execute(statement, values).all()

    def frame(self, statement: Select[Any]) -> "pd.DataFrame":
        """Run a statement and return its rows as a frame; a missing value stays ``None``."""
        # It takes thirty megabytes of each process, and pages do without.
        import pandas as pd  # noqa: PLC0415

        result = self._connection.execute(statement)
        return pd.DataFrame(result.all(), columns=list(result.keys()), dtype=object)


def side_by_side(
    snapshots: Sequence[Snapshot], statements: Iterable[Select[Any]]
) -> Iterator[Sequence[Row[Any]]]:
    """Give the rows of many statements, in their order; each snapshot is asked one at a time.

    Args:
        snapshots: Of one state of the data.
        statements: To be asked of any of them.
    """
    free: SimpleQueue[Snapshot] = SimpleQueue()
    for snapshot in snapshots:
        free.put(snapshot)

    def ask(statement: Select[Any]) -> Sequence[Row[Any]]:
        snapshot = free.get()
        try:
            return snapshot.rows(statement)
        finally:
            free.put(snapshot)

    with ThreadPoolExecutor(len(snapshots)) as threads:
        yield from threads.map(ask, statements)


class Reader:
    """Opens the database for reading."""

    def __init__(self, engine: Engine) -> None:
        """Keep the engine; open nothing yet."""
        self._engine = engine

    def version(self) -> Version:
        """Return which state the data are in."""
        with self.snapshot() as snapshot:
            return snapshot.version

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give one state of the data for as long as the block lasts."""
        with reading(self._engine) as connection:
            yield Snapshot(connection)

    @contextmanager
    def beside(self, snapshot: Snapshot) -> Iterator[Sequence[Snapshot]]:
        """Give a snapshot and another of the same state; alone, if the data have changed since."""
        with self.snapshot() as another:
            same = another.version == snapshot.version
            yield (snapshot, another) if same else (snapshot,)
