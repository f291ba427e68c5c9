"""What has changed in the data: how many rows of whom, and how returns moved on."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, Engine

from data.engine import reading
from data.history import reads_whole
from data.people.person import Person
from data.queries import news
from data.queries.news import Span
from data.reader import Snapshot

MOST: Final = 5_000


@dataclass(frozen=True)
class Happening:
    """One thing that happened to an organisation's rows or return.

    Attributes:
        at: When, in UTC.
        partnership: Code of the partnership.
        owner: Code of the organisation.
        sheet: Name of the sheet; blank where it is about a return.
        added: Rows that were added.
        changed: Rows that were there before.
        file: Name of the file they came in, for who may read the rows whole.
        quarter: Of the return.
        state: What became of the return.
        reason: Why, for who may read the rows whole.
    """

    at: datetime
    partnership: str
    owner: str
    sheet: str = ""
    added: int = 0
    changed: int = 0
    file: str = ""
    quarter: str = ""
    state: str = ""
    reason: str = ""


@dataclass(frozen=True)
class AtOnce:
    """Rows that came all at once, by a command.

    Attributes:
        at: When, in UTC.
        counts: How many of each sheet.
    """

    at: datetime
    counts: Mapping[str, int]


def happenings(engine: Engine, person: Person, span: Span) -> tuple[Sequence[Happening], bool]:
    """Return what happened in a part of the history, the latest first; and whether that is all.

    Args:
        engine: Of the database.
        person: Who asks.
        span: Which part; it must reach no further than the figures that they may read.
    """
    with reading(engine) as connection:
        found = [*_rows(connection, person, span), *_steps(connection, person, span)]
    found.sort(key=lambda each: each.at, reverse=True)
    return found[:MOST], len(found) <= MOST


def at_once(engine: Engine, since: datetime) -> list[AtOnce]:
    """Return what came all at once since a moment, the latest first."""
    with reading(engine) as connection:
        return [AtOnce(line.when, line.after) for line in connection.execute(news.at_once(since))]


def last(snapshot: Snapshot) -> int:
    """Return the number of the last entry of the history in a state of the data."""
    ((number,),) = snapshot.rows(news.last())
    return int(number)


def _rows(connection: Connection, person: Person, span: Span) -> Iterator[Happening]:
    for row in connection.execute(news.rows(span).limit(MOST + 1)):
        whole = reads_whole(person, row.partnership, row.owner)
        yield Happening(
            at=row.when,
            partnership=row.partnership,
            owner=row.owner,
            sheet=row.sheet,
            added=row.added,
            changed=row.changed,
            file=(row.file_name or "") if whole else "",
        )


def _steps(connection: Connection, person: Person, span: Span) -> Iterator[Happening]:
    for line in connection.execute(news.steps(span).limit(MOST + 1)):
        yield _step(line, whole=reads_whole(person, line.partnership, line.owner))


def _step(line: Any, *, whole: bool) -> Happening:
    return Happening(
        at=line.when,
        partnership=line.partnership,
        owner=line.owner,
        quarter=line.row.split("/", 2)[2],
        state=line.after["state"],
        reason=(line.reason or "") if whole else "",
    )
