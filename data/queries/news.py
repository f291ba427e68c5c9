"""What has changed, from the history: rows, returns, and what came all at once."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, func, select

from data.audit_sql import owner_of_row, partnership_of_row
from data.returns.sheets import SHEETS
from data.schema import APP_USER, AUDIT, UPLOAD

PARTNERSHIP: Final = partnership_of_row(AUDIT.c.row)
OWNER: Final = owner_of_row(AUDIT.c.row)
# An index of tables would lead through the history from its beginning; what is asked for is its
# end, so that the index must not be taken.
TABLE: Final = AUDIT.c.table + ""
OF_ROWS: Final = TABLE.in_(SHEETS)
IS_NEW: Final = AUDIT.c.before.is_(None)
# Entries for very many rows at once: of what, and how many.
AT_ONCE: Final = ("generated", "samples")
STEPS: Final = "return_status"


@dataclass(frozen=True)
class Span:
    """Which part of the history is asked about.

    Attributes:
        since: Nothing before this moment.
        after: Nothing up to this entry.
        partnerships: Codes; none means all of them.
        organisations: Codes of owners; none means all of them.
    """

    since: datetime | None = None
    after: int = 0
    partnerships: Sequence[str] = ()
    organisations: Sequence[str] = ()

    def conditions(self) -> list[ColumnElement[bool]]:
        """Return what an entry must fulfil to lie in it."""
        found = [AUDIT.c.sequence > self.after]
        if self.since:
            found += [AUDIT.c.when >= self.since, AUDIT.c.sequence > _before(self.since)]
        if self.partnerships:
            found.append(PARTNERSHIP.in_(self.partnerships))
        if self.organisations:
            found.append(OWNER.in_(self.organisations))
        return found


def _before(moment: datetime) -> ColumnElement[int]:
    """Return the last entry before a moment: what comes earlier need not be looked at."""
    earlier = AUDIT.alias("earlier")
    latest = (
        select(earlier.c.sequence)
        .where(earlier.c.when < moment)
        .order_by(earlier.c.sequence.desc())
        .limit(1)
    )
    return func.coalesce(latest.scalar_subquery(), 0)


def rows(span: Span) -> Select[Any]:
    """Return a statement of how many rows each change touched, the latest first.

    Its columns are ``when``, ``who``, ``sheet``, ``partnership``, ``owner``, ``file_name``,
    ``added`` and ``changed``. A change is one moment, one owner and one sheet: a file of a
    thousand rows is one for each sheet.
    """
    whose = (PARTNERSHIP.label("partnership"), OWNER.label("owner"))
    groups = (AUDIT.c.when, AUDIT.c.who, AUDIT.c.table.label("sheet"), *whose, UPLOAD.c.file_name)
    return (
        select(
            *groups,
            func.count().filter(IS_NEW).label("added"),
            func.count().filter(~IS_NEW).label("changed"),
        )
        .select_from(AUDIT.outerjoin(UPLOAD, UPLOAD.c.id == AUDIT.c.upload))
        .where(OF_ROWS, *span.conditions())
        .group_by(AUDIT.c.when, AUDIT.c.who, AUDIT.c.table, PARTNERSHIP, OWNER, UPLOAD.c.file_name)
        .order_by(func.max(AUDIT.c.sequence).desc())
    )


def altered(span: Span, most: int) -> Select[Any]:
    """Return a statement of the entries of rows that were there before, the latest first.

    Its columns are those of the history, then ``partnership``, ``owner`` and ``name``: what the
    account of whoever did it is called.
    """
    return _entries().where(OF_ROWS, ~IS_NEW, *span.conditions()).limit(most)


def steps(span: Span) -> Select[Any]:
    """Return a statement of the steps of returns, with the columns of ``altered``."""
    return _entries().where(TABLE == STEPS, *span.conditions())


def at_once(since: datetime) -> Select[Any]:
    """Return a statement of what came all at once, with the columns of ``altered``."""
    return _entries().where(TABLE.in_(AT_ONCE), *Span(since).conditions())


def last() -> Select[Any]:
    """Return a statement of the number of the last entry of the history; nought without any."""
    return select(func.coalesce(func.max(AUDIT.c.sequence), 0))


def _entries() -> Select[Any]:
    whose = (PARTNERSHIP.label("partnership"), OWNER.label("owner"))
    return (
        select(AUDIT, *whose, APP_USER.c.name)
        .select_from(AUDIT.outerjoin(APP_USER, APP_USER.c.email == AUDIT.c.who))
        .order_by(AUDIT.c.sequence.desc())
    )
