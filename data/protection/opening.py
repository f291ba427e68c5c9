"""The only lawful way to replace what the history says: an erasure, which is itself recorded.

The database refuses it otherwise. What an entry says of when, by which door and of which table
something changed can't be replaced at all, no entry can go, and no finished record can.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass

from sqlalchemy import Connection, insert, update

from data.changes import audit
from data.changes.author import Author
from data.schema import ERASURE


@dataclass(frozen=True)
class Record:
    """What is recorded of an erasure: never what was replaced.

    Attributes:
        subject: ``student``, ``practice-educator`` or ``account``.
        pseudonym: What stands in the place of what was replaced.
        reason: Why, in somebody's own words.
        organisation: Code of whose pseudonym it was, where it was one.
    """

    subject: str
    pseudonym: str
    reason: str
    organisation: str | None = None


@contextmanager
def opened(connection: Connection, author: Author, record: Record) -> Iterator[dict[str, int]]:
    """Let values of the history be replaced within the block, in the connection's transaction.

    Gives what is to say, at the end of the block, how many rows of each table were changed.
    """
    begun = {"begun_at": author.at, "by": author.who, **asdict(record)}
    statement = insert(ERASURE).values(begun).returning(ERASURE.c.id)
    number = connection.execute(statement).scalar_one()
    counts: dict[str, int] = {}
    yield counts
    finished = {"finished_at": author.at, "counts": counts}
    connection.execute(update(ERASURE).where(ERASURE.c.id == number).values(finished))
    told = {"subject": record.subject, "pseudonym": record.pseudonym, "counts": counts}
    entry = audit.Entry(ERASURE.name, str(number), None, told, record.reason)
    audit.record(connection, author, [entry])
