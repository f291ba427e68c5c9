"""How many social workers employers have, from their own censuses."""

from sqlalchemy import ColumnElement, and_

from data.calendar_sql import academic_year_of
from data.census_rows import IN_POST, REPLACED_IN_YEAR, stands
from data.places import place
from data.schema import FACTS
from data.slicing import Measure, Source
from data.thresholds import Context

WORKFORCE = FACTS["workforce"]
OWNER = place(WORKFORCE, WORKFORCE.c.owner, "workforce_owner")

Condition = ColumnElement[bool]


def workforce(context: Context) -> Source:
    """The censuses held by the day, by the academic year of the census."""
    held_on = WORKFORCE.c.census_on
    return Source(
        sheet="workforce",
        rows=OWNER.rows.outerjoin(REPLACED_IN_YEAR, REPLACED_IN_YEAR.c.id == WORKFORCE.c.id),
        always=and_(WORKFORCE.c.voided_at.is_(None), held_on <= context.as_at),
        columns={
            "partnership": WORKFORCE.c.partnership,
            "service_area": WORKFORCE.c.service_area,
            "academic_year": academic_year_of(held_on),
        },
        organisations=(WORKFORCE.c.owner,),
        regions={"employer": OWNER.region, "hei": OWNER.region},
        day=held_on,
        # Posts are counted in full-time equivalents, which are no whole numbers.
        alone=False,
        looks_at=("workforce",),
    )


def _latest_of_year(context: Context) -> Condition:
    return stands(REPLACED_IN_YEAR, IN_POST, context.as_at)


def _in_post(_context: Context) -> ColumnElement[float]:
    return WORKFORCE.c.fte_in_post


# The latest census of each academic year, for each partner and service area.
FTE_IN_POST = Measure(workforce, where=_latest_of_year, quantity=_in_post)
