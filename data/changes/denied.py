"""Notes what somebody asked for without a right to it."""

from typing import Final

from sqlalchemy import Engine

from data.changes import audit
from data.changes.author import Author, Door
from data.engine import writing
from data.people.person import Person

LONGEST: Final = 200


def note(engine: Engine, person: Person | None, action: str, door: Door, where: str) -> None:
    """Write one line into the history: who, what they asked for, by which door, and where."""
    who = person or Person(None, "", "a stranger", "viewer")
    # An address may hold any letter, and not every database keeps all of them.
    address = "".join(letter if letter.isprintable() else "?" for letter in where[:LONGEST])
    entry = audit.Entry("denied", address, None, {"action": action}, "denied")
    with writing(engine) as connection:
        audit.record(connection, Author.by(who, door), [entry])
