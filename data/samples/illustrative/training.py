"""Practice educator courses: those that led to an award, and those that did not, or not yet."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import Any

from data.calendar import first_day
from data.samples.illustrative.cast import DRAWN_UP, RECORDS_BEGIN, YEARS, Employer, Partnership
from data.samples.illustrative.draw import between, chance, day_between, weighted
from data.samples.illustrative.register import Educator

Row = dict[str, Any]

# How a course ends that has not led to an award on the register.
ENDINGS = {"failed": 2, "withdrew": 3, "deferred": 2}
RUNS_FOR = (120, 230)


def courses(partnership: Partnership, register: Iterable[Educator]) -> list[Row]:
    """Return a row for each learner on each course."""
    found: list[Row] = []
    owners = _by_owner(register)
    for employer in partnership.employers:
        learners = [
            *_of_register(owners[employer.code]),
            *_without_award(employer),
            *_returning(owners[employer.code]),
        ]
        kept = [row for row in learners if _recorded(partnership, employer, row["started_on"])]
        for number, row in enumerate(sorted(kept, key=lambda row: str(row["started_on"])), 1):
            found.append(_finished(partnership, employer, number, row))
    return found


def _by_owner(register: Iterable[Educator]) -> dict[str, list[Educator]]:
    owners: dict[str, list[Educator]] = defaultdict(list)
    for educator in register:
        owners[educator.owner].append(educator)
    return owners


def _recorded(partnership: Partnership, employer: Employer, started: date) -> bool:
    years = [year for year in YEARS if employer in partnership.reporting(year)]
    return any(first_day(year) <= started < _next(year) for year in years)


def _next(year: str) -> date:
    return first_day(year).replace(year=int(year[:4]) + 1)


def _of_register(educators: Iterable[Educator]) -> Iterator[Row]:
    for educator in educators:
        before = educator.legacy or educator.stage1
        awards = (
            ("1", "new", educator.stage1),
            ("2", "topping_up" if before else "new", educator.stage2),
        )
        for stage, category, awarded in awards:
            if awarded and awarded > RECORDS_BEGIN:
                days = between(*RUNS_FOR, "course", educator.owner, educator.ref, stage)
                yield {
                    "pe_ref": educator.ref,
                    "stage": stage,
                    "category": category,
                    "service_area": educator.area,
                    "started_on": awarded - timedelta(days=days),
                    "outcome": "passed",
                    "outcome_on": awarded,
                }


def _without_award(employer: Employer) -> Iterator[Row]:
    for year in YEARS:
        for number in range(between(0, 1 + employer.share // 5, employer.code, "learners", year)):
            key = (employer.code, "learner", year, number)
            started = day_between(first_day(year), _next(year) - timedelta(days=60), *key)
            ended = started + timedelta(days=between(*RUNS_FOR, "ended", *key))
            if started > DRAWN_UP:
                continue
            stage = weighted({"1": 2, "2": 1}, "stage", *key)
            over = ended <= DRAWN_UP
            yield {
                "stage": stage,
                "category": "new" if stage == "1" else "topping_up",
                "service_area": weighted(employer.areas, "area", *key),
                "started_on": started,
                "outcome": weighted(ENDINGS, "outcome", *key) if over else "in_progress",
                "outcome_on": ended if over else None,
            }


def _returning(educators: Iterable[Educator]) -> Iterator[Row]:
    for educator in educators:
        key = (educator.owner, "returns", educator.ref)
        if educator.resting and not educator.left and chance(0.5, *key):
            started = day_between(date(2024, 1, 8), date(2026, 5, 30), "from", *key)
            if educator.first_award < date(2021, 1, 1):
                yield {
                    "pe_ref": educator.ref,
                    "stage": "refresher",
                    "category": "returning",
                    "service_area": educator.area,
                    "started_on": started,
                    "outcome": "passed",
                    "outcome_on": started + timedelta(days=between(5, 60, "for", *key)),
                }


def _finished(partnership: Partnership, employer: Employer, number: int, row: Row) -> Row:
    names = {"1": "Stage 1", "2": "Stage 2", "refresher": "Refresher"}
    return {
        "partnership": partnership.code,
        "owner": employer.code,
        "ref": f"T{number:03d}",
        "provider": partnership.universities[0].code,
        "course": f"Practice Educator {names[row['stage']]}",
        **row,
        "due_on": row["started_on"] + timedelta(days=RUNS_FOR[1]),
    }
