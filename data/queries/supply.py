"""What employers offer, and what became of the offers."""

from dataclasses import replace
from functools import cache

from sqlalchemy import ColumnElement, or_

from data.calendar_sql import academic_year_of, days_between, term_of
from data.locations import located
from data.schema import FACTS
from data.slicing import Measure, Reason, Source
from data.thresholds import Context

OFFERS = FACTS["offers"]
OWNER = located(OFFERS, OFFERS.c.owner, "offers_owner")


def offers(_context: Context) -> Source:
    """Offers of places, by the start of their window."""
    return Source(
        sheet="offers",
        rows=OWNER.rows,
        always=OFFERS.c.voided_at.is_(None),
        columns={
            "partnership": OFFERS.c.partnership,
            "academic_year": academic_year_of(OFFERS.c.window_start),
            "term": term_of(OFFERS.c.window_start),
            "level": OFFERS.c.level,
            "service_area": OFFERS.c.service_area,
            "owner": OFFERS.c.owner,
            "employer": OFFERS.c.owner,
            "statutory": OFFERS.c.statutory,
            "reserved_for": OFFERS.c.reserved_for,
        },
        organisations=(OFFERS.c.owner,),
        regions={"employer": OWNER.region, "hei": OWNER.region},
        day=OFFERS.c.window_start,
        any_level=True,
    )


def became(status: str, context: Context) -> ColumnElement[bool]:
    """Whether an offer had been withdrawn or rejected by the day."""
    return (OFFERS.c.status == status) & (OFFERS.c.status_on <= context.as_at)


def standing(context: Context) -> ColumnElement[bool]:
    """Whether an offer stands on the day: what ends it later is not yet known."""
    ended = OFFERS.c.status.in_(("withdrawn", "rejected"))
    return or_(~ended, OFFERS.c.status_on > context.as_at)


def _late(context: Context) -> ColumnElement[bool]:
    notice = days_between(OFFERS.c.status_on, OFFERS.c.window_start)
    limit = context.number("late_withdrawal_days", OWNER.nation)
    return became("withdrawn", context) & (notice <= limit)


def _places(_context: Context) -> ColumnElement[int]:
    return OFFERS.c.places


GROSS = Measure(offers, quantity=_places)
NET = Measure(
    offers,
    where=standing,
    quantity=_places,
    left_out=(Reason("withdrawn or rejected", lambda day: ~standing(day)),),
)
WITHDRAWN = Measure(offers, where=lambda day: became("withdrawn", day), quantity=_places)
WITHDRAWN_LATE = Measure(offers, where=_late, quantity=_places)
REJECTED = Measure(offers, where=lambda day: became("rejected", day), quantity=_places)


def by_window(context: Context) -> Source:
    """The same offers, with the day their window starts; it has no end."""
    source = offers(context)
    return replace(source, columns={**source.columns, "window_start": OFFERS.c.window_start})


NET_BY_WINDOW = Measure(by_window, where=standing, quantity=_places)


@cache
def net_in(*areas: str) -> Measure:
    """Return places that stand, in some service areas."""
    return Measure(
        offers,
        where=lambda day: standing(day) & OFFERS.c.service_area.in_(areas),
        quantity=_places,
    )
