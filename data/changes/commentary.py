"""Keep what people say of figures: written, changed, withdrawn; each is in the history."""

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Final

from sqlalchemy import Connection, Engine, insert, select, update

from data.changes import audit, done, version
from data.changes.audit import Entry
from data.changes.author import Author
from data.changes.meetings import ChangedError
from data.changes.outcome import Outcome
from data.commentary import comment, may_change
from data.engine import writing
from data.people.rights import DeniedError, demand
from data.queries import commentary
from data.returns.problems import RefusedError
from data.schema import COMMENTARY, COMMENTARY_FIGURES, PARTNERSHIP
from data.schema.meetings import LONGEST

TABLE: Final = COMMENTARY.name
RIGHT: Final = "comment on figures"
NO_WORDS: Final = RefusedError("The comment is blank.", "Say it in a sentence or two.")
TOO_LONG: Final = RefusedError(
    "The comment is too long.", f"Say it in at most {LONGEST:,} characters."
)
NO_REASON: Final = RefusedError("A reason is missing.", "Say in a few words why it goes.")


@dataclass(frozen=True)
class Remark:
    """What somebody wants to say.

    Attributes:
        partnership: Code of the partnership that it is about.
        section: The part of a page that it stands beside.
        academic_year: The year that it is about; nothing for none in particular.
        words: What they say.
    """

    partnership: str
    section: str
    academic_year: str | None
    words: str


def write(engine: Engine, author: Author, remark: Remark, once: str) -> None:
    """Keep a comment; the same request sent twice is carried out once.

    Raises:
        DeniedError: The author may not, or there is no such partnership.
        RefusedError: It is blank or too long.
    """
    demand(author.person, RIGHT, remark.partnership)
    with writing(engine) as connection:
        version.claim(connection)
        if done.before(connection, once, author):
            return
        _refuse_nowhere(connection, remark.partnership)
        add(connection, author, remark)
        version.bump(connection, author)
        done.note(connection, once, author, Outcome(new=1))


def change(engine: Engine, author: Author, number: int, seen: int, words: str) -> None:
    """Change the words of a comment.

    Raises:
        ChangedError: Somebody else changed it meanwhile.
        DeniedError: The author may not, or there is no such comment.
        RefusedError: It is blank or too long.
    """
    _alter(engine, author, (number, seen), {"words": said(words)})


def withdraw(engine: Engine, author: Author, number: int, seen: int, reason: str) -> None:
    """Take a comment off its page; it stays in the history, with the reason.

    Raises:
        ChangedError: Somebody else changed it meanwhile.
        DeniedError: The author may not, or there is no such comment.
        RefusedError: The reason is missing.
    """
    why = " ".join(_printable(reason).split())[:LONGEST]
    if not why:
        raise NO_REASON
    _alter(engine, author, (number, seen), {"voided_at": author.at}, why)


def said(text: str) -> str:
    """Return words as they are stored: lines without what can't be seen.

    Raises:
        RefusedError: There are none, or too many.
    """
    lines = (" ".join(line.split()) for line in _printable(text).strip().split("\n"))
    words = re.sub("\n{3,}", "\n\n", "\n".join(lines))
    if not words:
        raise NO_WORDS
    if len(words) > LONGEST:
        raise TOO_LONG
    return words


def _printable(text: str) -> str:
    return "".join(letter for letter in text if letter.isprintable() or letter in "\n\t")


def _alter(
    engine: Engine,
    author: Author,
    which: tuple[int, int],
    values: Mapping[str, Any],
    reason: str | None = None,
) -> None:
    number, seen = which
    with writing(engine) as connection:
        version.claim(connection)
        row = connection.execute(commentary.one(number)).first()
        if row is None or not may_change(author.person, comment(row)):
            raise DeniedError(RIGHT)
        if row.version != seen:
            raise ChangedError
        before = {name: getattr(row, name) for name in values}
        if before == values:
            return
        stored = {**values, "version": seen + 1, **by(author)}
        connection.execute(update(COMMENTARY).where(COMMENTARY.c.id == number).values(stored))
        if row.confirmed_at and "words" in values:
            # Whoever stood for the words did so for the former ones.
            lapsed = {"confirmed_at": None, "confirmed_by": None}
            rest(connection, number, lapsed)
            before |= {"confirmed_by": row.confirmed_by}
            values = {**values, "confirmed_by": None}
        entry = Entry(TABLE, called(row.section, number), before, values, reason)
        note(connection, author, entry)


def add(connection: Connection, author: Author, remark: Remark) -> int:
    """Keep a comment in the transaction of a change; return its number."""
    values = asdict(remark) | {"words": said(remark.words), "author": author.who}
    stored = {**values, "version": 1, **by(author)}
    added = insert(COMMENTARY).values(stored).returning(COMMENTARY.c.id)
    number: int = connection.execute(added).scalar_one()
    entry = Entry(TABLE, called(remark.section, number), None, values)
    audit.record(connection, author, [entry])
    return number


def rest(connection: Connection, number: int, values: Mapping[str, Any]) -> None:
    """Keep what a comment rests on, and who stands for it."""
    rests = COMMENTARY_FIGURES.c.commentary == number
    if connection.execute(update(COMMENTARY_FIGURES).where(rests).values(values)).rowcount == 0:
        connection.execute(insert(COMMENTARY_FIGURES).values({"commentary": number, **values}))


def _refuse_nowhere(connection: Connection, partnership: str) -> None:
    # An administrator may comment anywhere, so a code of nothing gets past the table of rights.
    known = select(PARTNERSHIP.c.code).where(PARTNERSHIP.c.code == partnership)
    if connection.execute(known).first() is None:
        raise DeniedError(RIGHT)


def by(author: Author) -> dict[str, Any]:
    """Return who changed a comment last, and when."""
    return {"updated_at": author.at, "updated_by": author.who}


def note(connection: Connection, author: Author, entry: Entry) -> None:
    """Write an entry of the history, and tell every reader that something changed."""
    audit.record(connection, author, [entry])
    version.bump(connection, author)


def called(section: str, number: int) -> str:
    """Return what the history calls a comment."""
    return f"{section}/{number}"
