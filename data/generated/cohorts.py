"""The students of every intake, as far as they need placements, in groups alike in their needs."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import numpy as np

from data.calendar import academic_year
from data.generated.kinds import TAUGHT
from data.generated.names import PREFIX
from data.generated.organisations import YEARS
from data.generated.random_draws import Mask, RandomDraws, Texts, Whole, listed
from data.generated.sizes import GROUP
from data.samples.illustrative.cast import Partnership, Programme
from data.samples.illustrative.students import ATTRITION, DAYS, NEEDS_STATUTORY, SPANS

LEVELS = tuple(DAYS)
FIRST, FINAL = range(len(LEVELS))
AREAS = ("adults", "children", "mental_health", "mixed", "all_age", "either")
EITHER = AREAS.index("either")
# How often each area is asked for: nobody asks for a team that works with everybody.
ASKED = (6, 7, 1, 0, 0, 3)
INTAKES = range(int(YEARS[0][:4]) - 1, int(YEARS[-1][:4]) + 1)


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
        area: Place in ``AREAS`` of what each group needs.
        statutory: Whether each group's placements must be statutory.
    """

    university: int
    place: int
    programme: Programme
    intake: int
    level: int
    names: Texts
    there: Mask
    area: Whole
    statutory: Mask

    @property
    def window(self) -> tuple[date, date]:
        """Return the first and the last day of their placements."""
        return SPANS[self.programme.route][self.level].days(self.intake)

    @property
    def groups(self) -> Whole:
        """Return the group of each student who is still there."""
        return (np.arange(len(self.names)) // GROUP)[self.there]


def taught(partnership: Partnership) -> list[tuple[int, Programme]]:
    """Return the programmes of a partnership, each with the place of its university."""
    return [
        (at, programme)
        for at, university in enumerate(partnership.universities)
        for programme in university.programmes
    ]


def cohorts(partnership: Partnership, wanted: int, draws: RandomDraws) -> Iterator[Cohort]:
    """Give cohorts of about so many students, counting each for each placement."""
    programmes = taught(partnership)
    intakes = sum(programme.intake for _, programme in programmes)
    times = wanted / intakes / len(YEARS) / len(LEVELS)
    for place, (university, programme) in enumerate(programmes):
        for intake in INTAKES:
            low, high = 0.9 * programme.intake * times, 1.12 * programme.intake * times
            size = max(2, int(draws.whole(low, high, 1)[0]))
            names = _names(programme, university, intake, size)
            stays = ~draws.chance(ATTRITION, size)
            for level, there in ((FIRST, np.full(size, True)), (FINAL, stays)):
                needs = _needs(level, -(-size // GROUP), draws)
                cohort = Cohort(university, place, programme, intake, level, names, there, *needs)
                if academic_year(cohort.window[0]) in YEARS:
                    yield cohort


def _needs(level: int, groups: int, draws: RandomDraws) -> tuple[Whole, Mask]:
    share = NEEDS_STATUTORY[LEVELS[level]]
    return draws.place(ASKED, groups), draws.chance(share, groups)


def _names(programme: Programme, university: int, intake: int, size: int) -> Texts:
    # Students whom a university has in a second partnership are others than those in the first.
    guest = "g" if university >= len(TAUGHT) else ""
    short = f"{programme.code.removeprefix(PREFIX)}-{intake % 100}-{guest}"
    return listed(f"{short}{number:04d}" for number in range(1, size + 1))
