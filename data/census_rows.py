"""What is true of a census: what it says, and from when on a later one replaces it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Subquery, and_, case, false, func, or_, select

from data.calendar_sql import academic_year_of, months_after
from data.schema import FACTS
from data.slicing import Condition

EARLIER: Final = FACTS["workforce"].alias("earlier_census")
LATER: Final = FACTS["workforce"].alias("later_census")
CHILDREN: Final = "children"
ALL_AGE: Final = "all_age"
A_YEAR: Final = 12

Names = tuple[str, ...]


@dataclass(frozen=True)
class Sides:
    """What of a census is added up for a figure, on either side of its line.

    Attributes:
        part: Columns above the line.
        whole: Columns below it.
        na: The column that may be *not applicable*; such a census counts on neither side.
    """

    part: Names
    whole: Names
    na: str = ""

    @property
    def needed(self) -> Names:
        """The columns without which a census says nothing; both sides of a rate alike."""
        return tuple(dict.fromkeys((*self.part, *self.whole)))


IN_POST: Final = "in_post"
HEADS: Final = "heads"
VACANCY: Final = "vacancy"
TURNOVER: Final = "turnover"
AGENCY: Final = "agency"
AGENCY_COVER: Final = "agency_cover"
STAFF: Final = ("fte_in_post",)
PEOPLE: Final = ("headcount",)
FIGURES: Final[Mapping[str, Sides]] = {
    IN_POST: Sides(STAFF, STAFF),
    HEADS: Sides(PEOPLE, PEOPLE),
    VACANCY: Sides(("fte_vacancies",), ("fte_vacancies", *STAFF)),
    TURNOVER: Sides(("fte_leavers",), STAFF),
    AGENCY: Sides(("fte_agency",), ("fte_agency", *STAFF), "fte_agency"),
    AGENCY_COVER: Sides(("fte_agency_covering",), ("fte_vacancies",), "fte_agency_covering"),
}


def total(census: Any, figure: str, adding: Names) -> ColumnElement[Any]:
    """Return what a census adds for a figure; nothing where it leaves out what is needed."""
    whole = sum((census[name] for name in adding[1:]), start=census[adding[0]])
    return case((says(census, FIGURES[figure].needed), whole))


def counts(census: Any, replaced: Subquery, figure: str, day: date) -> Condition:
    """Return whether a census counts for a figure: the latest by a day, and it is applicable."""
    since = replaced.c[figure]
    stands = or_(since.is_(None), since > day)
    return and_(stands, ~not_applicable(census, FIGURES[figure].na))


def says(census: Any, needed: Names) -> Condition:
    """Return whether a census gives every number that is needed."""
    return and_(*(census[name].is_not(None) for name in needed))


def not_applicable(census: Any, column: str) -> Condition:
    """Return whether a census calls a column *not applicable*; never for no column."""
    return census[f"{column}_na"] == 1 if column else false()


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
        func.min(
            case((or_(says(later, sides.needed), not_applicable(later, sides.na)), later.census_on))
        )
        for sides in FIGURES.values()
    )
    named = (day.label(figure) for figure, day in zip(FIGURES, days, strict=True))
    followed = select(earlier.id, *named).select_from(EARLIER.join(LATER, and_(*follows)))
    return followed.group_by(earlier.id).subquery(name)


REPLACED_IN_YEAR: Final = _replaced("replaced_in_year", in_year=True)
REPLACED: Final = _replaced("replaced", in_year=False)
