"""Who needs a placement: the students of every intake, and the demand rows they add up to."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from data.calendar import SEPTEMBER, academic_year, term
from data.samples.illustrative.cast import YEARS, Partnership, Programme
from data.samples.illustrative.draw import between, chance, weighted

FIRST_INTAKE = int(YEARS[0][:4]) - 1
LAST_INTAKE = int(YEARS[-1][:4])
DAYS = {"first": 70, "final": 100}
NEEDS = {"either": 5, "children": 6, "adults": 5, "mental_health": 1}
NEEDS_STATUTORY = {"first": 0.15, "final": 0.8}
# One in so many leaves between the first placement and the final one.
ATTRITION = 0.06


@dataclass(frozen=True)
class Span:
    """When a placement runs: months and days, and how many years after the intake began."""

    start: tuple[int, int]
    end: tuple[int, int]
    years_later: int = 0

    def days(self, intake: int) -> tuple[date, date]:
        """Return the first and the last day for those who began in September of a year."""
        start = _monday(self.start, intake + self.years_later)
        return start, _friday_after(start, self.end)


SPANS = {
    "undergraduate": (Span((2, 2), (6, 5)), Span((9, 21), (3, 5), 1)),
    "postgraduate": (Span((5, 4), (9, 11)), Span((11, 2), (4, 30), 1)),
    "apprenticeship": (Span((9, 21), (1, 22)), Span((1, 19), (7, 3), 1)),
    "step_up": (Span((10, 5), (1, 29)), Span((4, 13), (9, 25))),
    "fast_track": (Span((9, 14), (12, 18)), Span((1, 12), (6, 26))),
    "employment_based": (Span((2, 16), (6, 12)), Span((5, 4), (10, 23), 1)),
}


@dataclass(frozen=True)
class Student:
    """One student who needs one placement.

    Attributes:
        ref: Pseudonym of the student.
        university: Code of the university.
        programme: Code of the programme.
        level: ``first`` or ``final``.
        area: The service area needed.
        statutory: Whether the placement must be statutory.
        start: First day of the window.
        end: Last day of the window.
    """

    ref: str
    university: str
    programme: str
    level: str
    area: str
    statutory: bool
    start: date
    end: date

    @property
    def when(self) -> tuple[str, str]:
        """Return the academic year and the term of the window."""
        return academic_year(self.start), term(self.start)


def needing(partnership: Partnership) -> list[Student]:
    """Return every student of the sample's years who needs a placement, a row a placement."""
    return [
        student
        for university in partnership.universities
        for programme in university.programmes
        for intake in range(FIRST_INTAKE, LAST_INTAKE + 1)
        for student in _of_intake(programme, intake)
        if student.when[0] in YEARS
    ]


def _of_intake(programme: Programme, intake: int) -> Iterator[Student]:
    spread = max(1, programme.intake // 8)
    size = programme.intake + between(-spread, spread, programme.code, intake)
    for number in range(1, size + 1):
        ref = f"{programme.code.removeprefix('sample-')}-{intake % 100}-{number:03d}"
        for level, span in zip(DAYS, SPANS[programme.route], strict=True):
            if level == "first" or not chance(ATTRITION, "leaves", ref):
                yield _student(programme, ref, level, span, intake)


def _student(programme: Programme, ref: str, level: str, span: Span, intake: int) -> Student:
    start, end = span.days(intake)
    return Student(
        ref=ref,
        university=programme.university,
        programme=programme.code,
        level=level,
        area=weighted(NEEDS, "area", ref, level),
        statutory=chance(NEEDS_STATUTORY[level], "statutory", ref, level),
        start=start,
        end=end,
    )


def _monday(month_and_day: tuple[int, int], first: int) -> date:
    # The day lies in the academic year that begins in September of the year ``first``.
    month, day = month_and_day
    around = date(first + (month < SEPTEMBER), month, day)
    return around + timedelta(days=-around.weekday() % 7)


def _friday_after(start: date, month_and_day: tuple[int, int]) -> date:
    month, day = month_and_day
    end = date(start.year, month, day)
    end = end if end > start else end.replace(year=start.year + 1)
    return end - timedelta(days=(end.weekday() - 4) % 7)
