"""What partners put in: activities held, the people in them, and the hours they took."""

from dataclasses import replace
from functools import cache

from sqlalchemy import and_, literal

from data import activity_rows
from data.activity_rows import ACTIVITIES, activities
from data.slicing import Condition, Measure, Reason, Source
from data.thresholds import Context


def in_hours(context: Context) -> Source:
    """Activities for their hours, which are no whole numbers."""
    return replace(
        activities(context),
        rows=activity_rows.OWNER.by_place,
        alone=False,
        looks_at=("activities",),
    )


def _held(kinds: tuple[str, ...], context: Context) -> Condition:
    return and_(activity_rows.of(kinds), activity_rows.held(context))


@cache
def held(*kinds: str) -> Measure:
    """Return activities of some kinds that were held by the day; of any, if none is named."""
    return Measure(
        activities,
        where=lambda context: _held(kinds, context),
        left_out=activity_rows.not_held(kinds),
    )


@cache
def amount(column: str, *kinds: str) -> Measure:
    """Return the sum of a column over activities of some kinds that were held by the day.

    Args:
        column: ``people`` or ``hours``.
        kinds: The kinds of activity; any, if none is named.
    """
    return Measure(
        in_hours if column == "hours" else activities,
        where=lambda context: and_(_held(kinds, context), ~_has_none(column)),
        quantity=lambda _context: ACTIVITIES.c[column],
        left_out=(
            *activity_rows.not_held(kinds),
            Reason("said to have no such number", lambda _context: _has_none(column)),
        ),
    )


@cache
def without(column: str, *kinds: str) -> Measure:
    """Return the activities held that say of a column that it does not apply to them."""
    return Measure(
        amount(column, *kinds).source,
        where=lambda context: and_(_held(kinds, context), _has_none(column)),
    )


def _has_none(column: str) -> Condition:
    return ACTIVITIES.c[f"{column}_na"] == literal(1)
