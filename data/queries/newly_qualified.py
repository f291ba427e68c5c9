"""Newly qualified social workers, cohort by cohort, and what became of them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, and_, case, false, func

from data.calendar import academic_year, months_later, year_before
from data.locations import located
from data.schema import FACTS
from data.slicing import Condition, Measure, Reason, Source
from data.thresholds import Context

COHORTS: Final = FACTS["newly_qualified"]
OWNER: Final = located(COHORTS, COHORTS.c.owner, "cohort_owner")


def cohorts(context: Context) -> Source:
    """The cohorts whose academic year had begun by the day."""
    return Source(
        sheet="newly_qualified",
        rows=OWNER.rows,
        always=and_(
            COHORTS.c.voided_at.is_(None), COHORTS.c.cohort <= academic_year(context.as_at)
        ),
        columns={
            "partnership": COHORTS.c.partnership,
            "service_area": COHORTS.c.service_area,
            "academic_year": COHORTS.c.cohort,
        },
        organisations=(COHORTS.c.owner,),
        regions={"employer": OWNER.region, "hei": OWNER.region},
    )


def youngest(day: date, months: int) -> str:
    """Return the last cohort that is old enough on a day.

    It is so once even those who started on the last day of its year have been there so long.
    """
    return year_before(academic_year(months_later(day + timedelta(days=1), -months)))


@dataclass(frozen=True)
class Outcome:
    """What became of cohorts: two sums over the same rows, and the rows too young to tell.

    Attributes:
        part: Of whom it is true.
        whole: Of whom it could be.
        young: Rows of cohorts that are not old enough on the day.
    """

    part: Measure
    whole: Measure
    young: Measure


def _outcome(column: str, whole: ColumnElement[Any], months: int = 0) -> Outcome:
    """Return the sums of a column and of its whole, over rows in which the column is filled.

    Args:
        column: Says of how many it is true.
        whole: Of how many it could be.
        months: How long ago the youngest of a cohort started; 0 where a cohort may be any age.
    """
    said = COHORTS.c[column]

    def young(context: Context) -> Condition:
        return COHORTS.c.cohort > youngest(context.as_at, months) if months else false()

    def not_applicable(_context: Context) -> Condition:
        flag = f"{column}_na"
        return COHORTS.c[flag] == 1 if flag in COHORTS.c else false()

    def counts(context: Context) -> Condition:
        return and_(~young(context), ~not_applicable(context))

    left_out = (
        Reason("of a cohort too young to tell", young),
        Reason("not applicable there", not_applicable),
    )
    return Outcome(
        part=Measure(cohorts, where=counts, quantity=lambda _context: said),
        whole=Measure(
            cohorts,
            where=counts,
            quantity=lambda _context: case((said.is_not(None), whole)),
            left_out=left_out,
        ),
        young=Measure(cohorts, where=young),
    )


NQ_STARTED: Final = Measure(cohorts, quantity=lambda _context: COHORTS.c.started)
ASYE_DEFERRED: Final = Measure(cohorts, quantity=lambda _context: COHORTS.c.asye_deferred)
# Whoever is deferred has neither passed nor failed.
ASSESSED: Final = COHORTS.c.started - func.coalesce(COHORTS.c.asye_deferred, 0)

HIRED: Final = _outcome("placed_here_before", COHORTS.c.started)
PASSED_ASYE: Final = _outcome("asye_passed", ASSESSED, 12)
STAYED: Final = {
    months: _outcome(f"in_post_{months}m", COHORTS.c.started, months) for months in (12, 24, 36)
}
