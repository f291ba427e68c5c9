"""Practice educators: who holds which award, and since when."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from data.calendar import months_later
from data.samples.illustrative.cast import DRAWN_UP, Partnership
from data.samples.illustrative.draw import between, chance, day_between, one_of, weighted

Row = dict[str, Any]
Holder = tuple[str, str]

# Educators for each unit of an employer's share of places.
A_SHARE = 4
INDEPENDENTS = 4
FIRST_AWARD, LAST_AWARD = date(2015, 1, 12), date(2026, 10, 30)
LEGACY_UNTIL = date(2013, 6, 30)
REFRESHERS_BEGIN = date(2022, 9, 1)
REASONS_TO_LEAVE = ("Retired", "Moved to another council", "Changed role")


@dataclass(frozen=True)
class Educator:
    """One practice educator, before anybody knows which students they had.

    Attributes:
        owner: Code of the employer, or of the university for an independent.
        ref: Pseudonym.
        area: Service area.
        independent: Whether they work for no employer of the partnership.
        legacy: Day of an award from before the stages.
        stage1: Day of the Stage 1 award.
        stage2: Day of the Stage 2 award.
        left: Day they left.
        resting: Whether they have taken no student for a while.
    """

    owner: str
    ref: str
    area: str
    independent: bool
    legacy: date | None
    stage1: date | None
    stage2: date | None
    left: date | None
    resting: bool

    @property
    def first_award(self) -> date:
        """Return the day of the first award."""
        return min(day for day in (self.legacy, self.stage1, self.stage2) if day)

    def free(self, level: str, day: date) -> bool:
        """Return whether they may take a student of a level who starts on a day."""
        award = (self.stage2 or self.legacy) if level == "final" else self.first_award
        there = self.left is None or self.left > day
        return award is not None and award <= day and there and not self.resting


def educators(partnership: Partnership) -> list[Educator]:
    """Return everybody who is or was on the register."""
    employed = [
        _educator(
            partnership, employer.code, weighted(employer.areas, employer.code, number), number
        )
        for employer in partnership.employers
        for number in range(1, employer.share * A_SHARE + 1)
    ]
    lead = partnership.universities[0].code
    independents = [
        _educator(partnership, lead, one_of(("adults", "children"), lead, number), number)
        for number in range(1, INDEPENDENTS + 1)
    ]
    return [*employed, *independents]


def _educator(partnership: Partnership, owner: str, area: str, number: int) -> Educator:
    key = (partnership.code, "educator", owner, number)
    legacy, stage1, stage2 = _awards(key)
    latest = max(day for day in (legacy, stage1, stage2) if day)
    gone = chance(0.08, "gone", *key) and latest < date(2025, 1, 1)
    return Educator(
        owner=owner,
        ref=f"PE-{number:03d}",
        area=area,
        independent=owner == partnership.universities[0].code,
        legacy=legacy,
        stage1=stage1,
        stage2=stage2,
        left=day_between(date(2025, 1, 6), DRAWN_UP, "left", *key) if gone else None,
        resting=chance(0.1, "resting", *key),
    )


def _awards(key: tuple[object, ...]) -> tuple[date | None, date | None, date | None]:
    if chance(0.06, "legacy", *key):
        # Some with an award from before the stages went on to Stage 2 without Stage 1.
        legacy = day_between(date(2006, 6, 30), LEGACY_UNTIL, "legacy on", *key)
        later = day_between(FIRST_AWARD, LAST_AWARD, "topped up", *key)
        return legacy, None, later if chance(0.5, "topping up", *key) else None
    stage1 = day_between(FIRST_AWARD, LAST_AWARD, "stage 1", *key)
    stage2 = months_later(stage1, between(8, 30, "stage 2 after", *key))
    goes_on = chance(0.72, "goes on", *key) and stage2 <= DRAWN_UP
    return None, stage1, stage2 if goes_on else None


def rows(
    partnership: Partnership, found: Iterable[Educator], last: Mapping[Holder, date]
) -> list[Row]:
    """Return the register."""
    return [_row(partnership, each, last.get((each.owner, each.ref))) for each in found]


def _row(partnership: Partnership, educator: Educator, last_student: date | None) -> Row:
    key = (partnership.code, "row", educator.owner, educator.ref)
    return {
        "partnership": partnership.code,
        "owner": educator.owner,
        "ref": educator.ref,
        "service_area": educator.area,
        "independent": "yes" if educator.independent else "no",
        "legacy_award_on": educator.legacy,
        "stage1_on": educator.stage1,
        "stage2_on": educator.stage2,
        "registered_until": _registered_until(key),
        "last_student_on": last_student,
        "last_refresher_on": _refresher(educator, key),
        "places_per_year": weighted({None: 4, 1: 4, 2: 3, 3: 1}, "places", *key),
        "left_on": educator.left,
        "left_reason": one_of(REASONS_TO_LEAVE, "why", *key) if educator.left else None,
    }


def _registered_until(key: tuple[object, ...]) -> date | None:
    if not chance(0.5, "ends", *key):
        return None
    return day_between(date(2026, 9, 1), date(2030, 8, 31), "until", *key)


def _refresher(educator: Educator, key: tuple[object, ...]) -> date | None:
    since = max(REFRESHERS_BEGIN, educator.first_award)
    until = educator.left or DRAWN_UP
    if since >= until or not chance(0.7, "refreshed", *key):
        return None
    return day_between(since, until, "refresher", *key)
