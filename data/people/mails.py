"""A record of what was sent to whom; never of what it said, which may let somebody in."""

from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from typing import Any, Literal

from sqlalchemy import Engine, insert, select

from data.engine import reading, writing
from data.schema import MAIL

Kind = Literal["invitation", "reset", "reminder", "notice"]
MOST = 200


@dataclass(frozen=True)
class Sent:
    """What is kept of a letter.

    Attributes:
        kind: What it was for.
        recipient: The address it went to.
        subject: Its subject.
        sent_by: Who had it sent.
        failure: Why it did not go out; blank if it did.
    """

    kind: Kind
    recipient: str
    subject: str
    sent_by: str
    failure: str


def note(engine: Engine, sent: Sent) -> None:
    """Note that a letter was sent, or why it wasn't."""
    values = {**asdict(sent), "failure": sent.failure or None, "at": datetime.now(UTC)}
    with writing(engine) as connection:
        connection.execute(insert(MAIL).values(values))


def latest(engine: Engine) -> list[Any]:
    """Return what was sent last, the latest first."""
    with reading(engine) as connection:
        return list(connection.execute(select(MAIL).order_by(MAIL.c.id.desc()).limit(MOST)))
