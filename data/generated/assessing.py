"""Who assesses each placement."""

from dataclasses import dataclass

import numpy as np

from data.generated import days
from data.generated.cohorts import AREAS
from data.generated.educators import Educators
from data.generated.random_draws import Mask, Numbers, RandomDraws, Whole

NOBODY = -1
# More than there are days.
DAYS = 1 << 16
# Of the leading university's students: where the employer has nobody, and where it has.
BY_INDEPENDENTS = 0.5, 0.05


@dataclass(frozen=True)
class Asked:
    """What placements ask of a practice educator; all arrays are of one length.

    Attributes:
        employer: Place of the employer.
        area: Place of the area in ``AREAS``.
        final: Whether it is a final placement.
        start: First day.
        led: Whether the student is of the leading university, which has independents.
    """

    employer: Whole
    area: Whole
    final: Mask
    start: Whole
    led: Mask


def assigned(educators: Educators, asked: Asked, draws: RandomDraws) -> Whole:
    """Return a practice educator for each placement: of the employer, or an independent."""
    count = len(asked.start)
    numbers = draws.numbers(count)
    own = _able(educators, asked, asked.employer, numbers)
    independent = _able(educators, asked, np.full(count, NOBODY), numbers)
    share = np.where(own == NOBODY, *BY_INDEPENDENTS)
    alone = asked.led & (independent != NOBODY) & (draws.numbers(count) < share)
    found = np.where(alone, independent, own)
    gone = educators.left[found]
    return np.where((gone != days.BLANK) & (gone <= asked.start), NOBODY, found)


def _able(educators: Educators, asked: Asked, owner: Whole, numbers: Numbers) -> Whole:
    """Return for each placement one of the owner's who may assess it, drawn."""
    wanted = _keys(owner, asked.area)
    first, final = (
        _drawn(educators, since, wanted, wanted + asked.start, numbers)
        for since in (educators.first_award, educators.for_finals)
    )
    return np.where(asked.final, final, first)


def _drawn(
    educators: Educators, since: Whole, lowest: Whole, highest: Whole, numbers: Numbers
) -> Whole:
    """Return for each placement one of those whose key lies between two, drawn."""
    able = np.flatnonzero(~educators.resting & (since != days.BLANK))
    keys = _keys(educators.employer[able], educators.area[able]) + since[able]
    order = np.argsort(keys, kind="stable")
    low = np.searchsorted(keys[order], lowest, side="left")
    count = np.searchsorted(keys[order], highest, side="right") - low
    chosen = np.minimum(low + (numbers * count).astype(np.int64), len(able) - 1)
    return np.where(count > 0, able[order[chosen]], NOBODY)


def _keys(owner: Whole, area: Whole) -> Whole:
    """Return a number for an owner and an area, with room for a day to be added."""
    return ((owner + 1) * len(AREAS) + area) * DAYS
