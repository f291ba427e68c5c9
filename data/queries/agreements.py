"""What employers have promised in agreements, a year, and what came of it."""

from dataclasses import replace
from functools import cache
from typing import Final

from sqlalchemy import and_, or_, true

from data import placement_rows
from data.calendar_sql import academic_year_of
from data.locations import located
from data.placement_rows import PLACEMENTS, allocated, started
from data.schema import FACTS
from data.slicing import Condition, Measure, Reason, Source
from data.thresholds import Context

AGREEMENTS = FACTS["agreements"]
OFFERS = FACTS["offers"]


def agreements(_context: Context) -> Source:
    """Active agreements, with the days between which each is in force."""
    owner = located(AGREEMENTS, AGREEMENTS.c.owner, "agreements_owner")
    return Source(
        sheet="agreements",
        rows=owner.rows,
        always=and_(AGREEMENTS.c.voided_at.is_(None), AGREEMENTS.c.status == "active"),
        columns={
            "partnership": AGREEMENTS.c.partnership,
            "starts_on": AGREEMENTS.c.starts_on,
            "ends_on": AGREEMENTS.c.ends_on,
        },
        organisations=(AGREEMENTS.c.owner,),
        regions={"employer": owner.region, "hei": owner.region},
        stock=True,
    )


@cache
def promised(bound: str) -> Measure:
    """Return the places a year that one column of the agreements promises."""
    return Measure(agreements, quantity=lambda _context: AGREEMENTS.c[bound])


def posts(context: Context) -> Source:
    """The same, for posts, which may be parts of one."""
    return replace(agreements(context), alone=False, looks_at=("agreements",))


def _in_force(context: Context) -> Condition:
    day = context.stock_date
    begun = or_(AGREEMENTS.c.starts_on.is_(None), AGREEMENTS.c.starts_on <= day)
    return and_(begun, or_(AGREEMENTS.c.ends_on.is_(None), AGREEMENTS.c.ends_on >= day))


@cache
def in_force(*kinds: str) -> Measure:
    """Return active agreements of some kinds that are in force on the day; of any, if none."""
    return Measure(
        agreements,
        where=lambda context: and_(_of(kinds), _in_force(context)),
        left_out=_not_in_force(kinds),
    )


def _of(kinds: tuple[str, ...]) -> Condition:
    return AGREEMENTS.c.type.in_(kinds) if kinds else true()


def _not_in_force(kinds: tuple[str, ...]) -> tuple[Reason, ...]:
    return (
        Reason("of another kind", lambda _context: ~_of(kinds)),
        Reason("not in force on the day", lambda context: ~_in_force(context)),
    )


JOINT_POST: Final = ("joint_post",)
JOINT_POST_FTE = Measure(
    posts,
    where=lambda context: and_(_of(JOINT_POST), _in_force(context)),
    quantity=lambda _context: AGREEMENTS.c.fte,
    left_out=_not_in_force(JOINT_POST),
)
REVIEWS_OVERDUE = Measure(
    agreements,
    where=lambda context: and_(_in_force(context), AGREEMENTS.c.review_due < context.stock_date),
)
REVIEWS_TO_COME = Measure(
    agreements,
    where=lambda context: and_(_in_force(context), AGREEMENTS.c.review_due >= context.stock_date),
)
# What says at least how many places, and leaves open how many at most.
WITHOUT_A_TOP = Measure(
    agreements,
    where=lambda _context: and_(
        AGREEMENTS.c.places_per_year_low.is_not(None), AGREEMENTS.c.places_per_year_high.is_(None)
    ),
)


def under_agreements(_context: Context) -> Source:
    """Placements with the offer they came from, and the agreement which that offer names."""
    plain = placement_rows.source(PLACEMENTS.c.planned_start)
    offer = and_(
        OFFERS.c.partnership == PLACEMENTS.c.partnership,
        OFFERS.c.owner == PLACEMENTS.c.employer,
        OFFERS.c.ref == PLACEMENTS.c.offer_ref,
        OFFERS.c.voided_at.is_(None),
    )
    agreement = and_(
        AGREEMENTS.c.partnership == OFFERS.c.partnership,
        AGREEMENTS.c.owner == OFFERS.c.owner,
        AGREEMENTS.c.ref == OFFERS.c.agreement_ref,
        AGREEMENTS.c.voided_at.is_(None),
    )
    rows = plain.rows.outerjoin(OFFERS, offer).outerjoin(AGREEMENTS, agreement)
    return replace(plain, rows=rows, told_by=("offers", "agreements"))


@cache
def delivered_under(*bounds: str) -> Measure:
    """Return placements started under an active agreement that promises places a year.

    Args:
        bounds: The agreement's columns of which one must hold a number.
    """

    def promised(context: Context) -> Condition:
        # Most placements are under none: a false answer here spares the database the others.
        under_one = AGREEMENTS.c.id.is_not(None)
        active = and_(under_one, AGREEMENTS.c.status == "active", _in_force_that_year())
        numbered = or_(*(AGREEMENTS.c[bound].is_not(None) for bound in bounds))
        return and_(active, numbered, started(context))

    return Measure(
        under_agreements,
        where=promised,
        left_out=(
            Reason("cancelled", lambda context: ~allocated(context)),
            Reason("not under such an agreement, or not started by then", _every),
        ),
    )


def _in_force_that_year() -> Condition:
    # The places of a year are held against placements of that year, so the two must meet.
    year = academic_year_of(PLACEMENTS.c.planned_start)
    begun = academic_year_of(AGREEMENTS.c.starts_on) <= year
    not_over = academic_year_of(AGREEMENTS.c.ends_on) >= year
    return and_(
        or_(AGREEMENTS.c.starts_on.is_(None), begun),
        or_(AGREEMENTS.c.ends_on.is_(None), not_over),
    )


def _every(_context: Context) -> Condition:
    return PLACEMENTS.c.id.is_not(None)
