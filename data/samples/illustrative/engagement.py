"""What partners put in, and what they agreed."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from data.calendar import first_day
from data.samples.illustrative.cast import (
    DRAWN_UP,
    YEARS,
    Employer,
    Member,
    Partnership,
    University,
)
from data.samples.illustrative.draw import between, chance, one_of

Row = dict[str, Any]

# Days after 1 September on which the steering group meets.
MEETINGS = (35, 98, 182, 280)
MOST_HOURS, MOST_PEOPLE = 12, 30
BY_UNIVERSITIES = ("research_seminar", "masterclass", "academic_in_practice", "cpd_course")
BY_EMPLOYERS = ("teaching", "admissions_interview", "placement_panel", "shadowing")
TITLES = {
    "governance_meeting": "Steering group",
    "research_seminar": "Research seminar",
    "masterclass": "Masterclass",
    "academic_in_practice": "Lecturer's days in practice",
    "cpd_course": "Course for experienced social workers",
    "teaching": "Practitioners teaching",
    "admissions_interview": "Candidates' interviews",
    "placement_panel": "Placement panel",
    "shadowing": "Shadowing days",
    "lived_experience": "People with lived experience teaching",
}
JOINT_POST: Row = {
    "ref": "POST-1",
    "type": "joint_post",
    "title": "Practice development lead, half at the university",
    "starts_on": date(2024, 1, 8),
    "fte": 0.5,
    "funded_by": "Both in equal parts",
    "status": "active",
}
STUDENT_UNIT: Row = {
    "ref": "UNIT-1",
    "type": "student_unit",
    "title": "Student unit at the family centre",
    "starts_on": date(2023, 9, 1),
    "ends_on": date(2025, 8, 31),
    "places_per_year_low": 4,
    "places_per_year_high": 6,
    "status": "ended",
}
RURAL_SCHEME: Row = {
    "ref": "SCHEME-1",
    "type": "scheme",
    "title": "Rural hosting scheme",
    "starts_on": date(2027, 1, 4),
    "status": "planned",
}


def activities(partnership: Partnership) -> list[Row]:
    """Return meetings, teaching, panels and the like, held, cancelled and planned."""
    found = [
        row
        for year in YEARS
        for member in partnership.members
        if isinstance(member, University) or member in partnership.reporting(year)
        for row in (*_meetings(partnership, member, year), *_given(partnership, member, year))
    ]
    return [
        {"partnership": partnership.code, "ref": f"A{number:04d}", **row}
        for number, row in enumerate(found, 1)
    ]


def _meetings(partnership: Partnership, member: Member, year: str) -> Iterator[Row]:
    chairs = partnership.members
    for number, days in enumerate(MEETINGS):
        chair = chairs[(number + int(year[:4])) % 2 * len(partnership.universities)]
        if member is chair or chance(0.85, partnership.code, member.code, year, number):
            yield {
                "owner": member.code,
                "type": "governance_meeting",
                "title": TITLES["governance_meeting"],
                **_meeting(first_day(year) + timedelta(days=days), partnership.code, year, number),
                "role": "chair" if member is chair else "member",
                "people": between(1, 3, member.code, year, number),
                "hours": 2.0,
                "host": chair.code,
            }


def _given(partnership: Partnership, member: Member, year: str) -> Iterator[Row]:
    kinds = BY_UNIVERSITIES if isinstance(member, University) else BY_EMPLOYERS
    for kind in (*kinds, "lived_experience"):
        for number in range(between(0, 2, "times", member.code, kind, year)):
            key = (partnership.code, member.code, kind, year, number)
            day = first_day(year) + timedelta(days=between(20, 300, "day", *key))
            panel = kind == "placement_panel"
            yield {
                "owner": member.code,
                "type": kind,
                "title": TITLES[kind],
                **_when(day, *key),
                "role": one_of(("chair", "member"), *key) if panel else "contributor",
                "people": between(1, MOST_PEOPLE, "people", *key),
                # A panel's hours are part of other work: the question does not arise.
                "hours": "n/a" if panel else float(between(2, MOST_HOURS, "hours", *key)),
                "host": partnership.universities[0].code,
            }


def _meeting(day: date, *key: object) -> Row:
    """Return day and state of a meeting, as all who return it say: a few are never held."""
    if day <= DRAWN_UP and chance(0.1, "not held", *key):
        return {"held_on": day, "status": "planned"}
    return _when(day, *key)


def _when(day: date, *key: object) -> Row:
    if day > DRAWN_UP:
        return {"held_on": day, "status": "planned"}
    return {"held_on": day, "status": "cancelled" if chance(0.05, "off", *key) else "held"}


def agreements(partnership: Partnership) -> list[Row]:
    """Return what employers have agreed with the universities."""
    lead = partnership.universities[0].code
    councils = [each for each in partnership.employers if each.kind == "local_authority"]
    agreed = [_service_level(partnership, council, lead) for council in councils]
    return [*agreed, *_others(partnership, councils[0].code, lead)]


def _service_level(partnership: Partnership, council: Employer, lead: str) -> Row:
    low = council.share * 4
    # Some agreements name the fewest places only: "at least".
    high = None if chance(0.3, partnership.code, council.code, "at least") else low + 8
    return {
        "partnership": partnership.code,
        "owner": council.code,
        "ref": "SLA-1",
        "type": "sla",
        "hei": lead,
        "title": "Service level agreement for placements",
        "starts_on": date(2023, 9, 1),
        "review_due": _review_due(partnership, council),
        "ends_on": date(2027, 8, 31),
        "places_per_year_low": low,
        "places_per_year_high": high,
        "in_return": "Practice educator courses without a fee",
        "status": "active",
    }


def _review_due(partnership: Partnership, council: Employer) -> date:
    """Return when an agreement is to be reviewed: some should have been, and were not yet."""
    late = chance(0.3, partnership.code, council.code, "review")
    return date(2026, 6, 30) if late else date(2027, 3, 31)


def _others(partnership: Partnership, council: str, lead: str) -> Iterator[Row]:
    base = {"partnership": partnership.code, "owner": council, "hei": lead}
    yield from (base | agreed for agreed in (JOINT_POST, STUDENT_UNIT, RURAL_SCHEME))
