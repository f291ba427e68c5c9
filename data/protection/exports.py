"""Which files people took out of the service, and when."""

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Final

from sqlalchemy import Engine, Row, insert, select

from data.engine import reading, writing
from data.people.person import Person
from data.schema import DATA_VERSION, EXPORT

LONGEST: Final = 2000
STRANGER: Final = "a stranger"


@dataclass(frozen=True)
class Taken:
    """A file or an answer on its way out.

    Attributes:
        address: Path and query that it was asked for by; they say what is in it.
        size: How many bytes it has, where that is known.
    """

    address: str
    size: int | None


def note(engine: Engine, person: Person | None, taken: Taken) -> None:
    """Record that somebody takes a file."""
    who = (person.email or person.name) if person else STRANGER
    # An address may hold any letter, and not every database keeps all of them.
    printable = (letter if letter.isprintable() else "?" for letter in taken.address[:LONGEST])
    state = select(DATA_VERSION.c.number).scalar_subquery()
    values = {"at": datetime.now(UTC), "who": who, "address": "".join(printable)}
    with writing(engine) as connection:
        statement = insert(EXPORT).values(**values, data_version=state, bytes=taken.size)
        connection.execute(statement)


def latest(engine: Engine, most: int) -> list[Row[Any]]:
    """Return the latest records, newest first."""
    statement = select(EXPORT).order_by(EXPORT.c.id.desc()).limit(most)
    with reading(engine) as connection:
        return list(connection.execute(statement).all())
