"""What universities ask for and what employers offer."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from data.calendar import first_day, months_later
from data.samples.illustrative.cast import DRAWN_UP, Employer, Partnership
from data.samples.illustrative.draw import between, chance, one_of, weighted
from data.samples.illustrative.students import Student

Row = dict[str, Any]
When = tuple[str, str]

# Months after 1 September at which a term's window opens.
OPENS = {"autumn": 0, "spring": 5, "summer": 8}
# Of the places to come, employers have named about half by now.
NAMED_SO_FAR = {"spring": 0.62, "summer": 0.35}
LOST_FOR = {
    "withdrawn": (
        "Practice educator left",
        "Team restructured",
        "No capacity after sickness absence",
        "Inspection under way",
    ),
    "rejected": ("Too far for the students left", "No final placements needed there"),
}


@dataclass(frozen=True)
class Place:
    """One kind of place; offers are made of places alike."""

    employer: Employer
    level: str
    area: str
    statutory: str
    basis: str | None


def offers(partnership: Partnership, students: list[Student]) -> list[Row]:
    """Return the offers of every term, in about the numbers that the partnership needs."""
    wanted = Counter((student.when, student.level) for student in students)
    places = Counter(
        (when, place)
        for (when, level), count in wanted.items()
        for place in _places(partnership, when, level, count)
    )
    rows = [
        _offer(partnership, when, place, count, number)
        for number, ((when, place), count) in enumerate(places.items(), 1)
    ]
    return [*rows, *_none_this_time(partnership)]


def _places(partnership: Partnership, when: When, level: str, students: int) -> Iterator[Place]:
    year, term = when
    employers = {employer: employer.share for employer in partnership.reporting(year)}
    share = partnership.plenty[year]
    if opening(when) > DRAWN_UP:
        share *= NAMED_SO_FAR[term]
    for number in range(round(students * share)):
        key = (partnership.code, *when, level, number)
        yield _place(weighted(employers, "employer", *key), level, key)


def _place(employer: Employer, level: str, key: tuple[object, ...]) -> Place:
    statutory, basis = "no", None
    if employer.statutory:
        # A council has teams too, such as early help, whose work is not statutory.
        statutory = weighted({"yes": 88, "no": 9, "not_known": 3}, "statutory", *key)
        basis = "setting" if statutory == "yes" else None
    elif chance(0.35, "tasks", *key):
        statutory, basis = "yes", "tasks" if employer.kind == "nhs" else "enhanced"
    either = employer.kind == "voluntary" and chance(0.5, "either", *key)
    area = weighted(employer.areas, "area", *key)
    return Place(employer, "either" if either else level, area, statutory, basis)


def opening(when: When) -> date:
    """Return the first Monday of a term's window."""
    year, term = when
    first = months_later(first_day(year), OPENS[term])
    return first + timedelta(days=-first.weekday() % 7 + 7)


def _offer(partnership: Partnership, when: When, place: Place, count: int, number: int) -> Row:
    employer, start = place.employer, opening(when)
    key = (partnership.code, "offer", number)
    return {
        "partnership": partnership.code,
        "owner": employer.code,
        "ref": f"O{number:04d}",
        "team": _team(place.area, key),
        "sector": employer.sector,
        "level": place.level,
        "service_area": place.area,
        "statutory": place.statutory,
        "statutory_basis": place.basis,
        "statutory_days_per_week": _statutory_days(place),
        "pe_mode": weighted({"on_site": 7, "off_site": 2, "not_known": 1}, "mode", *key),
        "rural": "yes" if "County" in employer.name and chance(0.4, "rural", *key) else "no",
        "window_start": start,
        "places": count,
        "reserved_for": _reserved(partnership, key),
        "agreement_ref": _agreement(employer, key),
        **_history(start, key),
    }


def _team(area: str, key: tuple[object, ...]) -> str:
    teams = {
        "adults": ("Community team east", "Hospital discharge", "Learning disability team"),
        "children": ("Assessment team", "Children in care team", "Family support"),
        "mental_health": ("Community mental health team", "Approved duty hub"),
        "mixed": ("Transitions team",),
        "all_age": ("All-age disability team", "All-age front door"),
    }
    return one_of(teams[area], "team", *key)


def _statutory_days(place: Place) -> float | str | None:
    if place.basis == "enhanced":
        return 2.0
    return 5.0 if place.basis == "setting" else "n/a" if place.statutory == "no" else None


def _reserved(partnership: Partnership, key: tuple[object, ...]) -> str | None:
    universities = [university.code for university in partnership.universities]
    return one_of(universities, "for", *key) if chance(0.07, "reserved", *key) else None


def _agreement(employer: Employer, key: tuple[object, ...]) -> str | None:
    under = employer.kind == "local_authority" and chance(0.5, "agreement", *key)
    return "SLA-1" if under else None


def _history(start: date, key: tuple[object, ...]) -> Row:
    fate = weighted({"stands": 88, "withdrawn": 5, "late": 3, "rejected": 4}, "fate", *key)
    warning = between(1, 28, "late", *key) if fate == "late" else between(35, 80, "early", *key)
    on = start - timedelta(days=warning)
    if fate == "stands" or on > DRAWN_UP:
        open_still = start > DRAWN_UP and chance(0.6, "open", *key)
        return {"status": "offered" if open_still else "confirmed"}
    status = "rejected" if fate == "rejected" else "withdrawn"
    return {
        "status": status,
        "status_on": on,
        "status_reason": one_of(LOST_FOR[status], "why", *key),
    }


def _none_this_time(partnership: Partnership) -> Iterator[Row]:
    # A partner who says "none" has answered: its nought is a number like any other.
    smallest = min(partnership.reporting("2025/26"), key=lambda employer: employer.share)
    yield {
        "partnership": partnership.code,
        "owner": smallest.code,
        "ref": "NONE-2526-SUMMER",
        "sector": smallest.sector,
        "level": "either",
        "service_area": next(iter(smallest.areas)),
        "statutory": "no",
        "window_start": opening(("2025/26", "summer")),
        "places": 0,
        "status": "confirmed",
    }
