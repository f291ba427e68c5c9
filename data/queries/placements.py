"""Placements: matched, started, audited, ended."""

from dataclasses import replace
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, case

from data import placement_rows
from data import placement_states as states
from data.calendar_sql import days_between
from data.placement_rows import PLACEMENTS, allocated, completed, started
from data.placement_states import CANCELLED, NOT_STARTED
from data.slicing import Condition, Measure, Reason, Source
from data.thresholds import Context


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
        always=and_(source.always, states.started_late(context)),
        columns={**source.columns, "days_late": days},
    )


def _yes(condition: Condition, known: Condition) -> ColumnElement[Any]:
    """One or nought; nothing where the row does not say."""
    return case((and_(known, condition), 1), (known, 0))


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
    where=states.started_late,
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason("started on time", lambda day: and_(started(day), ~states.started_late(day))),
    ),
)
LATE = Measure(late_starts)
DUE = Measure(
    placements,
    where=states.due,
    left_out=(
        CANCELLED,
        Reason("planned to start later", lambda day: PLACEMENTS.c.planned_start > day.as_at),
    ),
)
STARTED_ON_TIME = Measure(
    placements, where=lambda day: and_(states.due(day), states.started_by_plan(day))
)
STARTED_BY_PLAN = Measure(
    placements,
    where=states.started_by_plan,
    left_out=(CANCELLED, NOT_STARTED, Reason("started late", states.started_late)),
)
OVERDUE = Measure(
    placements,
    where=states.overdue,
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
        Reason("ended early", states.ended_early),
        Reason("under way", states.active),
    ),
)
ENDED_EARLY = Measure(
    placements,
    where=states.ended_early,
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason("not ended early by then", lambda day: and_(started(day), ~states.ended_early(day))),
    ),
)
ENDED_EARLY_WITH_CONCERN = Measure(
    placements,
    where=states.ended_early,
    quantity=lambda _context: _yes(
        PLACEMENTS.c.concern == "yes", PLACEMENTS.c.concern.is_not(None)
    ),
)
ACTIVE = Measure(
    placements,
    where=states.active,
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason("ended", lambda day: and_(started(day), ~states.active(day))),
    ),
)
AUDITED_LATELY = Measure(placements, where=states.audited_lately)
WITH_CONCERN = Measure(
    placements,
    where=started,
    quantity=lambda _context: _yes(
        PLACEMENTS.c.concern == "yes", PLACEMENTS.c.concern.is_not(None)
    ),
)
STATUTORY_KNOWN = Measure(
    placements,
    where=states.statutory_known,
    left_out=(
        CANCELLED,
        NOT_STARTED,
        Reason("of unknown statutory status", lambda day: ~states.statutory_known(day)),
    ),
)
STATUTORY = Measure(
    placements, where=lambda day: and_(started(day), PLACEMENTS.c.statutory == "yes")
)
MODE_KNOWN = Measure(
    placements,
    where=states.mode_known,
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
