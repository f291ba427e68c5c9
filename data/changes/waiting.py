"""Files that somebody has looked at and not confirmed yet: kept until they do, or for a day."""

from dataclasses import dataclass, replace
from datetime import timedelta
from pathlib import Path
from secrets import token_urlsafe
from tempfile import TemporaryDirectory
from typing import Any, Final

from sqlalchemy import Engine, delete, insert, select

from data.changes.author import Author, Door
from data.changes.outcome import Outcome
from data.changes.upload import Request, upload
from data.engine import reading, writing
from data.people.rights import DeniedError, demand
from data.people.sessions import digest
from data.returns.limits import UPLOAD
from data.returns.names import file_name
from data.returns.read import Reading, read
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
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
    """

    partnership: str
    organisation: str
    sheet: str | None
    door: Door
    name: str
    contents: bytes


@dataclass(frozen=True)
class Preview:
    """What would become of a file.

    Attributes:
        token: Confirms it; blank where nothing can be confirmed.
        outcome: What would be stored, or why it won't be.
        reading: What it holds.
        stale: Whether the data have changed since it was looked at before.
    """

    token: str
    outcome: Outcome
    reading: Reading
    stale: bool = False


def preview(engine: Engine, sent: Sent, author: Author) -> Preview:
    """Return what would become of a file, and keep it until it is confirmed.

    Raises:
        DeniedError: The author may not write rows there.
    """
    demand(author.person, "write rows", sent.partnership, sent.organisation)
    held = _read(sent)
    outcome = upload(engine, held, _request(sent, dry_run=True), author)
    good = not outcome.errors and not outcome.known_since
    return Preview(_keep(engine, sent, author) if good else "", outcome, held)


def confirm(engine: Engine, token: str, author: Author) -> Preview:
    """Store a file that was looked at, unless the data have changed since: then look again.

    Raises:
        DeniedError: There is no such file, or the author may not write its rows.
    """
    found = _find(engine, token, author)
    sent = _sent(found)
    demand(author.person, "write rows", sent.partnership, sent.organisation)
    if found.data_version != _version(engine):
        _forget(engine, token)
        again = preview(engine, sent, author)
        return Preview(again.token, again.outcome, again.reading, stale=True)
    held = _read(sent)
    # Whether it was pasted is known from when it came, whatever a page says of it now.
    its_author = replace(author, door=sent.door)
    outcome = upload(engine, held, _request(sent, dry_run=False), its_author)
    _forget(engine, token)
    return Preview("", outcome, held)


def read_again(engine: Engine, sent: Sent, author: Author) -> Reading:
    """Return what a file holds, to hand it back with its problems marked.

    Raises:
        DeniedError: The author may not write rows there.
    """
    demand(author.person, "write rows", sent.partnership, sent.organisation)
    return _read(sent)


def _read(sent: Sent) -> Reading:
    # It is read in a process of its own, which is given a file; its name may try any trick.
    suffix = Path(file_name(sent.name)).suffix.casefold()
    with TemporaryDirectory() as folder:
        path = Path(folder) / f"sent{suffix if suffix.isascii() else ''}"
        path.write_bytes(sent.contents)
        return read(path, SHEETS, sheet=sent.sheet, extra=COLUMNS, limits=UPLOAD)


def _request(sent: Sent, *, dry_run: bool) -> Request:
    return Request(sent.name, sent.organisation, sent.partnership, sent.sheet, dry_run)


def _keep(engine: Engine, sent: Sent, author: Author) -> str:
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
                data_version=select(DATA_VERSION.c.number).scalar_subquery(),
                at=author.at,
            )
        )
    return token


def _find(engine: Engine, token: str, author: Author) -> Any:
    statement = select(WAITING_FILE).where(
        WAITING_FILE.c.token_hash == digest(token), WAITING_FILE.c.user_id == author.person.id
    )
    with reading(engine) as connection:
        found = connection.execute(statement).first()
    if found is None:
        raise DeniedError("write rows")
    return found


def _sent(found: Any) -> Sent:
    return Sent(
        found.partnership,
        found.organisation,
        found.sheet,
        found.door,
        found.file_name,
        bytes(found.contents),
    )


def _forget(engine: Engine, token: str) -> None:
    with writing(engine) as connection:
        connection.execute(delete(WAITING_FILE).where(WAITING_FILE.c.token_hash == digest(token)))


def _version(engine: Engine) -> int:
    with reading(engine) as connection:
        number: int = connection.execute(select(DATA_VERSION.c.number)).scalar_one()
    return number
