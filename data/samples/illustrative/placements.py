"""What became of each match: the placement rows."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from data.samples.illustrative.cast import DRAWN_UP, Partnership
from data.samples.illustrative.draw import between, chance, one_of, weighted
from data.samples.illustrative.matching import Match
from data.samples.illustrative.students import DAYS

Row = dict[str, Any]

LATE, EARLY = 0.2, 0.03
CANCELLED, ENDED_EARLY = 0.03, 0.03
OUTCOMES = {"pass": 93, "fail": 2, "refer": 3, "deferred": 2}
OUTCOMES_EARLY = {"fail": 2, "deferred": 3, None: 1}
REASONS = {
    "cancelled": ("Student withdrew from the programme", "Checks not complete in time"),
    "ended_early": ("Placement broke down", "Student unwell", "Practice educator left"),
}


def rows(partnership: Partnership, matches: list[Match]) -> list[Row]:
    """Return a row for each match, with what is known of it by the day of drawing up."""
    return [_row(partnership, found) for found in matches]


def last_students(matches: Iterable[Match], placed: Iterable[Row]) -> dict[tuple[str, str], date]:
    """Return the day on which each educator last had a student, as the placements show it."""
    last: dict[tuple[str, str], date] = {}
    for found, placement in zip(matches, placed, strict=True):
        day = placement.get("actual_end") or placement.get("actual_start")
        if day and found.educator:
            holder = (found.educator.owner, found.educator.ref)
            last[holder] = max(day, last.get(holder, date.min))
    return last


def _row(partnership: Partnership, found: Match) -> Row:
    student, educator, offer = found.student, found.educator, found.offer or {}
    key = (partnership.code, "placement", student.ref, student.level)
    return {
        "partnership": partnership.code,
        "owner": student.university,
        "ref": f"{student.ref}-{student.level}",
        "student_ref": student.ref,
        "programme": student.programme,
        "employer": found.employer.code,
        "offer_ref": offer.get("ref"),
        "level": student.level,
        "service_area": found.area,
        "sector": found.employer.sector,
        "statutory": offer.get("statutory", "yes" if found.employer.statutory else "no"),
        "statutory_basis": offer.get("statutory_basis"),
        "planned_start": student.start,
        "planned_end": student.end,
        "days_required": DAYS[student.level],
        "pe_ref": educator.ref if educator else None,
        "pe_mode": _mode(found),
        **_course(found, key),
    }


def _mode(found: Match) -> str:
    if found.educator and found.educator.independent:
        return "off_site"
    return found.offer["pe_mode"] if found.offer and "pe_mode" in found.offer else "not_known"


def _course(found: Match, key: tuple[object, ...]) -> Row:
    student = found.student
    if chance(CANCELLED, "cancelled", *key):
        return {"status": "cancelled", "status_reason": one_of(REASONS["cancelled"], *key)}
    start = _start(student.start, key)
    if start > DRAWN_UP:
        sure = student.start <= DRAWN_UP or chance(0.5, "confirmed", *key)
        return {"status": "confirmed" if sure else "matched"}
    known = {
        "actual_start": start,
        "qa_audited_on": _audited(start, key),
        "concern": weighted({"no": 85, "yes": 5, None: 10}, "concern", *key),
    }
    if chance(ENDED_EARLY, "ended early", *key):
        end = start + timedelta(days=between(10, 60, "until", *key))
        if end <= DRAWN_UP:
            return known | _ended_early(start, end, key)
    end = max(start, student.end) + timedelta(days=_overrun(start, student.start, key))
    if end > DRAWN_UP:
        return known | {"status": "started"}
    return known | {
        "status": "completed",
        "actual_end": end,
        "days_attended": DAYS[student.level] - between(0, 2, "days", *key),
        "outcome": weighted(OUTCOMES, "outcome", *key),
    }


def _start(planned: date, key: tuple[object, ...]) -> date:
    if chance(LATE, "late", *key):
        return planned + timedelta(days=between(2, 35, "days late", *key))
    return planned - timedelta(days=3) if chance(EARLY, "early", *key) else planned


def _overrun(start: date, planned: date, key: tuple[object, ...]) -> int:
    late = max(0, (start - planned).days)
    return late if chance(0.7, "made up", *key) else 0


def _audited(start: date, key: tuple[object, ...]) -> date | None:
    day = start + timedelta(days=between(20, 50, "audit", *key))
    return day if day <= DRAWN_UP and chance(0.45, "audited", *key) else None


def _ended_early(start: date, end: date, key: tuple[object, ...]) -> Row:
    return {
        "status": "ended_early",
        "actual_end": end,
        "status_reason": one_of(REASONS["ended_early"], "why", *key),
        "days_attended": (end - start).days * 4 // 7,
        "outcome": weighted(OUTCOMES_EARLY, "early outcome", *key),
    }
