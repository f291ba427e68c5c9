"""What is to be done: whose returns are due, where each stands, what is to be answered."""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import Connection, Select, Subquery, and_, or_, select, union_all

from data.locations import days_of_membership
from data.returns.return_key import ReturnKey
from data.returns.scope import may_own
from data.returns.sheets import SHEETS
from data.schema import (
    FACTS,
    MEMBERSHIP,
    ORGANISATION,
    PARTNERSHIP,
    RETURN_PERIOD,
    RETURN_STATUS,
    ROW_QUERY,
    SHEET_CONFIRMED,
)
from data.schema.reference import PUBLISHED

RECORDS = PARTNERSHIP.c.origin != PUBLISHED


def returns() -> Select[Any]:
    """Return a statement of every member's return of every quarter, the latest first.

    Its columns are ``partnership``, ``partnership_name``, ``organisation``, ``organisation_name``,
    ``kind``, ``period``, ``opens``, ``due``, ``state``, ``by``, ``at`` and ``reason``; the last
    four are blank where nothing was done.
    """
    first, last = days_of_membership(ORGANISATION)
    overlaps = and_(
        or_(first.is_(None), first <= RETURN_PERIOD.c.ends_on),
        or_(last.is_(None), last >= RETURN_PERIOD.c.starts_on),
    )
    of_it = and_(
        RETURN_STATUS.c.partnership == MEMBERSHIP.c.partnership_code,
        RETURN_STATUS.c.organisation == MEMBERSHIP.c.organisation_code,
        RETURN_STATUS.c.period == RETURN_PERIOD.c.quarter,
    )
    rows = (
        MEMBERSHIP.join(PARTNERSHIP, PARTNERSHIP.c.code == MEMBERSHIP.c.partnership_code)
        .join(ORGANISATION, ORGANISATION.c.code == MEMBERSHIP.c.organisation_code)
        .join(RETURN_PERIOD, overlaps)
        .outerjoin(RETURN_STATUS, of_it)
    )
    return (
        select(
            MEMBERSHIP.c.partnership_code.label("partnership"),
            PARTNERSHIP.c.name.label("partnership_name"),
            MEMBERSHIP.c.organisation_code.label("organisation"),
            ORGANISATION.c.name.label("organisation_name"),
            ORGANISATION.c.kind,
            RETURN_PERIOD.c.quarter.label("period"),
            RETURN_PERIOD.c.opens,
            RETURN_PERIOD.c.due,
            RETURN_STATUS.c.state,
            RETURN_STATUS.c.by,
            RETURN_STATUS.c.at,
            RETURN_STATUS.c.reason,
        )
        .select_from(rows)
        .where(RECORDS)
        .distinct()
        .order_by(RETURN_PERIOD.c.opens.desc(), PARTNERSHIP.c.name, ORGANISATION.c.name)
    )


def members() -> Select[Any]:
    """Return a statement of members who send returns.

    Its columns are code and name of the partnership, code and name of the organisation, and what
    kind of organisation it is.
    """
    rows = MEMBERSHIP.join(PARTNERSHIP, PARTNERSHIP.c.code == MEMBERSHIP.c.partnership_code)
    rows = rows.join(ORGANISATION, ORGANISATION.c.code == MEMBERSHIP.c.organisation_code)
    return (
        select(
            PARTNERSHIP.c.code,
            PARTNERSHIP.c.name.label("partnership_name"),
            ORGANISATION.c.code.label("organisation"),
            ORGANISATION.c.name.label("organisation_name"),
            ORGANISATION.c.kind,
        )
        .select_from(rows)
        .where(RECORDS)
        .distinct()
        .order_by(PARTNERSHIP.c.name, ORGANISATION.c.name)
    )


def returns_of(organisation: str) -> Select[Any]:
    """Return a statement of one organisation's returns, with the columns of ``returns``."""
    return returns().where(MEMBERSHIP.c.organisation_code == organisation)


def one(which: ReturnKey) -> Select[Any]:
    """Return a statement of one return, with the columns of ``returns``."""
    return returns().where(
        MEMBERSHIP.c.partnership_code == which.partnership,
        MEMBERSHIP.c.organisation_code == which.organisation,
        RETURN_PERIOD.c.quarter == which.period,
    )


def state(stored: str | None, opens: date, today: date) -> str:
    """Return where a return stands: what was done with it, or else whether it is open."""
    return stored or ("not_started" if opens <= today else "not_open")


def queries() -> Select[Any]:
    """Return a statement of rows' queries, with whose row each is of.

    Its columns are those of the query, then ``partnership``, ``owner`` and ``ref``.
    """
    every = _queries()
    return select(every).order_by(every.c.sheet, every.c.row_id, every.c.id)


def query(number: int) -> Select[Any]:
    """Return a statement of one query, with the columns of ``queries``."""
    return select(_queries()).where(_queries().c.id == number)


def of_rows(partnership: str, organisation: str) -> Select[Any]:
    """Return a statement of the queries of an organisation's rows, with the columns of ``queries``.

    They come in the order of the sheets.
    """
    every = _queries()
    its_own = (every.c.partnership == partnership, every.c.owner == organisation)
    return select(every).where(*its_own).order_by(every.c.sheet, every.c.row_id, every.c.id)


def unanswered(which: ReturnKey) -> Select[Any]:
    """Return a statement of the queries of an organisation's rows that have no reason yet."""
    every = _queries()
    return of_rows(which.partnership, which.organisation).where(every.c.reason.is_(None))


@cache
def _queries() -> Subquery:
    parts = []
    for sheet, table in FACTS.items():
        # A census has no reference; its day and service area tell it apart.
        ref = table.c.ref if "ref" in table.c else table.c.service_area
        owned = (table.c.partnership, table.c.owner, ref.label("ref"))
        rows = ROW_QUERY.join(table, table.c.id == ROW_QUERY.c.row_id)
        parts.append(select(ROW_QUERY, *owned).select_from(rows).where(ROW_QUERY.c.sheet == sheet))
    return union_all(*parts).subquery("every")


def confirmed(which: ReturnKey) -> Select[Any]:
    """Return a statement of the sheets of a return that somebody looked through."""
    key = (SHEET_CONFIRMED.c[name] == value for name, value in which.key().items())
    return select(SHEET_CONFIRMED.c.sheet).where(*key)


def sheets_of(connection: Connection, which: ReturnKey) -> list[str]:
    """Return the sheets that an organisation may fill, in the order of the return."""
    statement = select(ORGANISATION.c.kind).where(ORGANISATION.c.code == which.organisation)
    kind = connection.execute(statement).scalar_one()
    return [name for name, sheet in SHEETS.items() if may_own(sheet, kind)]
