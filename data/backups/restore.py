"""Put a backup in the place of a database: all of it or nothing, and the old one is kept."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, inspect, update

from data import migrate
from data.backups import aside, file
from data.backups.fill import fill
from data.backups.make import NUMBER, Head
from data.changes import audit, touched, version
from data.changes.author import Author
from data.engine import rebuilding
from data.schema import DATA_VERSION


@dataclass(frozen=True)
class Restored:
    """What was restored.

    Attributes:
        head: What the backup says of itself.
        rows: How many rows it holds.
        old: Where the database is that was there before; empty if there was none.
    """

    head: Head
    rows: int
    old: str


def check(path: Path) -> Head:
    """Return what a backup says of itself, once it is known to be whole and of use here.

    Raises:
        RefusedError: It is damaged, foreign, or made by a newer version of this application.
        OSError: It can't be read.
    """
    file.verify(path)
    with _begun(path) as (head, _):
        migrate.refuse_unknown(head.revision)
    return head


def restore(engine: Engine, path: Path, author: Author) -> Restored:
    """Replace the database by a backup, brought to the newest revision.

    Raises:
        RefusedError: The backup can't be used, or the database is another application's; nothing
            was changed.
        OSError: It can't be read, or the old database can't be kept.
    """
    check(path)
    with _begun(path) as (head, lines), rebuilding(engine) as connection:
        number = _number(connection)
        old = aside.set_aside(connection, f"before_restore_{author.at:%Y%m%d_%H%M%S}")
        migrate.bring(connection, head.revision)
        rows = fill(connection, lines)
        migrate.bring(connection, "head")
        _tell(connection, author, head, number)
    return Restored(head, rows, old)


@contextmanager
def _begun(path: Path) -> Iterator[tuple[Head, Iterator[Any]]]:
    """Give what a backup says of itself, and its other lines."""
    with closing(file.lines(path)) as lines:
        try:
            head = Head(**next(lines))
        except (TypeError, StopIteration) as error:
            raise file.FOREIGN from error
        yield head, lines


def _number(connection: Connection) -> int:
    if not inspect(connection).has_table(DATA_VERSION.name):
        return 0
    return connection.execute(NUMBER).scalar() or 0


def _tell(connection: Connection, author: Author, head: Head, number: int) -> None:
    """Have every reader see another state of the data, and the history say how it came about.

    Numbers of states go on from the higher of both: one that somebody keeps figures of must not
    come again with other rows.
    """
    highest = max(number, head.data_version)
    connection.execute(update(DATA_VERSION).values(number=highest))
    touched.everything(connection)
    after = {
        "number": version.bump(connection, author),
        "backup_made_at": head.made_at,
        "backup_number": head.data_version,
    }
    entry = audit.Entry(DATA_VERSION.name, "1", {"number": number}, after, "Backup restored")
    audit.record(connection, author, [entry])
