"""Who needs a placement: the students of every intake, and the demand rows they add up to."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.calendar import academic_year
from data.changes.bulk import Batch
from data.generated import days
from data.generated.lots import Lots, Mask, Texts, Whole, listed
from data.generated.places import PREFIX, YEARS
from data.generated.presence import when
from data.generated.sizes import GROUP
from data.samples.illustrative.cast import Partnership, Programme
from data.samples.illustrative.students import ATTRITION, DAYS, NEEDS_STATUTORY, SPANS

LEVELS = tuple(DAYS)
FIRST, FINAL = range(len(LEVELS))
AREAS = ("adults", "children", "mental_health", "mixed", "all_age", "either")
NEEDS = {"adults": 6, "children": 7, "mental_health": 1, "mixed": 0, "all_age": 0, "either": 3}
EITHER = AREAS.index("either")


@dataclass(frozen=True)
class Cohort:
    """Students of one intake who need their placements of one level.

    Attributes:
        university: Place of the university among the partnership's.
        place: Place of the programme among those of all its universities.
        programme: The programme.
        intake: The calendar year in which they began.
        level: Place in ``LEVELS``.
        names: Pseudonyms.
        there: Which of them are still there.
    """

    university: int
    place: int
    programme: Programme
    intake: int
    level: int
    names: Texts
    there: Mask

    @property
    def window(self) -> tuple[date, date]:
        """Return the first and the last day of their placements."""
        return SPANS[self.programme.route][self.level].days(self.intake)

    @property
    def groups(self) -> Whole:
        """Return the group that each student is in."""
        return np.arange(len(self.names)) // GROUP


@dataclass(frozen=True)
class Needs:
    """Students who need a placement, an entry for each; all arrays are of one length.

    Attributes:
        university: Place of the university among the partnership's.
        programme: Place of the programme among those of all its universities.
        student: Pseudonym.
        level: Place in ``LEVELS``.
        area: Place in ``AREAS``.
        statutory: Whether the placement must be statutory.
        when: Number of the term: the years one after the other, three terms each.
        start: First day of the window.
        end: Last day of the window.
    """

    university: Whole
    programme: Whole
    student: Texts
    level: Whole
    area: Whole
    statutory: Mask
    when: Whole
    start: Whole
    end: Whole


def taught(partnership: Partnership) -> list[tuple[int, Programme]]:
    """Return the programmes of a partnership, each with the place of its university."""
    return [
        (at, programme)
        for at, university in enumerate(partnership.universities)
        for programme in university.programmes
    ]


def needing(partnership: Partnership, wanted: int, lots: Lots) -> tuple[Needs, Batch]:
    """Return about so many students who need a placement, and their rows of demand."""
    found = [(cohort, *_asks(cohort, lots)) for cohort in _cohorts(partnership, wanted, lots)]
    return _needs(found), _demand(partnership, found)


Asked = tuple[Cohort, Whole, Mask]


def _cohorts(partnership: Partnership, wanted: int, lots: Lots) -> Iterator[Cohort]:
    programmes = taught(partnership)
    intakes = range(int(YEARS[0][:4]) - 1, int(YEARS[-1][:4]) + 1)
    a_place = wanted / sum(each.intake for _, each in programmes) / len(YEARS) / len(LEVELS)
    for place, (university, programme) in enumerate(programmes):
        for intake in intakes:
            usual = programme.intake * a_place
            size = max(2, int(lots.whole(0.9 * usual, 1.12 * usual, 1)[0]))
            short = f"{programme.code.removeprefix(PREFIX)}-{intake % 100}"
            names = listed(f"{short}-{number:04d}" for number in range(1, size + 1))
            stays = ~lots.chance(ATTRITION, size)
            for level, there in ((FIRST, np.full(size, True)), (FINAL, stays)):
                cohort = Cohort(university, place, programme, intake, level, names, there)
                if academic_year(cohort.window[0]) in YEARS:
                    yield cohort


def _asks(cohort: Cohort, lots: Lots) -> tuple[Whole, Mask]:
    """Return the area and the need for a statutory place of each group: it is alike in both."""
    groups = int(cohort.groups[-1]) + 1
    areas = lots.place(list(NEEDS.values()), groups)
    return areas, lots.chance(NEEDS_STATUTORY[LEVELS[cohort.level]], groups)


def _needs(found: list[Asked]) -> Needs:
    def joined(of_each: list[np.ndarray]) -> np.ndarray:
        return np.concatenate(of_each)

    def each(value: Callable[[Cohort], int]) -> Whole:
        counts = [int(cohort.there.sum()) for cohort, *_ in found]
        return np.repeat([value(cohort) for cohort, *_ in found], counts)

    return Needs(
        university=each(lambda cohort: cohort.university),
        programme=each(lambda cohort: cohort.place),
        student=joined([cohort.names[cohort.there] for cohort, *_ in found]),
        level=each(lambda cohort: cohort.level),
        area=joined([areas[cohort.groups][cohort.there] for cohort, areas, _ in found]),
        statutory=joined([must[cohort.groups][cohort.there] for cohort, _, must in found]),
        when=each(lambda cohort: when(cohort.window[0])),
        start=each(lambda cohort: days.number(cohort.window[0])),
        end=each(lambda cohort: days.number(cohort.window[1])),
    )


def _demand(partnership: Partnership, found: list[Asked]) -> Batch:
    """Return a row for each group; one that everybody has left needs no places: a real zero."""
    rows: dict[str, list[object]] = {name: [] for name in DEMAND}
    for cohort, areas, must in found:
        start, end = cohort.window
        alike = {
            "owner": cohort.programme.university,
            "programme": cohort.programme.code,
            "level": LEVELS[cohort.level],
            "window_start": start.isoformat(),
            "window_end": end.isoformat(),
            "days": DAYS[LEVELS[cohort.level]],
        }
        count = len(areas)
        short = f"{cohort.programme.code.removeprefix(PREFIX)}-{cohort.intake % 100}"
        level = LEVELS[cohort.level]
        rows["ref"] += [f"{short}-{level}-{number:03d}" for number in range(1, count + 1)]
        rows["service_area"] += listed(AREAS)[areas].tolist()
        rows["statutory_required"] += np.where(must, "yes", "no").tolist()
        rows["students"] += np.bincount(cohort.groups[cohort.there], minlength=count).tolist()
        for name, value in alike.items():
            rows[name] += [value] * count
    return Batch("demand", len(rows["ref"]), {"partnership": partnership.code, **rows})


DEMAND = (
    "owner",
    "ref",
    "programme",
    "level",
    "service_area",
    "statutory_required",
    "window_start",
    "window_end",
    "days",
    "students",
)
