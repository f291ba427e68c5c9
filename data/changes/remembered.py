"""Files that came in: each is taken in once, and is known when it comes again."""

from dataclasses import dataclass

from sqlalchemy import Connection, insert, select, update

from data.changes.author import Author
from data.changes.outcome import Outcome
from data.returns.names import file_name
from data.returns.read import Reading
from data.schema import UPLOAD


@dataclass(frozen=True)
class File:
    """A file on its way in.

    Attributes:
        reading: What it holds.
        name: Its name.
        scope: What, besides its bytes, makes it the same as one that came before.
    """

    reading: Reading
    name: str
    scope: str


def came_before(connection: Connection, file: File) -> Outcome | None:
    """Return what to tell of a file that came before; it changes nothing a second time."""
    statement = (
        select(UPLOAD.c.when, UPLOAD.c.counts)
        .where(
            UPLOAD.c.file_hash == file.reading.digest,
            UPLOAD.c.scope == file.scope,
            UPLOAD.c.undone_at.is_(None),
        )
        .order_by(UPLOAD.c.id.desc())
    )
    former = connection.execute(statement).first()
    if former is None:
        return None
    return Outcome(
        unchanged=former.counts["accepted"],
        ignored=file.reading.ignored,
        known_since=former.when,
    )


def remember(connection: Connection, file: File, author: Author, outcome: Outcome) -> None:
    """Keep that a file came in, and what became of it."""
    complete(connection, begin(connection, file, author), outcome)


def begin(connection: Connection, file: File, author: Author) -> int:
    """Keep that a file came in, and return its number; by itself that is no change of the data."""
    made = (
        insert(UPLOAD)
        .values(
            who=author.who,
            when=author.at,
            file_hash=file.reading.digest,
            file_name=file_name(file.name),
            scope=file.scope,
            counts={},
            matching=file.reading.matching or None,
        )
        .returning(UPLOAD.c.id)
    )
    number: int = connection.execute(made).scalar_one()
    return number


def complete(connection: Connection, number: int, outcome: Outcome) -> None:
    """Keep what became of a file."""
    its_own = UPLOAD.c.id == number
    connection.execute(update(UPLOAD).where(its_own).values(counts=outcome.counts()))
