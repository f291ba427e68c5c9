"""What is true of a census: what it says, and from when on a later one replaces it."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Subquery, and_, case, false, func, or_, select

from data.calendar_sql import academic_year_of, months_after
from data.schema import FACTS

EARLIER: Final = FACTS["workforce"].alias("earlier_census")
LATER: Final = FACTS["workforce"].alias("later_census")
CHILDREN: Final = "children"
ALL_AGE: Final = "all_age"
A_YEAR: Final = 12

Condition = ColumnElement[bool]
Names = tuple[str, ...]

# What a census must say for a figure: the columns needed, and the one that may be *not applicable*
# instead, which says enough.
IN_POST: Final = "in_post"
VACANCY: Final = "vacancy"
TURNOVER: Final = "turnover"
AGENCY: Final = "agency"
AGENCY_COVER: Final = "agency_cover"
NEEDED: Final[Mapping[str, tuple[Names, str]]] = {
    IN_POST: (("fte_in_post",), ""),
    VACANCY: (("fte_vacancies", "fte_in_post"), ""),
    TURNOVER: (("fte_leavers", "fte_in_post"), ""),
    AGENCY: (("fte_agency", "fte_in_post"), "fte_agency"),
    AGENCY_COVER: (("fte_agency_covering", "fte_vacancies"), "fte_agency_covering"),
}


def says(census: Any, needed: Names) -> Condition:
    """Return whether a census gives every number that is needed."""
    return and_(*(census[name].is_not(None) for name in needed))


def not_applicable(census: Any, column: str) -> Condition:
    """Return whether a census calls a column *not applicable*; never for no column."""
    return census[f"{column}_na"] == 1 if column else false()


def stands(replaced: Subquery, figure: str, day: date) -> Condition:
    """Return whether no later census had replaced one by a day, for one of the figures needed."""
    since = replaced.c[figure]
    return or_(since.is_(None), since > day)


def _replaced(name: str, *, in_year: bool) -> Subquery:
    """Return the censuses that later ones of the same people follow, by ``id``.

    For each figure there is the day of the first that says what is needed; a census that leaves a
    number out says nothing, so the one before it still stands.
    """
    earlier, later = EARLIER.c, LATER.c
    follows = [
        later.partnership == earlier.partnership,
        later.owner == earlier.owner,
        later.census_on > earlier.census_on,
        later.voided_at.is_(None),
        # A partner that turns from two areas to all ages, or back, must not be counted both ways.
        or_(
            later.service_area == earlier.service_area,
            later.service_area == ALL_AGE,
            earlier.service_area == ALL_AGE,
        ),
    ]
    if in_year:
        follows += [
            # This says less than the next, and lets the index find the few there are.
            later.census_on <= months_after(earlier.census_on, A_YEAR),
            academic_year_of(later.census_on) == academic_year_of(earlier.census_on),
        ]
    days = (
        func.min(case((or_(says(later, needed), not_applicable(later, na)), later.census_on)))
        for needed, na in NEEDED.values()
    )
    named = (day.label(figure) for figure, day in zip(NEEDED, days, strict=True))
    followed = select(earlier.id, *named).select_from(EARLIER.join(LATER, and_(*follows)))
    return followed.group_by(earlier.id).subquery(name)


REPLACED_IN_YEAR: Final = _replaced("replaced_in_year", in_year=True)
REPLACED: Final = _replaced("replaced", in_year=False)
