"""Editions as they are kept, for whoever may read them."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from typing import Any, Final, Literal

from sqlalchemy import Select, func, select

from data.people.person import Person
from data.reader import Snapshot
from data.schema import EDITION

Audience = Literal["steering_group", "funder"]
Disclosure = Literal["exact", "rounded", "suppressed"]
Within = frozenset[str] | None
# Every page that is drawn asks for it.
NEWEST: Final = select(func.max(EDITION.c.number).label("number"))


@dataclass(frozen=True)
class Edition:
    """The record of an edition, but for its rows and figures.

    Attributes:
        number: What it is called; no other is called so.
        title: What it was made for.
        audience: Whom it is for.
        disclosure: How its figures are shown to them.
        as_at: The day that its figures refer to.
        partnerships: Codes of those it is about.
        made_at: When it was made, in UTC.
        made_by: Who made it.
        data_version: Of which state of the data it is.
        revision: The shape that the database had.
        revises: Number of the edition it takes the place of; nothing where it is the first.
        reason: Why, and what has changed.
        rows_sha256: Digest of its rows.
        figures_sha256: Digest of its figures.
        record_sha256: Digest of its record and of the one before it.
        tables: Digest of each table's rows, by name.
        gaps: What was missing or unsigned when it was made.
        protection: What is hidden or rounded of it; nothing where all is shown.
    """

    number: int
    title: str
    audience: Audience
    disclosure: Disclosure
    as_at: date
    partnerships: tuple[str, ...]
    made_at: datetime
    made_by: str
    data_version: int
    revision: str
    revises: int | None
    reason: str | None
    rows_sha256: str
    figures_sha256: str
    record_sha256: str
    tables: Mapping[str, str] = field(compare=False, repr=False)
    gaps: Mapping[str, Any] = field(compare=False, repr=False)
    protection: Any = field(compare=False, repr=False)

    def within(self, person: Person) -> frozenset[str]:
        """Return the partnerships of which somebody may read it; none where it is not for them.

        Members read what is about their partnerships, whoever it was made for; funders what was
        made for funders.
        """
        if person.role == "funder" and self.audience != "funder":
            return frozenset()
        every = frozenset(self.partnerships)
        return every if person.reach is None else every & person.reach


COLUMNS: Final = tuple(EDITION.c[each.name] for each in fields(Edition))
# What a record's digest is over, besides that of the record before it.
RECORDED: Final = tuple(each.name for each in fields(Edition) if each.name != "record_sha256")


def edition(row: Any) -> Edition:
    """Return an edition from a row that has ``COLUMNS``."""
    values = {each.name: getattr(row, each.name) for each in fields(Edition)}
    return Edition(**values | {"partnerships": tuple(row.partnerships)})


def every(snapshot: Snapshot) -> list[Edition]:
    """Return all editions, the latest first."""
    return [edition(row) for row in snapshot.rows(_latest_first())]


def readable(snapshot: Snapshot, person: Person) -> list[Edition]:
    """Return the editions that somebody may read, the latest first."""
    return [each for each in every(snapshot) if each.within(person)]


def one(snapshot: Snapshot, person: Person, number: int) -> Edition | None:
    """Return an edition; nothing where somebody may not read it, or there is none."""
    found = _numbered(snapshot, number)
    return found if found and found.within(person) else None


def latest(snapshot: Snapshot, person: Person) -> Edition | None:
    """Return the edition that was made last of those that somebody may read."""
    return next(iter(readable(snapshot, person)), None)


def newest(snapshot: Snapshot) -> int:
    """Return the number of the edition that was made last; nought where there is none."""
    (row,) = snapshot.rows(NEWEST)
    return row.number or 0


def before(
    snapshot: Snapshot, edition: Edition | None, partnerships: Collection[str], day: date
) -> Edition | None:
    """Return the edition to compare figures with; nothing where there is none.

    It covers the same partnerships and is of no later day. The data as they are at present are
    compared with exact figures; an edition with one that came before it, for the same readers,
    that shows its figures in the same way.

    Args:
        snapshot: The state of the database.
        edition: The edition on view; nothing for the data as they are at present.
        partnerships: Codes of those on view.
        day: The day that their figures refer to.
    """
    # Without its other columns, which may be long.
    columns = ("number", "partnerships")
    statement = select(*(EDITION.c[name] for name in columns)).where(EDITION.c.as_at <= day)
    if edition is None:
        statement = statement.where(EDITION.c.disclosure == "exact")
    else:
        statement = statement.where(
            EDITION.c.number < edition.number,
            EDITION.c.disclosure == edition.disclosure,
            EDITION.c.audience == edition.audience,
        )
    rows = snapshot.rows(statement.order_by(EDITION.c.number.desc()))
    covering = (row.number for row in rows if set(partnerships) <= set(row.partnerships))
    number = next(covering, None)
    return None if number is None else _numbered(snapshot, number)


def contents(snapshot: Snapshot, number: int) -> tuple[bytes, bytes]:
    """Return the rows and the figures of an edition, as they are kept."""
    columns = select(EDITION.c.rows, EDITION.c.figures)
    (found,) = snapshot.rows(columns.where(EDITION.c.number == number))
    return bytes(found.rows), bytes(found.figures)


def _numbered(snapshot: Snapshot, number: int) -> Edition | None:
    rows = snapshot.rows(_latest_first().where(EDITION.c.number == number))
    return edition(rows[0]) if rows else None


def _latest_first() -> Select[Any]:
    return select(*COLUMNS).order_by(EDITION.c.number.desc())
