"""What employers offer: places in every term, some of them lost before anybody comes."""

from dataclasses import dataclass

import numpy as np

from data.calendar import TERMS
from data.generated import days
from data.generated.cohorts import AREAS, LEVELS
from data.generated.days import TODAY
from data.generated.organisations import YEARS
from data.generated.presence import OPENINGS, presences
from data.generated.random_draws import Mask, RandomDraws, Texts, Whole, listed
from data.generated.students import Needs
from data.samples.illustrative.cast import DRAWN_UP, Partnership
from data.samples.illustrative.offers import NAMED_SO_FAR

OFFERED = (*LEVELS, "either")
EITHER = OFFERED.index("either")
STATUTORY = ("yes", "no", "not_known")
YES, NO, NOT_KNOWN = range(3)
BASES = ("setting", "tasks", "enhanced")
SETTING, TASKS, ENHANCED = range(3)
FATES = ("offered", "confirmed", "withdrawn", "rejected")
OFFERED_STILL, CONFIRMED, WITHDRAWN, REJECTED = range(4)
# How often an offer is of none, one, two … places.
PLACES = (0.1, 4, 4, 4, 4, 2, 2)


@dataclass(frozen=True)
class Offers:
    """Offers, an entry for each; all arrays are of one length, and -1 is a blank.

    Attributes:
        employer: Place of the employer among the partnership's.
        ref: Their refs.
        when: Number of the term.
        start: First day of the window.
        level: Place in ``OFFERED``.
        area: Place in ``AREAS``.
        statutory: Place in ``STATUTORY``.
        basis: Place in ``BASES``.
        places: How many there are.
        reserved: Place of the university they are kept for.
        status: Place in ``FATES``.
        status_on: The day they were lost.
    """

    employer: Whole
    ref: Texts
    when: Whole
    start: Whole
    level: Whole
    area: Whole
    statutory: Whole
    basis: Whole
    places: Whole
    reserved: Whole
    status: Whole
    status_on: Whole

    @property
    def stand(self) -> Mask:
        """Return which of them were not lost."""
        return self.status <= CONFIRMED


def drawn(partnership: Partnership, needs: Needs, count: int, draws: RandomDraws) -> Offers:
    """Return so many offers, in about the numbers in which the partnership needs places."""
    when, level = _cells(partnership, needs, count, draws)
    employer = employers_at(partnership, when, draws)
    area = areas_of(partnership, employer, draws)
    statutory, basis = _statutory(partnership, employer, draws)
    start = np.array([days.number(day) for day in OPENINGS])[when]
    status, status_on = _fate(start, draws)
    universities = len(partnership.universities)
    kept = draws.chance(0.07, count)
    return Offers(
        employer=employer,
        ref=listed(f"O{number:05d}" for number in range(1, count + 1)),
        when=when,
        start=start,
        level=np.where(draws.chance(0.08, count), EITHER, level),
        area=area,
        statutory=statutory,
        basis=basis,
        places=draws.place(PLACES, count),
        reserved=np.where(kept, draws.whole(0, universities - 1, count), -1),
        status=status,
        status_on=status_on,
    )


def employers_at(partnership: Partnership, when: Whole, draws: RandomDraws) -> Whole:
    """Return an employer for each term: one that was there, the larger the likelier."""
    found = np.zeros(len(when), dtype=np.int64)
    shares = [each.share for each in partnership.employers]
    for number, there in enumerate(presences(partnership).T):
        here = when == number
        weights = there * shares
        found[here] = draws.place(weights, int(here.sum()))
    return found


def areas_of(partnership: Partnership, employer: Whole, draws: RandomDraws) -> Whole:
    """Return an area of each employer's work."""
    found = np.zeros(len(employer), dtype=np.int64)
    for place, each in enumerate(partnership.employers):
        here = employer == place
        weights = [each.areas.get(area, 0) for area in AREAS]
        found[here] = draws.place(weights, int(here.sum()))
    return found


def _cells(
    partnership: Partnership, needs: Needs, count: int, draws: RandomDraws
) -> tuple[Whole, Whole]:
    """Return a term and a level for each offer: more where more is needed."""
    wanted = np.bincount(needs.when * len(LEVELS) + needs.level, minlength=len(OPENINGS) * 2)
    share = [partnership.plenty[YEARS[when // len(TERMS)]] for when in range(len(OPENINGS))]
    named = [
        NAMED_SO_FAR.get(TERMS[when % len(TERMS)], 1) if day > DRAWN_UP else 1
        for when, day in enumerate(OPENINGS)
    ]
    cells = draws.place(wanted * np.repeat(np.multiply(share, named), len(LEVELS)), count)
    return cells // len(LEVELS), cells % len(LEVELS)


def _statutory(
    partnership: Partnership, employer: Whole, draws: RandomDraws
) -> tuple[Whole, Whole]:
    count = len(employer)
    everyday = np.array([each.statutory for each in partnership.employers])[employer]
    # A council has teams too, such as early help, whose work is not statutory.
    statutory = np.where(everyday, draws.place((88, 9, 3), count), draws.place((35, 61, 4), count))
    besides = draws.one_of({TASKS: 7, ENHANCED: 3}, count).astype(np.int64)
    basis = np.where(everyday, SETTING, besides)
    said = (statutory == YES) & ~draws.chance(0.02, count)
    return statutory, np.where(said, basis, -1)


def _fate(start: Whole, draws: RandomDraws) -> tuple[Whole, Whole]:
    count = len(start)
    fate = draws.one_of({"stands": 88, "withdrawn": 5, "late": 3, "rejected": 4}, count)
    warning = np.where(fate == "late", draws.whole(1, 28, count), draws.whole(35, 80, count))
    lost = (fate != "stands") & (start - warning <= TODAY)
    open_still = (start > TODAY) & draws.chance(0.6, count)
    stands = np.where(open_still, OFFERED_STILL, CONFIRMED)
    status = np.where(lost, np.where(fate == "rejected", REJECTED, WITHDRAWN), stands)
    return status, days.where(lost, start - warning)
