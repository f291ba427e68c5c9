"""Who was to send a return, and who has."""

from datetime import date
from typing import Any

from sqlalchemy import Select, and_, func, or_, select

from data.places import place
from data.schema import MEMBERSHIP, PARTNERSHIP, RETURN_PERIOD, RETURN_STATUS

ARRIVED = ("submitted", "signed_off", "reopened")


def due(as_at: date) -> Select[Any]:
    """Return a statement of members and the returns they owed by a day, a row each.

    Its columns are ``partnership``, ``origin``, ``organisation``, ``name``, ``kind``, ``services``,
    ``region``, ``valid_from``, ``valid_to``; then ``period``, ``period_starts``, ``due`` and
    ``state`` (empty where none arrived), blank for a member of whom nothing was due.
    """
    member = place(MEMBERSHIP, MEMBERSHIP.c.organisation_code, "member")
    inside = and_(
        RETURN_PERIOD.c.due < as_at,
        or_(MEMBERSHIP.c.valid_from.is_(None), MEMBERSHIP.c.valid_from <= RETURN_PERIOD.c.ends_on),
        or_(MEMBERSHIP.c.valid_to.is_(None), MEMBERSHIP.c.valid_to >= RETURN_PERIOD.c.starts_on),
    )
    state = and_(
        RETURN_STATUS.c.partnership == MEMBERSHIP.c.partnership_code,
        RETURN_STATUS.c.organisation == MEMBERSHIP.c.organisation_code,
        RETURN_STATUS.c.period == RETURN_PERIOD.c.quarter,
        RETURN_STATUS.c.state.in_(ARRIVED),
    )
    rows = member.rows.join(PARTNERSHIP, PARTNERSHIP.c.code == MEMBERSHIP.c.partnership_code)
    rows = rows.outerjoin(RETURN_PERIOD, inside).outerjoin(RETURN_STATUS, state)
    return select(
        MEMBERSHIP.c.partnership_code.label("partnership"),
        PARTNERSHIP.c.origin,
        MEMBERSHIP.c.organisation_code.label("organisation"),
        member.organisation.c.name,
        member.organisation.c.kind,
        member.organisation.c.services,
        member.region.label("region"),
        MEMBERSHIP.c.valid_from,
        MEMBERSHIP.c.valid_to,
        RETURN_PERIOD.c.quarter.label("period"),
        RETURN_PERIOD.c.starts_on.label("period_starts"),
        RETURN_PERIOD.c.due,
        func.coalesce(RETURN_STATUS.c.state, "").label("state"),
    ).select_from(rows)
