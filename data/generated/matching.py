"""Students into places: those who need most first, all of a kind at once."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from data.generated.assessing import NOBODY, Asked, assigned
from data.generated.cohorts import AREAS, FINAL
from data.generated.cohorts import EITHER as ANY_AREA
from data.generated.days import TODAY
from data.generated.educators import Educators
from data.generated.offers import EITHER as EITHER_LEVEL
from data.generated.offers import YES, Offers, areas_of, employers_at
from data.generated.random_draws import Mask, RandomDraws, Whole
from data.generated.students import Needs
from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.matching import MATCHED_AHEAD, PLACED_BESIDES

SPLIT = (AREAS.index("adults"), AREAS.index("children"))
BROAD = (AREAS.index("mixed"), AREAS.index("all_age"))


@dataclass(frozen=True)
class Scene:
    """A partnership, who needs places, who offers them, and who assesses."""

    partnership: Partnership
    needs: Needs
    offers: Offers
    educators: Educators


@dataclass(frozen=True)
class Matches:
    """Who goes where, an entry a placement; all arrays are of one length, and -1 is a blank.

    Attributes:
        need: Place of the student's need.
        offer: Place of the offer.
        employer: Place of the employer.
        area: Place of the area in ``AREAS``.
        educator: Place of the practice educator.
    """

    need: Whole
    offer: Whole
    employer: Whole
    area: Whole
    educator: Whole


def match(scene: Scene, draws: RandomDraws) -> Matches:
    """Return a match for each student who was placed."""
    needs, offers = scene.needs, scene.offers
    count = len(needs.level)
    ahead = needs.start > TODAY
    looking = ~ahead | draws.chance(MATCHED_AHEAD, count)
    offer = _taken(needs, offers, looking)
    pooled = offer != NOBODY
    besides = looking & ~ahead & ~pooled & draws.chance(PLACED_BESIDES, count)
    employer = np.where(pooled, offers.employer[offer], NOBODY)
    area = np.where(pooled, offers.area[offer], NOBODY)
    employer[besides] = employers_at(scene.partnership, needs.when[besides], draws)
    area[besides] = areas_of(scene.partnership, employer[besides], draws)
    need = np.flatnonzero(employer != NOBODY)
    led = needs.university[need] == 0
    final, start = needs.level[need] == FINAL, needs.start[need]
    asked = Asked(employer[need], area[need], final, start, led)
    return Matches(
        need, offer[need], employer[need], area[need], assigned(scene.educators, asked, draws)
    )


def _taken(needs: Needs, offers: Offers, looking: Mask) -> Whole:
    """Return the offer that each student's place comes from."""
    slot = np.repeat(np.arange(len(offers.ref)), np.where(offers.stand, offers.places, 0))
    taken = np.full(len(needs.level), NOBODY)
    free = np.full(len(slot), True)
    for students, places, keys in _turns(needs, offers, slot):
        waiting = np.flatnonzero(students & looking & (taken == NOBODY))
        left = np.flatnonzero(places & free)
        found = paired([key[waiting] for key, _ in keys], [key[left] for _, key in keys])
        placed = found != NOBODY
        taken[waiting[placed]] = slot[left[found[placed]]]
        free[left[found[placed]]] = False
    return taken


Turn = tuple[Mask, Mask, list[tuple[Whole, Whole]]]


def _turns(needs: Needs, offers: Offers, slot: Whole) -> Iterator[Turn]:
    """Give which students may take which places, by what they must have in common."""
    when = (needs.when, offers.when[slot])
    level = (needs.level, offers.level[slot])
    area = (needs.area, offers.area[slot])
    either = offers.level[slot] == EITHER_LEVEL
    kept = offers.reserved[slot] != NOBODY
    broad = np.isin(offers.area[slot], BROAD)
    university = (needs.university, offers.reserved[slot])
    everybody = np.full(len(needs.level), True)
    statutory = offers.statutory[slot] == YES
    sides = ((needs.statutory, statutory), (~needs.statutory, ~statutory), (everybody, statutory))
    for must, good in sides:
        yield must, good & kept, [when, level, area, university]
        yield must, good & ~kept, [when, level, area]
        yield must, good & ~kept & either, [when, area]
        yield must & np.isin(needs.area, SPLIT), good & ~kept & broad, [when, level]
        yield must & (needs.area == ANY_AREA), good & ~kept, [when, level]
    yield ~needs.statutory & (needs.area == ANY_AREA), kept, [when, level, university]


def paired(wanted: list[Whole], there: list[Whole]) -> Whole:
    """Return for each entry wanted the place of one there with the same keys, given once."""
    pairs = zip(wanted, there, strict=True)
    sizes = [int(max(one.max(initial=0), other.max(initial=0))) + 2 for one, other in pairs]
    asked, given = _ranked(wanted, sizes), _ranked(there, sizes)
    _, ours, theirs = np.intersect1d(asked, given, assume_unique=True, return_indices=True)
    found = np.full(len(asked), NOBODY)
    found[ours] = theirs
    return found


def _ranked(keys: list[Whole], sizes: list[int]) -> Whole:
    """Return one number for keys and place among those with the same keys."""
    whole = np.zeros(len(keys[0]), dtype=np.int64)
    for key, size in zip(keys, sizes, strict=True):
        whole = whole * size + key + 1
    order = np.argsort(whole, kind="stable")
    ordered = whole[order]
    first = np.searchsorted(ordered, ordered, side="left")
    rank = np.empty(len(whole), dtype=np.int64)
    rank[order] = np.arange(len(whole)) - first
    return whole * (1 << 24) + rank
