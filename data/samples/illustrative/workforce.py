"""Workforce censuses, and newly qualified social workers."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from data.calendar import academic_year, year_before
from data.samples.illustrative.cast import DRAWN_UP, YEARS, Employer, Partnership
from data.samples.illustrative.draw import between

Row = dict[str, Any]

# Social workers in post for each unit of an employer's share of places.
A_SHARE = 16
AREAS = {
    "both": ("adults", "children"),
    "adults": ("adults",),
    "children": ("children",),
}


def _areas(employer: Employer) -> tuple[str, ...]:
    return ("all_age",) if "all_age" in employer.areas else AREAS[employer.services]


def censuses(partnership: Partnership, years: Sequence[str] = YEARS) -> list[Row]:
    """Return the workforce of each employer and area on 30 September of each year."""
    return [
        _census(partnership, employer, area, date(int(year[:4]), 9, 30))
        for year in years
        for employer in partnership.reporting(year)
        for area in _areas(employer)
    ]


def _census(partnership: Partnership, employer: Employer, area: str, day: date) -> Row:
    key = (employer.code, area, day.year)
    staff = employer.share * A_SHARE
    vacancies = staff * between(6, 22, "vacancies", *key) // 100
    agency = staff * between(2, 15, "agency", *key) // 100
    # A charity hires nobody through an agency: for it the question does not arise.
    hires = employer.kind == "local_authority"
    return {
        "partnership": partnership.code,
        "owner": employer.code,
        "census_on": day,
        "service_area": area,
        "fte_in_post": float(staff - vacancies),
        "fte_vacancies": float(vacancies),
        "fte_agency": float(agency) if hires else "n/a",
        "fte_agency_covering": float(min(agency, vacancies)) if hires else "n/a",
        "fte_starters": staff * between(6, 14, "starters", *key) / 100,
        "fte_leavers": staff * between(6, 16, "leavers", *key) / 100,
        "headcount": staff - vacancies + between(2, 9, "heads", *key),
    }


def cohorts(partnership: Partnership, years: Sequence[str] = YEARS) -> list[Row]:
    """Return the newly qualified of each year, and what is known of them by now."""
    found: list[Row] = []
    for year in (year_before(years[0]), *years[:-1]):
        for employer in partnership.reporting(max(year, years[0])):
            found.extend(_cohort(partnership, employer, area, year) for area in _areas(employer))
    return found


def _cohort(partnership: Partnership, employer: Employer, area: str, year: str) -> Row:
    key = (employer.code, area, year)
    started = employer.share + between(0, 4, "started", *key)
    # Of those who have not passed, every other one was given more time.
    open_ = between(0, 1 + started // 6, "passed", *key)
    passed = started - open_
    row = {
        "partnership": partnership.code,
        "owner": employer.code,
        "ref": f"NQ-{year[2:4]}-{area}",
        "cohort": year,
        "service_area": area,
        "started": started,
        "placed_here_before": started * between(30, 70, "placed", *key) // 100,
        "asye_passed": passed if _years_since(year) else None,
        "asye_deferred": open_ // 2 if _years_since(year) else None,
    }
    return row | dict(_in_post(year, passed, key))


def _years_since(year: str) -> int:
    return int(academic_year(DRAWN_UP)[:4]) - int(year[:4])


def _in_post(year: str, left: int, key: tuple[object, ...]) -> Iterator[tuple[str, int]]:
    for months in (12, 24, 36):
        left -= between(0, 1 + left // 8, "left", months, *key)
        if _years_since(year) * 12 > months:
            yield f"in_post_{months}m", max(0, left)
