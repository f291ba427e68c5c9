"""Who makes a change, when, and through which door."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Literal

Door = Literal["form", "grid", "paste", "file", "command", "system"]


def _now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True)
class Author:
    """Whoever makes one change.

    Attributes:
        who: A name that the history shows.
        door: The way in that was used.
        at: The moment of the change, the same for each of its rows.
    """

    who: str
    door: Door
    at: datetime = field(default_factory=_now)
