"""Activities as every query sees them: whose they are, when they were, and what became of them.

A row is what one partner put in, so that a meeting of several partners has a row of each.
"""

from typing import Final

from sqlalchemy import and_, true

from data.calendar_sql import academic_year_of, term_of
from data.locations import located
from data.schema import FACTS
from data.slicing import Condition, Reason, Source
from data.thresholds import Context

ACTIVITIES = FACTS["activities"]
OWNER = located(ACTIVITIES, ACTIVITIES.c.owner, "activities_owner")
GOVERNANCE: Final = ("governance_meeting",)
PANELS: Final = ("placement_panel", "suitability_panel")


def activities(_context: Context) -> Source:
    """Activities, by the day on which they were held or are planned."""
    return Source(
        sheet="activities",
        rows=OWNER.rows,
        always=ACTIVITIES.c.voided_at.is_(None),
        columns={
            "partnership": ACTIVITIES.c.partnership,
            "activity": ACTIVITIES.c.type,
            "academic_year": academic_year_of(ACTIVITIES.c.held_on),
            "term": term_of(ACTIVITIES.c.held_on),
            "service_area": ACTIVITIES.c.service_area,
        },
        organisations=(ACTIVITIES.c.owner,),
        regions={"employer": OWNER.region, "hei": OWNER.region},
        day=ACTIVITIES.c.held_on,
    )


def of(kinds: tuple[str, ...]) -> Condition:
    """Whether an activity is of one of some kinds; any, if none is named."""
    return ACTIVITIES.c.type.in_(kinds) if kinds else true()


def known(context: Context) -> Condition:
    """Whether the day that an activity was held on, or planned for, has come."""
    return ACTIVITIES.c.held_on <= context.as_at


def held(context: Context) -> Condition:
    """Whether an activity was held by the day."""
    return and_(ACTIVITIES.c.status == "held", known(context))


def due(context: Context) -> Condition:
    """Whether an activity was held by the day, or planned for a day that has come."""
    return and_(ACTIVITIES.c.status != "cancelled", known(context))


def to_come(context: Context) -> Condition:
    """Whether an activity is of a day that has not come."""
    return and_(ACTIVITIES.c.status != "cancelled", ~known(context))


def not_due(kinds: tuple[str, ...]) -> tuple[Reason, ...]:
    """Return why activities are neither held nor due, where only some kinds are looked at."""
    return (
        Reason("of another kind", lambda _context: ~of(kinds)),
        Reason("cancelled", lambda _context: ACTIVITIES.c.status == "cancelled"),
        Reason("of a later day", lambda context: ~known(context)),
    )


def not_held(kinds: tuple[str, ...]) -> tuple[Reason, ...]:
    """Return why activities were not held, where only some kinds are looked at."""
    planned = Reason(
        "planned and not said to have been held",
        lambda _context: ACTIVITIES.c.status == "planned",
    )
    return (*not_due(kinds), planned)
