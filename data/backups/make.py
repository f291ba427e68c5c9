"""Write a backup, while others go on reading and writing."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, Select, Table, column, select, table

from data.backups import file, tables
from data.engine import reading
from data.returns.problems import RefusedError
from data.revision import STANDS_AT

NUMBER: Select[Any] = select(column("number")).select_from(table("data_version"))
AT_ONCE = 5_000


@dataclass(frozen=True)
class Head:
    """What a backup says of itself.

    Attributes:
        revision: The shape that the database had.
        made_at: When it was made, as ISO text in UTC.
        data_version: Which state of the data it holds.
    """

    revision: str
    made_at: str
    data_version: int


def make(engine: Engine, path: Path) -> tuple[Head, int]:
    """Write all rows of one moment to a new file; return what it says of itself, and their number.

    Raises:
        RefusedError: The database is empty, or there is something of that name already.
        OSError: The file can't be written.
    """
    with reading(engine) as connection:
        found = tables.found(connection)
        if STANDS_AT.name not in found.tables:
            raise RefusedError("The database is empty.", "There is nothing to back up.")
        head = Head(
            connection.execute(select(STANDS_AT.c.version_num)).scalar_one(),
            datetime.now(UTC).isoformat(timespec="seconds"),
            connection.execute(NUMBER).scalar_one(),
        )
        with file.creating(path) as write:
            write(asdict(head))
            rows = 0
            for each in tables.kept(found):
                write({"table": each.name, "columns": each.columns.keys()})
                for row in texts(connection, each):
                    write(row)
                    rows += 1
    return head, rows


def texts(connection: Connection, table: Table) -> Iterator[tuple[object, ...]]:
    """Give each row of a table as values of JSON, a few at a time."""
    convert = tables.as_text(table)
    options = {"yield_per": AT_ONCE}
    with connection.execute(select(table), execution_options=options) as rows:
        for row in rows:
            yield convert(row)
