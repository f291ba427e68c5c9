"""Notes what somebody asked for without a right to it."""

from sqlalchemy import Engine

from data.changes import audit
from data.changes.author import Author
from data.engine import writing
from data.people.person import Person


def note(engine: Engine, person: Person | None, action: str, where: str) -> None:
    """Write one line into the history: who, what they asked for, and where."""
    who = person or Person(None, "", "a stranger", "viewer")
    entry = audit.Entry("denied", where[:200], None, {"action": action}, "denied")
    with writing(engine) as connection:
        audit.record(connection, Author.by(who, "form"), [entry])
