"""Meetings of those who govern a partnership, and its panels: held, attended, chaired."""

from dataclasses import replace
from typing import Any

from sqlalchemy import ColumnElement, and_, case

from data import activity_rows
from data.activity_rows import ACTIVITIES, GOVERNANCE, OWNER, PANELS, activities
from data.slicing import Measure, Source
from data.thresholds import Context


def meetings(context: Context) -> Source:
    """Governance meetings alone, each with its day."""
    source = activities(context)
    return replace(
        source,
        always=and_(source.always, activity_rows.of(GOVERNANCE)),
        columns={**source.columns, "held_on": ACTIVITIES.c.held_on},
    )


def _chaired_by_employer(_context: Context) -> ColumnElement[Any]:
    """One or nought; nothing where the row does not say what part its partner had."""
    by_employer = and_(ACTIVITIES.c.role == "chair", OWNER.organisation.c.kind != "hei")
    return case((by_employer, 1), (ACTIVITIES.c.role.is_not(None), 0))


# As partners return them: one of several partners is as many.
RETURNED_AS_DUE = Measure(
    activities,
    where=lambda context: and_(activity_rows.of(GOVERNANCE), activity_rows.due(context)),
    left_out=activity_rows.not_due(GOVERNANCE),
)
PANELS_CHAIRED_BY_EMPLOYERS = Measure(
    activities,
    where=lambda context: and_(activity_rows.of(PANELS), activity_rows.held(context)),
    quantity=_chaired_by_employer,
)
# Of meetings, whose days tell which rows of several partners are one.
DUE = Measure(meetings, where=activity_rows.due)
HELD = Measure(meetings, where=activity_rows.held)
TO_COME = Measure(meetings, where=activity_rows.to_come)
CHAIRED = Measure(
    meetings,
    where=lambda context: and_(activity_rows.held(context), ACTIVITIES.c.role == "chair"),
)
