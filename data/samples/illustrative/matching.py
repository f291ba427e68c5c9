"""Students into places: one at a time, final placements first, as a coordinator would."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from data.calendar import academic_year, term
from data.samples.illustrative.cast import DRAWN_UP, Employer, Partnership
from data.samples.illustrative.draw import chance, one_of
from data.samples.illustrative.register import Educator
from data.samples.illustrative.students import Student

Row = dict[str, Any]

STANDS = ("offered", "confirmed")
# Of the students of windows still to open, so many have been matched by now.
MATCHED_AHEAD = 0.55
# Of those for whom no place in the pool fits, so many are placed by asking around.
PLACED_BESIDES = 0.5
WORKS_WITH_ALL = ("mixed", "all_age")


@dataclass
class Places:
    """The places of one partnership that nobody has taken, by academic year and term."""

    left: dict[tuple[str, str], list[Row]] = field(default_factory=lambda: defaultdict(list))

    @classmethod
    def of(cls, offers: Iterable[Row]) -> "Places":
        """Return a list entry for each place that stands."""
        places = cls()
        for offer in offers:
            if offer["status"] in STANDS:
                when = (academic_year(offer["window_start"]), term(offer["window_start"]))
                places.left[when].extend([offer] * offer["places"])
        return places

    def take(self, student: Student) -> Row | None:
        """Return the first place that fits, and take it; nothing where none fits."""
        free = self.left[student.when]
        for position, offer in enumerate(free):
            if fits(offer, student):
                return free.pop(position)
        return None


def fits(offer: Row, student: Student) -> bool:
    """Return whether a place can take a student."""
    area = offer["service_area"]
    suits = student.area in (area, "either") or (
        area in WORKS_WITH_ALL and student.area in ("adults", "children")
    )
    return (
        suits
        and offer["level"] in (student.level, "either")
        and (offer["statutory"] == "yes" or not student.statutory)
        and offer.get("reserved_for") in (None, student.university)
    )


@dataclass(frozen=True)
class Match:
    """A student, where they go, and who assesses them.

    Attributes:
        student: The student.
        employer: The employer.
        offer: The offer that the place comes from; nothing for a place found besides.
        area: The service area of the placement.
        educator: The practice educator; nothing where none has been named.
    """

    student: Student
    employer: Employer
    offer: Row | None
    area: str
    educator: Educator | None


def match(
    partnership: Partnership,
    students: Iterable[Student],
    offers: Iterable[Row],
    register: Iterable[Educator],
) -> list[Match]:
    """Return who goes where; students for whom nothing was found are left out."""
    places = Places.of(offers)
    team = Team(register)
    codes = {employer.code: employer for employer in partnership.employers}
    found = []
    for student in sorted(students, key=lambda each: (each.start, each.level != "final", each.ref)):
        if student.start > DRAWN_UP and not chance(
            MATCHED_AHEAD, "ahead", student.ref, student.level
        ):
            continue
        offer = places.take(student)
        employer = codes[offer["owner"]] if offer else _besides(partnership, student)
        if employer:
            area = offer["service_area"] if offer else _area(employer, student)
            educator = team.assign(partnership, employer, area, student)
            found.append(Match(student, employer, offer, area, educator))
    return found


def _besides(partnership: Partnership, student: Student) -> Employer | None:
    suits = [
        employer
        for employer in partnership.employers
        if student.area in (*employer.areas, "either")
        and (employer.statutory or not student.statutory)
        and employer.code not in partnership.joined.keys() | partnership.left.keys()
    ]
    asked = student.start <= DRAWN_UP and chance(
        PLACED_BESIDES, "besides", student.ref, student.level
    )
    return one_of(suits, "which", student.ref, student.level) if asked and suits else None


def _area(employer: Employer, student: Student) -> str:
    return student.area if student.area in employer.areas else next(iter(employer.areas))


class Team:
    """Practice educators and how many students each has had, so that the work is shared."""

    def __init__(self, register: Iterable[Educator]) -> None:
        """Sort the register by owner."""
        self._had: Counter[tuple[str, str, str]] = Counter()
        self._by_owner: dict[str, list[Educator]] = defaultdict(list)
        for educator in register:
            self._by_owner[educator.owner].append(educator)

    def assign(
        self, partnership: Partnership, employer: Employer, area: str, student: Student
    ) -> Educator | None:
        """Return whoever is free and has had fewest students that year."""
        lead = partnership.universities[0].code
        own = self._free(employer.code, area, student)
        if not own and student.university == lead:
            own = self._free(lead, area, student)
        year = student.when[0]
        chosen = min(own, key=lambda each: self._had[each.owner, each.ref, year], default=None)
        if chosen:
            self._had[chosen.owner, chosen.ref, year] += 1
        return chosen

    def _free(self, owner: str, area: str, student: Student) -> list[Educator]:
        return [
            educator
            for educator in self._by_owner[owner]
            if educator.free(student.level, student.start)
            and (educator.area == area or {educator.area, area} & set(WORKS_WITH_ALL))
        ]
