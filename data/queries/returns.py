"""Who was to send a return, and who has."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, exists, func, or_, select

from data.locations import days_of_membership, located
from data.schema import AUDIT, MEMBERSHIP, PARTNERSHIP, RETURN_PERIOD, RETURN_STATUS
from data.schema.running import ARRIVED

ANY_STATUS = RETURN_STATUS.alias("any_status")


def due(as_at: date) -> Select[Any]:
    """Return a statement of members and the returns they owed by a day, a row each.

    Its columns are ``partnership``, ``origin``, ``organisation``, ``name``, ``kind``, ``services``,
    ``region``, ``valid_from``, ``valid_to``; then ``period``, ``period_starts``, ``due`` and
    ``state`` (empty where none arrived), blank for a member of whom nothing was due.
    """
    member = located(MEMBERSHIP, MEMBERSHIP.c.organisation_code, "member")
    rows = member.rows.join(PARTNERSHIP, PARTNERSHIP.c.code == MEMBERSHIP.c.partnership_code)
    first, last = days_of_membership(member.organisation)
    was_due = _was_due(as_at, first, last)
    rows = rows.outerjoin(RETURN_PERIOD, was_due).outerjoin(RETURN_STATUS, _has_arrived())
    return select(
        MEMBERSHIP.c.partnership_code.label("partnership"),
        PARTNERSHIP.c.origin,
        MEMBERSHIP.c.organisation_code.label("organisation"),
        member.organisation.c.name,
        member.organisation.c.kind,
        member.organisation.c.services,
        member.region.label("region"),
        first.label("valid_from"),
        last.label("valid_to"),
        RETURN_PERIOD.c.quarter.label("period"),
        RETURN_PERIOD.c.starts_on.label("period_starts"),
        RETURN_PERIOD.c.due,
        func.coalesce(RETURN_STATUS.c.state, "").label("state"),
    ).select_from(rows)


def states() -> Select[Any]:
    """Return a statement of where every return stands, and since when."""
    status = RETURN_STATUS.c
    return select(status.partnership, status.organisation, status.period, status.state, status.at)


def steps() -> Select[Any]:
    """Return a statement of the steps that returns have taken: ``row``, ``after`` and ``when``."""
    its_own = AUDIT.c.table == RETURN_STATUS.name
    return select(AUDIT.c.row, AUDIT.c.after, AUDIT.c.when).where(its_own)


def _was_due(
    as_at: date, first: ColumnElement[Any], last: ColumnElement[Any]
) -> ColumnElement[bool]:
    """Whether somebody who is a member between two days owed the return of a period by a day."""
    return and_(
        RETURN_PERIOD.c.due < as_at,
        or_(first.is_(None), first <= RETURN_PERIOD.c.ends_on),
        or_(last.is_(None), last >= RETURN_PERIOD.c.starts_on),
        _takes_part(),
    )


def _takes_part() -> ColumnElement[bool]:
    # A period concerns the partnerships in which somebody's return of it has a state. While
    # nobody's has, it concerns everybody. So a partnership that joins later owes nothing for
    # the quarters that others reported before.
    anywhere = exists().where(ANY_STATUS.c.period == RETURN_PERIOD.c.quarter)
    here = anywhere.where(ANY_STATUS.c.partnership == MEMBERSHIP.c.partnership_code)
    return or_(here, ~anywhere)


def _has_arrived() -> ColumnElement[bool]:
    return and_(
        RETURN_STATUS.c.partnership == MEMBERSHIP.c.partnership_code,
        RETURN_STATUS.c.organisation == MEMBERSHIP.c.organisation_code,
        RETURN_STATUS.c.period == RETURN_PERIOD.c.quarter,
        RETURN_STATUS.c.state.in_(ARRIVED),
    )


def after(day: date) -> Select[Any]:
    """Return a statement of the periods whose returns are due on a day or later, the next first.

    Its columns are ``quarter`` and ``due``.
    """
    statement = select(RETURN_PERIOD.c.quarter, RETURN_PERIOD.c.due)
    return statement.where(RETURN_PERIOD.c.due >= day).order_by(RETURN_PERIOD.c.due)
