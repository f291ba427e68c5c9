"""How many social workers employers have, from their censuses."""

from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Exists, and_, exists, or_

from data.calendar_sql import academic_year_of
from data.places import place
from data.schema import FACTS
from data.slicing import Measure, Source
from data.thresholds import Context

WORKFORCE = FACTS["workforce"]
LATER = WORKFORCE.alias("later_census")
OWNER = place(WORKFORCE, WORKFORCE.c.owner, "workforce_owner")

Condition = ColumnElement[bool]


def workforce(context: Context) -> Source:
    """The censuses held by the day, by the academic year of the census."""
    held_on = WORKFORCE.c.census_on
    by_year = _source(context.as_at, {"academic_year": academic_year_of(held_on)}, stock=False)
    return replace(by_year, day=held_on)


def workforce_now(context: Context) -> Source:
    """The censuses held by the day on which stocks are counted, whatever their year."""
    return _source(context.stock_date, {}, stock=True)


def _source(day: date, year: dict[str, ColumnElement[Any]], *, stock: bool) -> Source:
    columns: dict[str, ColumnElement[Any]] = {
        "partnership": WORKFORCE.c.partnership,
        "service_area": WORKFORCE.c.service_area,
    }
    return Source(
        sheet="workforce",
        rows=OWNER.rows,
        always=_held_by(WORKFORCE, day),
        columns=columns | year,
        organisations=(WORKFORCE.c.owner,),
        regions={"employer": OWNER.region, "hei": OWNER.region},
        stock=stock,
        # Posts are counted in full-time equivalents, which are no whole numbers.
        alone=False,
    )


def _held_by(census: Any, day: date) -> Condition:
    return and_(census.c.voided_at.is_(None), census.c.census_on <= day)


def _has_later(day: date) -> Exists:
    # A census that leaves the number out says nothing, so the one before it still stands.
    return exists().where(
        LATER.c.partnership == WORKFORCE.c.partnership,
        LATER.c.owner == WORKFORCE.c.owner,
        _counts_the_same_people(),
        LATER.c.census_on > WORKFORCE.c.census_on,
        LATER.c.fte_in_post.is_not(None),
        _held_by(LATER, day),
    )


def _counts_the_same_people() -> Condition:
    # A partner that turns from two areas to all ages, or back, must not be counted both ways.
    return or_(
        LATER.c.service_area == WORKFORCE.c.service_area,
        LATER.c.service_area == "all_age",
        WORKFORCE.c.service_area == "all_age",
    )


def _latest_of_year(context: Context) -> Condition:
    same_year = academic_year_of(LATER.c.census_on) == academic_year_of(WORKFORCE.c.census_on)
    return ~_has_later(context.as_at).where(same_year)


def _latest_of_all(context: Context) -> Condition:
    return ~_has_later(context.stock_date)


def _in_post(_context: Context) -> ColumnElement[float]:
    return WORKFORCE.c.fte_in_post


# The latest census of each academic year, for each partner and service area.
FTE_IN_POST = Measure(workforce, where=_latest_of_year, quantity=_in_post)
# The latest census of all by the day, for each partner and service area.
FTE_IN_POST_NOW = Measure(workforce_now, where=_latest_of_all, quantity=_in_post)
