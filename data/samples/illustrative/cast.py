"""Who takes part in an invented partnership, and when."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from data.calendar import first_day, last_day, year_name
from data.returns.sheets.declaration import SECTORS

# The day the samples were drawn up. What lies after it has been planned, and nothing more.
DRAWN_UP = date(2026, 11, 22)
YEARS = tuple(year_name(first) for first in range(2023, 2027))
RECORDS_BEGIN = first_day(YEARS[0])


@dataclass(frozen=True)
class Programme:
    """A programme of a university.

    Attributes:
        code: Its code.
        name: Its name.
        route: How students come to qualify.
        intake: Students who begin each year, more or less.
        university: Code of the university.
    """

    code: str
    name: str
    route: str
    intake: int
    university: str


@dataclass(frozen=True)
class University:
    """A university, its region and its programmes."""

    code: str
    name: str
    region: str
    programmes: tuple[Programme, ...]


@dataclass(frozen=True)
class Employer:
    """An employer of social workers.

    Attributes:
        code: Its code.
        name: Its name.
        kind: What kind of organisation it is.
        region: ONS code of its region.
        share: How large a part of the partnership's places it offers, against the others.
        areas: How its work divides, by service area.
        silent_years: Academic years in which it has sent nothing at all.
    """

    code: str
    name: str
    kind: str
    region: str
    share: int
    areas: Mapping[str, int] = field(hash=False)
    silent_years: frozenset[str] = frozenset()

    @property
    def services(self) -> str:
        """Return whom it serves: an employer with one area alone serves nobody else."""
        if set(self.areas) == {"children"}:
            return "children"
        return "both" if {"children", "all_age"} & set(self.areas) else "adults"

    @property
    def sector(self) -> str:
        """Return the sector of its placements."""
        return self.kind if self.kind in SECTORS else "other"

    @property
    def statutory(self) -> bool:
        """Return whether its everyday work is statutory."""
        return self.kind == "local_authority" or "Children's Trust" in self.name


Member = University | Employer


@dataclass(frozen=True)
class Partnership:
    """A partnership.

    Attributes:
        code: Its code.
        name: Its name.
        universities: Its universities; the first leads.
        employers: Its employers.
        plenty: Places offered for each student who needs one, before any are lost, by year.
        joined: First days of members who were not there from the start.
        left: Last days of members who have gone.
    """

    code: str
    name: str
    universities: tuple[University, ...]
    employers: tuple[Employer, ...]
    plenty: Mapping[str, float]
    joined: Mapping[str, date] = field(default_factory=dict)
    left: Mapping[str, date] = field(default_factory=dict)

    @property
    def members(self) -> tuple[Member, ...]:
        """Return everybody who takes part."""
        return (*self.universities, *self.employers)

    def reporting(self, year: str) -> list[Employer]:
        """Return the employers who belong to it in a year and have sent something."""
        return [
            employer
            for employer in self.employers
            if self.joined.get(employer.code, date.min) <= first_day(year)
            and self.left.get(employer.code, date.max) >= last_day(year)
            and year not in employer.silent_years
        ]
