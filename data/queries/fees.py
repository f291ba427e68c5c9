"""Fees for placement days, at the rate that was valid when a placement started."""

from dataclasses import replace
from typing import Any, Final

from sqlalchemy import BigInteger, ColumnElement, and_, case, cast

from data.calendar_sql import financial_year_of
from data.placement_rows import EMPLOYER, PLACEMENTS, source, started
from data.placement_states import CANCELLED, NOT_STARTED
from data.schema.running import ANY_COUNTRY
from data.slicing import Condition, Measure, Reason, Source
from data.thresholds import Context


def fees(context: Context) -> Source:
    """Placements by the day they were planned to start, with the daily fee of each."""
    placements = source(PLACEMENTS.c.planned_start)
    year = financial_year_of(PLACEMENTS.c.planned_start)
    columns = {**placements.columns, "financial_year": year, "daily_fee": _daily_fee(context)}
    return replace(placements, columns=columns)


def _daily_fee(context: Context) -> ColumnElement[Any]:
    """Return the pence a day that were valid in the employer's nation when a placement started."""
    start = PLACEMENTS.c.actual_start
    # A nation's own value goes before the one for any country, as everywhere.
    ordered = sorted(context.fees, key=lambda fee: fee.country == ANY_COUNTRY)
    branches: list[Any] = [
        (_holds_in(fee.country) & (start >= fee.valid_from), fee.value) for fee in ordered
    ]
    nowhere = (PLACEMENTS.c.id.is_(None), 0)
    return case(*(branches or [nowhere]))


def _holds_in(country: str) -> Condition:
    if country == ANY_COUNTRY:
        return PLACEMENTS.c.id.is_not(None)
    return EMPLOYER.nation == country


def _has_fee(context: Context) -> Condition:
    return and_(started(context), _daily_fee(context).is_not(None))


def _without_fee(context: Context) -> Condition:
    return and_(started(context), _daily_fee(context).is_(None))


def _pence(context: Context) -> ColumnElement[Any]:
    return PLACEMENTS.c.days_required * cast(_daily_fee(context), BigInteger)


WITHOUT_FEE: Final = Measure(fees, where=_without_fee)
LEFT_OUT: Final = (
    CANCELLED,
    NOT_STARTED,
    Reason("started when no daily fee was known", _without_fee),
)
DAYS: Final = Measure(
    fees,
    where=_has_fee,
    quantity=lambda _context: PLACEMENTS.c.days_required,
    left_out=LEFT_OUT,
)
# What each placement brings, for those who look at rows.
PENCE: Final = Measure(fees, where=_has_fee, quantity=_pence, pence=True)
