"""The practice educator register, as it stood on a day.

Dates after the day are not yet known, but for the day a registration runs to, which is a plan.
"""

from datetime import date
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, literal, or_, true

from data.calendar import months_later
from data.calendar_sql import months_after
from data.locations import located
from data.schema import FACTS
from data.slicing import Condition, Measure, Source
from data.thresholds import Context
from data.types import Day

EDUCATORS = FACTS["practice_educators"]
OWNER = located(EDUCATORS, EDUCATORS.c.owner, "educators_owner")
AWARDS = (EDUCATORS.c.legacy_award_on, EDUCATORS.c.stage1_on, EDUCATORS.c.stage2_on)
SIGNS_OF_PRACTICE = (EDUCATORS.c.last_student_on, EDUCATORS.c.last_refresher_on, *AWARDS)
MONTHS_AHEAD = 12


def educators(context: Context) -> Source:
    """The practice educators on the register, by the highest stage they hold."""
    on_register = _on_register(context.stock_date)
    return _source(on_register, {"stage": _stage(context.stock_date)})


def register(_context: Context) -> Source:
    """Everybody who is or was on the register, leavers included."""
    return _source(true(), {})


def _source(also: Condition, extra: dict[str, ColumnElement[Any]]) -> Source:
    columns: dict[str, ColumnElement[Any]] = {
        "partnership": EDUCATORS.c.partnership,
        "service_area": EDUCATORS.c.service_area,
    }
    return Source(
        sheet="practice_educators",
        rows=OWNER.rows,
        always=and_(EDUCATORS.c.voided_at.is_(None), also),
        columns=columns | extra,
        organisations=(EDUCATORS.c.owner,),
        regions={"employer": OWNER.region, "hei": OWNER.region},
        stock=True,
    )


def _on_register(day: date) -> Condition:
    stayed = or_(EDUCATORS.c.left_on.is_(None), EDUCATORS.c.left_on > day)
    return and_(or_(*(award <= day for award in AWARDS)), stayed)


def _stage(day: date) -> ColumnElement[str]:
    # Grouping by it repeats it, so its values are written out: two parameters are not one value.
    known = literal(day, Day(), literal_execute=True)
    held = (("2", EDUCATORS.c.stage2_on), ("1", EDUCATORS.c.stage1_on))
    branches = [(award <= known, literal(name, literal_execute=True)) for name, award in held]
    return case(*branches, else_=literal("legacy", literal_execute=True))


def _would_be_current(context: Context, day: date) -> Condition:
    """Whether somebody on the register is current on a day, by what is known on the stock date."""
    registered = or_(EDUCATORS.c.registered_until.is_(None), EDUCATORS.c.registered_until >= day)
    earliest = context.months_before("currency_months", OWNER.nation, day)
    known = context.stock_date
    return and_(registered, or_(*(sign.between(earliest, known) for sign in SIGNS_OF_PRACTICE)))


def current(context: Context) -> Condition:
    """Whether somebody on the register is current."""
    return _would_be_current(context, context.stock_date)


def _untrue(condition: Condition) -> Condition:
    # What compares with a missing date is neither true nor false, and so not true either.
    return condition.is_not(true())


def _expiring(context: Context) -> Condition:
    def lapsed(months: int) -> Condition:
        later = months_later(context.stock_date, months)
        return _untrue(_would_be_current(context, later))

    return current(context) & context.by_nation("expiring_months", OWNER.nation, lapsed)


def _current_after(months: int) -> Measure:
    def stays(context: Context) -> Condition:
        later = months_later(context.stock_date, months)
        return current(context) & _would_be_current(context, later)

    return Measure(educators, where=stays)


def _has_stage2(context: Context) -> Condition:
    return current(context) & (EDUCATORS.c.stage2_on <= context.stock_date)


def _time_is_up(context: Context) -> ColumnElement[Any]:
    months = context.number("progression_months", OWNER.nation)
    return months_after(EDUCATORS.c.stage1_on, months)


def _old_enough(context: Context) -> Condition:
    return _time_is_up(context) <= context.stock_date


def _progressed(context: Context) -> Condition:
    return and_(_old_enough(context), EDUCATORS.c.stage2_on <= _time_is_up(context))


ON_REGISTER = Measure(educators)
CURRENT = Measure(educators, where=current)
NOT_CURRENT = Measure(educators, where=lambda context: _untrue(current(context)))
# A registration without an end is taken to run on, and is counted apart.
NO_KNOWN_LAPSE = Measure(
    educators,
    where=lambda context: current(context) & EDUCATORS.c.registered_until.is_(None),
)
EXPIRING = Measure(educators, where=_expiring)
# Who is current now, and still in one month, two, and so on to a year, if nothing happens.
CURRENT_AFTER = tuple(_current_after(months) for months in range(MONTHS_AHEAD + 1))
CAPACITY = Measure(
    educators,
    where=_has_stage2,
    quantity=lambda _context: func.coalesce(EDUCATORS.c.places_per_year, 1),
)
OLD_ENOUGH_TO_PROGRESS = Measure(register, where=_old_enough)
PROGRESSED = Measure(register, where=_progressed)


@cache
def current_in(*areas: str) -> Measure:
    """Return the current practice educators of some service areas."""
    return Measure(
        educators,
        where=lambda context: current(context) & EDUCATORS.c.service_area.in_(areas),
    )
