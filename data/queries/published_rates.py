"""Rates as the Department for Education prints them: of England, its regions, and councils here.

They are its own, to one decimal place, and nothing here adds them up.
"""

from typing import Any, Final

from sqlalchemy import Select, and_, select

from data.calendar_sql import academic_year_of
from data.published_rows import SEATS
from data.schema import PUBLISHED_WORKFORCE
from data.schema.published import COUNCIL
from data.selection import Selection

# The measure that prints each rate, by the indicator that is worked out likewise.
RATES: Final = {
    "vacancy_rate": "vacancy_rate_fte",
    "turnover_rate": "turnover_rate_fte",
    "agency_rate": "agency_rate_fte",
}
PRINTED: Final = PUBLISHED_WORKFORCE.c


def of_places() -> Select[Any]:
    """Return a statement of what is printed of England and its regions.

    Its columns are ``level``, ``place``, ``census_on``, ``measure``, ``value`` in per cent, and
    ``state``.
    """
    place = (PRINTED.geographic_level.label("level"), PRINTED.ons_code.label("place"))
    elsewhere = PRINTED.geographic_level != COUNCIL
    return select(*place, *_printed()).where(elsewhere, PRINTED.measure.in_(RATES.values()))


def of_councils(selection: Selection) -> Select[Any]:
    """Return a statement of what is printed of the councils that the filters let pass.

    Its columns are those of ``of_places``; the place is the organisation. Joint councils have the
    same row each.
    """
    seat = SEATS.c
    seated = academic_year_of(PRINTED.census_on).between(seat.since, seat.until)
    chosen = (
        (seat.partnership, selection.partnerships),
        (seat.organisation, selection.organisations),
        (seat.region, selection.regions),
    )
    place = (PRINTED.geographic_level.label("level"), seat.organisation.label("place"))
    return (
        select(*place, *_printed())
        .select_from(SEATS.join(PUBLISHED_WORKFORCE, PRINTED.ons_code == seat.code))
        .where(PRINTED.geographic_level == COUNCIL, PRINTED.measure.in_(RATES.values()), seated)
        .where(and_(True, *(column.in_(codes) for column, codes in chosen if codes)))
        .distinct()
    )


def _printed() -> tuple[Any, ...]:
    return (PRINTED.census_on, PRINTED.measure, PRINTED.value, PRINTED.state)
