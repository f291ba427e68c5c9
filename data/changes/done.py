"""Requests that were carried out already: however often one arrives, it is carried out once."""

from datetime import timedelta
from typing import Final

from sqlalchemy import Connection, delete, insert, select

from data.changes.author import Author
from data.changes.outcome import Outcome
from data.schema import DONE

# Nobody sends the same request again after so long.
KEPT: Final = timedelta(days=2)


def before(connection: Connection, key: str, author: Author) -> Outcome | None:
    """Return what became of a request when it came before; nothing for a new one."""
    statement = select(DONE.c.answer).where(DONE.c.key == key, DONE.c.who == author.who)
    counts = connection.execute(statement).scalar()
    if counts is None:
        return None
    return Outcome(**{name: counts[name] for name in ("new", "changed", "unchanged")})


def note(connection: Connection, key: str, author: Author, outcome: Outcome) -> None:
    """Note that a request was carried out, in the transaction that does so."""
    connection.execute(delete(DONE).where(DONE.c.at < author.at - KEPT))
    connection.execute(
        insert(DONE).values(key=key, who=author.who, at=author.at, answer=outcome.counts())
    )
