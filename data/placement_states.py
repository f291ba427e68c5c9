"""What has become of placements by a day, as conditions on their rows."""

from typing import Final

from sqlalchemy import and_, or_

from data.placement_rows import EMPLOYER, PLACEMENTS, allocated, started
from data.slicing import Condition, Reason
from data.thresholds import Context


def has_started(context: Context) -> Condition:
    """Return which have a start by the day, cancelled or not."""
    return and_(PLACEMENTS.c.actual_start.is_not(None), PLACEMENTS.c.actual_start <= context.as_at)


def due(context: Context) -> Condition:
    """Return which were not cancelled and were planned to start by the day."""
    return and_(allocated(context), PLACEMENTS.c.planned_start <= context.as_at)


def overdue(context: Context) -> Condition:
    """Return which should have started by the day, and have not."""
    return and_(due(context), ~has_started(context))


def started_late(context: Context) -> Condition:
    """Return which have started after the day planned."""
    return and_(started(context), PLACEMENTS.c.actual_start > PLACEMENTS.c.planned_start)


def started_by_plan(context: Context) -> Condition:
    """Return which have started by the day planned."""
    return and_(started(context), PLACEMENTS.c.actual_start <= PLACEMENTS.c.planned_start)


def active(context: Context) -> Condition:
    """Return which have started and not ended by the day."""
    ended = PLACEMENTS.c.status.in_(("completed", "ended_early"))
    return and_(started(context), or_(~ended, PLACEMENTS.c.actual_end > context.as_at))


def ended_early(context: Context) -> Condition:
    """Return which have started and ended early by the day."""
    early = PLACEMENTS.c.status == "ended_early"
    return and_(started(context), early, PLACEMENTS.c.actual_end <= context.as_at)


def audited_lately(context: Context) -> Condition:
    """Return which are active and have a quality audit that still holds."""
    since = context.months_before("quality_audit_months", EMPLOYER.nation, context.as_at)
    return and_(active(context), PLACEMENTS.c.qa_audited_on.between(since, context.as_at))


def statutory_known(context: Context) -> Condition:
    """Return which have started and say whether they are statutory."""
    return and_(started(context), PLACEMENTS.c.statutory.in_(("yes", "no")))


def mode_known(context: Context) -> Condition:
    """Return which have started and say whether the practice educator is on site."""
    return and_(started(context), PLACEMENTS.c.pe_mode.in_(("on_site", "off_site")))


CANCELLED: Final = Reason("cancelled", lambda _context: PLACEMENTS.c.status == "cancelled")
NOT_STARTED: Final = Reason("not started by then", lambda context: ~has_started(context))
