"""How many social workers employers have, from their own censuses."""

from sqlalchemy import and_

from data.calendar_sql import academic_year_of
from data.census_rows import HEADS, IN_POST, PEOPLE, REPLACED_IN_YEAR, STAFF, Names, counts, total
from data.locations import located
from data.schema import FACTS
from data.slicing import Measure, Source
from data.thresholds import Context

WORKFORCE = FACTS["workforce"]
OWNER = located(WORKFORCE, WORKFORCE.c.owner, "workforce_owner")


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


def own(figure: str, adding: Names) -> Measure:
    """Return what partners' own censuses add up to for a figure.

    The latest census of each academic year counts, for each partner and service area.

    Args:
        figure: One of ``data.census_rows.FIGURES``.
        adding: The columns that are added up.
    """
    return Measure(
        workforce,
        where=lambda context: counts(WORKFORCE.c, REPLACED_IN_YEAR, figure, context.as_at),
        quantity=lambda _context: total(WORKFORCE.c, figure, adding),
    )


FTE_IN_POST = own(IN_POST, STAFF)
HEADCOUNT = own(HEADS, PEOPLE)
