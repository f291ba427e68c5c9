"""Money: granted, contributed and spent, planned and actual, in pence."""

from functools import cache
from typing import Any, Final, NamedTuple

from sqlalchemy import ColumnElement, Select, Text, and_, case, cast, func, or_, select

from data.calendar import financial_quarter, financial_year
from data.locations import located
from data.schema import FACTS, PARTNERSHIP
from data.slicing import Condition, Measure, Reason, Source
from data.thresholds import Context

FINANCE = FACTS["finance"]
OWNER = located(FINANCE, FINANCE.c.owner, "finance_owner")
WHOLE_YEAR: Final = "year"
SPEND: Final = "spend"
NAMED: Final = ("%practice educat%", "% pe %", "% pes %")


def money(context: Context) -> Source:
    """Rows of financial years and quarters that have begun by the day."""
    quarter = func.coalesce(cast(FINANCE.c.quarter, Text), WHOLE_YEAR)
    return Source(
        sheet="finance",
        rows=OWNER.rows,
        always=and_(FINANCE.c.voided_at.is_(None), _begun(context)),
        columns={
            "partnership": FINANCE.c.partnership,
            "financial_year": FINANCE.c.financial_year,
            "quarter": quarter,
            "heading": FINANCE.c.heading,
        },
        organisations=(FINANCE.c.owner,),
        regions={"employer": OWNER.region, "hei": OWNER.region},
        # Pence add up to more than a cell has room for.
        alone=False,
        looks_at=("finance",),
    )


def _begun(context: Context) -> Condition:
    year, quarter = financial_year(context.as_at), financial_quarter(context.as_at)
    this_year = and_(
        FINANCE.c.financial_year == year,
        or_(FINANCE.c.quarter.is_(None), FINANCE.c.quarter <= quarter),
    )
    return or_(FINANCE.c.financial_year < year, this_year)


class Amounts(NamedTuple):
    """A sum of pence, and the rows in whose place *not applicable* stands."""

    said: Measure
    not_applicable: Measure


def _is(*kinds: str) -> Condition:
    return FINANCE.c.kind.in_(kinds)


def _na(column: str) -> Condition:
    return FINANCE.c[f"{column}_na"] == 1


@cache
def amounts(column: str, *kinds: str) -> Amounts:
    """Return what rows of some kinds say in a column: ``planned`` or ``actual``."""
    return Amounts(
        Measure(
            money,
            where=lambda _context: and_(_is(*kinds), ~_na(column)),
            quantity=lambda _context: FINANCE.c[column],
            left_out=(
                Reason("of another kind", lambda _context: ~_is(*kinds)),
                Reason("not applicable", lambda _context: _na(column)),
            ),
            pence=True,
        ),
        Measure(money, where=lambda _context: and_(_is(*kinds), _na(column))),
    )


SPENT: Final = amounts("actual", SPEND)


def _compared(column: str) -> Measure:
    """Return a column of the spending that says both what was planned and what was spent."""
    both = and_(FINANCE.c.planned.is_not(None), FINANCE.c.actual.is_not(None))
    either_na = or_(_na("planned"), _na("actual"))
    return Measure(
        money,
        where=lambda _context: and_(_is(SPEND), ~either_na),
        quantity=lambda _context: case((both, FINANCE.c[column])),
        left_out=(
            Reason("of another kind", lambda _context: ~_is(SPEND)),
            Reason("not applicable", lambda _context: either_na),
        ),
        pence=True,
    )


SPENT_AS_PLANNED: Final = _compared("actual")
PLANNED_AND_SPENT: Final = _compared("planned")
PLAN_NOT_APPLICABLE: Final = Measure(
    money, where=lambda _context: and_(_is(SPEND), or_(_na("planned"), _na("actual")))
)


# A plan of which nobody has said yet what was spent: no saving, and so held against nothing.
STILL_PLANNED: Final = Amounts(
    Measure(
        money,
        where=lambda _context: and_(
            _is(SPEND), FINANCE.c.actual.is_(None), ~_na("actual"), ~_na("planned")
        ),
        quantity=lambda _context: FINANCE.c.planned,
        left_out=(
            Reason("of another kind", lambda _context: ~_is(SPEND)),
            Reason("not applicable", lambda _context: or_(_na("planned"), _na("actual"))),
            Reason("spent, as far as they say", lambda _context: FINANCE.c.actual.is_not(None)),
        ),
        pence=True,
    ),
    PLAN_NOT_APPLICABLE,
)


def _names_educators() -> Condition:
    # A word of its own at either end of the heading has a space on both sides too.
    heading: ColumnElement[Any] = " " + func.lower(FINANCE.c.heading) + " "
    return or_(*(heading.like(pattern) for pattern in NAMED))


SPENT_ON_EDUCATORS: Final = Measure(
    money,
    where=lambda _context: and_(_is(SPEND), _names_educators(), ~_na("actual")),
    quantity=lambda _context: FINANCE.c.actual,
    left_out=(
        Reason("of another kind", lambda _context: ~_is(SPEND)),
        Reason(
            "under headings that don't name practice educators",
            lambda _context: ~_names_educators(),
        ),
        Reason("not applicable", lambda _context: _na("actual")),
    ),
    pence=True,
)


def funding() -> Select[Any]:
    """Return a statement of when funding began: ``code``, ``funded_from``, ``funded_to``.

    Partnerships of which that is not known are not among them; an end may be open.
    """
    columns = (PARTNERSHIP.c.code, PARTNERSHIP.c.funded_from, PARTNERSHIP.c.funded_to)
    known = select(*columns).where(PARTNERSHIP.c.funded_from.is_not(None))
    return known.order_by(PARTNERSHIP.c.funded_from, PARTNERSHIP.c.code)
