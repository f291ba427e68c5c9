"""Meetings of those who govern a partnership, and its panels: held, attended, chaired."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, cast, literal

from data import activity_rows
from data.activity_rows import ACTIVITIES, GOVERNANCE, OWNER, PANELS, Condition, activities
from data.slicing import Measure, Source
from data.thresholds import Context

Where = Callable[[Context], Condition]


def meetings(context: Context) -> Source:
    """Activities, of which those of several partners may be one meeting."""
    return replace(activities(context), alone=False)


def _of_governance(where: Where) -> Where:
    return lambda context: and_(activity_rows.of(GOVERNANCE), where(context))


def _meeting(_context: Context) -> ColumnElement[Any]:
    # Each partner words a meeting's title in its own way; its day they have in common.
    return ACTIVITIES.c.partnership.concat(literal(" ")).concat(cast(ACTIVITIES.c.held_on, Text))


def _meetings(where: Where) -> Measure:
    return Measure(
        meetings,
        where=_of_governance(where),
        distinct=_meeting,
        left_out=activity_rows.not_due(GOVERNANCE),
    )


def _chaired_by_employer(_context: Context) -> ColumnElement[Any]:
    """One or nought; nothing where the row does not say what part its partner had."""
    by_employer = and_(ACTIVITIES.c.role == "chair", OWNER.organisation.c.kind != "hei")
    return case((by_employer, 1), (ACTIVITIES.c.role.is_not(None), 0))


# As partners return them: one of several partners is as many.
RETURNED_AS_DUE = Measure(
    activities,
    where=_of_governance(activity_rows.due),
    left_out=activity_rows.not_due(GOVERNANCE),
)
PANELS_CHAIRED_BY_EMPLOYERS = Measure(
    activities,
    where=lambda context: and_(activity_rows.of(PANELS), activity_rows.held(context)),
    quantity=_chaired_by_employer,
)
# As they were: all that partners of a partnership return of one day is one.
MEETINGS_DUE = _meetings(activity_rows.due)
MEETINGS_HELD = _meetings(activity_rows.held)
MEETINGS_TO_COME = _meetings(activity_rows.to_come)
MEETINGS_CHAIRED = _meetings(
    lambda context: and_(activity_rows.held(context), ACTIVITIES.c.role == "chair")
)
