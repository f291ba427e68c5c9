"""Placements with who sends the student, who takes them, and the programme: joined once."""

from sqlalchemy import ColumnElement, and_

from data.calendar_sql import academic_year_of, term_of
from data.locations import located
from data.schema import FACTS, PROGRAMME
from data.slicing import Condition, Source
from data.thresholds import Context

PLACEMENTS = FACTS["placements"]
UNIVERSITY = located(PLACEMENTS, PLACEMENTS.c.owner, "placements_owner")
EMPLOYER = located(UNIVERSITY.rows, PLACEMENTS.c.employer, "placements_employer")


def source(day: ColumnElement[object], *, also: Condition | None = None) -> Source:
    """Return placements, in the academic year and term of one of their days.

    Args:
        day: The column that puts a placement into a year.
        also: What else a placement must meet to be looked at.
    """
    standing = PLACEMENTS.c.voided_at.is_(None)
    return Source(
        sheet="placements",
        rows=EMPLOYER.rows.join(PROGRAMME, PROGRAMME.c.code == PLACEMENTS.c.programme),
        always=standing if also is None else and_(standing, also),
        columns={
            "partnership": PLACEMENTS.c.partnership,
            "academic_year": academic_year_of(day),
            "term": term_of(day),
            "level": PLACEMENTS.c.level,
            "service_area": PLACEMENTS.c.service_area,
            "owner": PLACEMENTS.c.owner,
            "university": PLACEMENTS.c.owner,
            "employer": PLACEMENTS.c.employer,
        },
        organisations=(PLACEMENTS.c.owner, PLACEMENTS.c.employer),
        regions={"employer": EMPLOYER.region, "hei": UNIVERSITY.region},
        day=day,
        route=PROGRAMME.c.route,
    )


def allocated(_context: Context) -> Condition:
    """Whether a placement has not been cancelled."""
    return PLACEMENTS.c.status != "cancelled"


def started(context: Context) -> Condition:
    """Whether a placement had started by the day."""
    return and_(allocated(context), PLACEMENTS.c.actual_start <= context.as_at)


def completed(context: Context) -> Condition:
    """Whether a placement had been completed by the day."""
    return and_(PLACEMENTS.c.status == "completed", PLACEMENTS.c.actual_end <= context.as_at)
