"""Placements: matched, started, audited, ended."""

from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, case, or_

from data import placement_rows
from data.calendar_sql import days_between
from data.placement_rows import EMPLOYER, PLACEMENTS, allocated, completed, started
from data.slicing import Measure, Reason, Source
from data.thresholds import Context

Condition = ColumnElement[bool]


def placements(_context: Context) -> Source:
    """Placements, by the day they were planned to start."""
    return placement_rows.source(PLACEMENTS.c.planned_start)


def of_universities(context: Context) -> Source:
    """The same, but a placement is its university's alone, as demand is."""
    return replace(placements(context), organisations=(PLACEMENTS.c.owner,))


def late_starts(context: Context) -> Source:
    """Those of them that started late, with the days between."""
    source = placements(context)
    days = days_between(PLACEMENTS.c.planned_start, PLACEMENTS.c.actual_start)
    return replace(
        source,
        always=and_(source.always, _started_late(context)),
        columns={**source.columns, "days_late": days},
    )


def _started_late(context: Context) -> Condition:
    return and_(started(context), PLACEMENTS.c.actual_start > PLACEMENTS.c.planned_start)


def _due(context: Context) -> Condition:
    return and_(allocated(context), PLACEMENTS.c.planned_start <= context.as_at)


def _started_by_plan(context: Context) -> Condition:
    return and_(started(context), PLACEMENTS.c.actual_start <= PLACEMENTS.c.planned_start)


def _overdue(context: Context) -> Condition:
    return and_(_due(context), ~_has_started(context))


def _ended_early(context: Context) -> Condition:
    early = PLACEMENTS.c.status == "ended_early"
    return and_(started(context), early, PLACEMENTS.c.actual_end <= context.as_at)


def _active(context: Context) -> Condition:
    ended = PLACEMENTS.c.status.in_(("completed", "ended_early"))
    return and_(started(context), or_(~ended, PLACEMENTS.c.actual_end > context.as_at))


def _audited_lately(context: Context) -> Condition:
    since = context.months_before("quality_audit_months", EMPLOYER.nation, context.as_at)
    return and_(_active(context), PLACEMENTS.c.qa_audited_on.between(since, context.as_at))


def _statutory_known(context: Context) -> Condition:
    return and_(started(context), PLACEMENTS.c.statutory.in_(("yes", "no")))


def _mode_known(context: Context) -> Condition:
    return and_(started(context), PLACEMENTS.c.pe_mode.in_(("on_site", "off_site")))


def _yes(condition: Condition, known: Condition) -> ColumnElement[Any]:
    """One or nought; nothing where the row does not say."""
    return case((and_(known, condition), 1), (known, 0))


CANCELLED = Reason("cancelled", lambda _context: PLACEMENTS.c.status == "cancelled")
NOT_STARTED = Reason("not started by then", lambda context: ~_has_started(context))


def _has_started(context: Context) -> Condition:
    return and_(PLACEMENTS.c.actual_start.is_not(None), PLACEMENTS.c.actual_start <= context.as_at)


MATCHED = Measure(placements)
CANCELLED_SINCE = Measure(
    placements,
    where=lambda _context: PLACEMENTS.c.status == "cancelled",
    left_out=(Reason("not cancelled", allocated),),
)
ALLOCATED = Measure(placements, where=allocated, left_out=(CANCELLED,))
ALLOCATED_OF_UNIVERSITIES = Measure(of_universities, where=allocated, left_out=(CANCELLED,))
FROM_OFFERS = Measure(
    placements,
    where=lambda day: and_(allocated(day), PLACEMENTS.c.offer_ref.is_not(None)),
    left_out=(
        CANCELLED,
        Reason("not said to be from an offer", lambda _context: PLACEMENTS.c.offer_ref.is_(None)),
    ),
)
STARTED = Measure(placements, where=started, left_out=(CANCELLED, NOT_STARTED))
DAYS_STARTED = Measure(
    placements,
    where=started,
    quantity=lambda _context: PLACEMENTS.c.days_required,
    left_out=(CANCELLED, NOT_STARTED),
)
STARTED_LATE = Measure(
    placements,
    where=_started_late,
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason("started on time", lambda day: and_(started(day), ~_started_late(day))),
    ),
)
LATE = Measure(late_starts)
DUE = Measure(
    placements,
    where=_due,
    left_out=(
        CANCELLED,
        Reason("planned to start later", lambda day: PLACEMENTS.c.planned_start > day.as_at),
    ),
)
STARTED_ON_TIME = Measure(placements, where=lambda day: and_(_due(day), _started_by_plan(day)))
STARTED_BY_PLAN = Measure(
    placements,
    where=_started_by_plan,
    left_out=(CANCELLED, NOT_STARTED, Reason("started late", _started_late)),
)
OVERDUE = Measure(
    placements,
    where=_overdue,
    left_out=(
        CANCELLED,
        Reason("started by then", started),
        Reason("planned to start later", lambda day: PLACEMENTS.c.planned_start > day.as_at),
    ),
)
COMPLETED = Measure(
    placements,
    where=lambda day: and_(started(day), completed(day)),
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason("ended early", _ended_early),
        Reason("under way", _active),
    ),
)
ENDED_EARLY = Measure(
    placements,
    where=_ended_early,
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason("not ended early by then", lambda day: and_(started(day), ~_ended_early(day))),
    ),
)
ENDED_EARLY_WITH_CONCERN = Measure(
    placements,
    where=_ended_early,
    quantity=lambda _context: _yes(
        PLACEMENTS.c.concern == "yes", PLACEMENTS.c.concern.is_not(None)
    ),
)
ACTIVE = Measure(
    placements,
    where=_active,
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason("ended", lambda day: and_(started(day), ~_active(day))),
    ),
)
AUDITED_LATELY = Measure(placements, where=_audited_lately)
WITH_CONCERN = Measure(
    placements,
    where=started,
    quantity=lambda _context: _yes(
        PLACEMENTS.c.concern == "yes", PLACEMENTS.c.concern.is_not(None)
    ),
)
STATUTORY_KNOWN = Measure(
    placements,
    where=_statutory_known,
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason("of unknown statutory status", lambda day: ~_statutory_known(day)),
    ),
)
STATUTORY = Measure(
    placements, where=lambda day: and_(started(day), PLACEMENTS.c.statutory == "yes")
)
MODE_KNOWN = Measure(
    placements,
    where=_mode_known,
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason(
            "not said to be with a practice educator on site or off",
            lambda _context: PLACEMENTS.c.pe_mode.is_(None) | (PLACEMENTS.c.pe_mode == "not_known"),
        ),
    ),
)
ON_SITE = Measure(
    placements, where=lambda day: and_(started(day), PLACEMENTS.c.pe_mode == "on_site")
)


@cache
def allocated_in(*areas: str) -> Measure:
    """Return placements in some service areas that were not cancelled."""
    return Measure(
        placements, where=lambda day: and_(allocated(day), PLACEMENTS.c.service_area.in_(areas))
    )
