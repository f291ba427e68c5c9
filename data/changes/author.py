"""Who makes a change, when, and through which door."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

from data.people.person import OPERATOR, Person

Door = Literal["form", "grid", "paste", "file", "command", "system"]


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Author:
    """Whoever makes one change.

    Attributes:
        who: What the history calls them: the address of an account, or a part of the service.
        door: The way in that was used.
        at: The moment of the change, the same for each of its rows.
        person: Whose rights count.
        shown: What readers are told, where that is not ``who``: the name of an organisation, say.
        upload: The file that the change comes in, if it does.
    """

    who: str
    door: Door
    at: datetime = field(default_factory=_now)
    person: Person = OPERATOR
    shown: str = ""
    upload: int | None = None

    @classmethod
    def by(cls, person: Person, door: Door, shown: str = "") -> "Author":
        """Return somebody who is here as the author of a change."""
        return cls(person.email or person.name, door, person=person, shown=shown or person.name)

    @property
    def known_as(self) -> str:
        """Whom readers are told of."""
        return self.shown or self.who
