"""Files that wait until somebody confirms them, or for a day."""

from dataclasses import dataclass, field
from datetime import timedelta
from secrets import token_urlsafe
from typing import Final

from sqlalchemy import Engine, delete, insert, select

from data.changes.author import Author, Door
from data.engine import reading, writing
from data.people.rights import DeniedError, demand
from data.people.sessions import digest
from data.returns.by_hand import Matching
from data.returns.names import file_name
from data.schema import DATA_VERSION, WAITING_FILE

KEPT: Final = timedelta(days=1)


@dataclass(frozen=True)
class Sent:
    """A file that somebody sent, or rows that they pasted.

    Attributes:
        partnership: Code of the partnership that its rows belong in.
        organisation: Code of the organisation whose rows they are.
        sheet: The one sheet it holds; nothing if it says so itself.
        door: Whether it was sent or pasted.
        name: Name of the file.
        contents: Its bytes.
        matching: What somebody has said of its columns.
        leave_out: Whether somebody chose to leave out its rows with problems.
    """

    partnership: str
    organisation: str
    sheet: str | None
    door: Door
    name: str
    contents: bytes
    matching: Matching = field(default_factory=dict)
    leave_out: bool = False


@dataclass(frozen=True)
class Kept:
    """A file that waits.

    Attributes:
        sent: The file.
        fresh: Whether the data are as they were when it was looked at.
    """

    sent: Sent
    fresh: bool


def keep(engine: Engine, sent: Sent, author: Author) -> str:
    """Keep a file; return the token that stands for it."""
    token = token_urlsafe(32)
    with writing(engine) as connection:
        connection.execute(delete(WAITING_FILE).where(WAITING_FILE.c.at < author.at - KEPT))
        connection.execute(
            insert(WAITING_FILE).values(
                token_hash=digest(token),
                user_id=author.person.id,
                partnership=sent.partnership,
                organisation=sent.organisation,
                sheet=sent.sheet,
                door=sent.door,
                file_name=file_name(sent.name),
                contents=sent.contents,
                matching=sent.matching or None,
                data_version=select(DATA_VERSION.c.number).scalar_subquery(),
                at=author.at,
            )
        )
    return token


def find(engine: Engine, token: str, author: Author) -> Kept:
    """Return a file that waits.

    Raises:
        DeniedError: There is no such file, or the author may not write its rows.
    """
    now = select(DATA_VERSION.c.number).scalar_subquery().label("now")
    statement = select(WAITING_FILE, now).where(
        WAITING_FILE.c.token_hash == digest(token), WAITING_FILE.c.user_id == author.person.id
    )
    with reading(engine) as connection:
        found = connection.execute(statement).first()
    if found is None:
        raise DeniedError("write rows")
    demand(author.person, "write rows", found.partnership, found.organisation)
    sent = Sent(
        found.partnership,
        found.organisation,
        found.sheet,
        found.door,
        found.file_name,
        bytes(found.contents),
        found.matching or {},
    )
    return Kept(sent, fresh=found.data_version == found.now)


def forget(engine: Engine, token: str) -> None:
    """Keep a file no longer."""
    with writing(engine) as connection:
        connection.execute(delete(WAITING_FILE).where(WAITING_FILE.c.token_hash == digest(token)))
