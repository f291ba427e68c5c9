"""What is true of a census: what it says, and whether a later one replaces it."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, exists, false, or_

from data.calendar_sql import academic_year_of
from data.schema import FACTS

LATER = FACTS["workforce"].alias("later_census")
CHILDREN = "children"
ALL_AGE = "all_age"

Condition = ColumnElement[bool]
Names = tuple[str, ...]


def has_later(census: Any, day: date, needed: Names, na: str = "", *, in_year: bool) -> Condition:
    """Return whether a later census says what is needed of the same people.

    Args:
        census: The columns of the censuses asked about.
        day: Later censuses are not yet known.
        needed: The columns without which a census says nothing.
        na: The column that may be *not applicable*, which says enough.
        in_year: Whether only a census of the same academic year is a later one.
    """
    later = LATER.c
    # A partner that turns from two areas to all ages, or back, must not be counted both ways.
    same_people = or_(
        later.service_area == census.service_area,
        later.service_area == ALL_AGE,
        census.service_area == ALL_AGE,
    )
    found = exists().where(
        later.partnership == census.partnership,
        later.owner == census.owner,
        same_people,
        later.census_on > census.census_on,
        # A census that leaves a number out says nothing, so the one before it still stands.
        or_(says(later, needed), not_applicable(later, na)),
        later.voided_at.is_(None),
        later.census_on <= day,
    )
    if not in_year:
        return found
    return found.where(academic_year_of(later.census_on) == academic_year_of(census.census_on))


def says(census: Any, needed: Names) -> Condition:
    """Return whether a census gives every number that is needed."""
    return and_(*(census[name].is_not(None) for name in needed))


def not_applicable(census: Any, column: str) -> Condition:
    """Return whether a census calls a column *not applicable*; never for no column."""
    return census[f"{column}_na"] == 1 if column else false()
