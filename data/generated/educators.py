"""Practice educators: who holds which award, and since when."""

from dataclasses import dataclass
from datetime import date

import numpy as np

from data.changes.bulk import Batch
from data.generated import days
from data.generated.cohorts import AREAS
from data.generated.columns import but_few, kept, voided
from data.generated.days import TODAY
from data.generated.offers import areas_of
from data.generated.random_draws import Mask, RandomDraws, Texts, Whole, listed
from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.register import LEGACY_UNTIL, REASONS_TO_LEAVE

FIRST_LEGACY, LAST_LEGACY = days.number(date(2004, 6, 30)), days.number(LEGACY_UNTIL)
FIRST_AWARD, LAST_AWARD = days.number(date(2009, 1, 12)), days.number(date(2026, 10, 30))
FIRST_REFRESHER = days.number(date(2018, 9, 3))
FIRST_LEAVER = days.number(date(2019, 1, 7))
ENDS = days.number(date(2026, 9, 1)), days.number(date(2030, 8, 31))
A_MONTH = 365.25 / 12
INDEPENDENTS = 0.03


@dataclass(frozen=True)
class Educators:
    """Practice educators, an entry for each; all arrays are of one length, and -1 is a blank.

    Attributes:
        employer: Place of the employer among the partnership's; -1 is an independent.
        ref: Pseudonyms.
        area: Place in ``AREAS``.
        legacy: Day of an award from before the stages.
        stage1: Day of the Stage 1 award.
        stage2: Day of the Stage 2 award.
        left: Day they left.
        resting: Whether they have taken no student for a while.
    """

    employer: Whole
    ref: Texts
    area: Whole
    legacy: Whole
    stage1: Whole
    stage2: Whole
    left: Whole
    resting: Mask

    @property
    def first_award(self) -> Whole:
        """Return the day of the first award."""
        awards = np.stack([self.legacy, self.stage1, self.stage2])
        first: Whole = np.where(awards == days.BLANK, TODAY, awards).min(axis=0)
        return first

    @property
    def for_finals(self) -> Whole:
        """Return the day from which they may assess a final placement; a blank for never."""
        return np.where(self.stage2 == days.BLANK, self.legacy, self.stage2)


def drawn(partnership: Partnership, count: int, draws: RandomDraws) -> Educators:
    """Return so many who are or were on the register."""
    independents = max(2, round(count * INDEPENDENTS))
    weights = [each.share for each in partnership.employers]
    employed = np.sort(draws.place(weights, count - independents))
    employer = np.concatenate([employed, np.full(independents, -1)])
    alone = draws.place((1, 1), independents)
    area = np.concatenate([areas_of(partnership, employed, draws), alone])
    legacy, stage1, stage2 = _awards(count, draws)
    latest = np.maximum(np.maximum(legacy, stage1), stage2)
    since = np.maximum(latest + 200, FIRST_LEAVER)
    gone = draws.chance(0.15, count) & (since < TODAY)
    return Educators(
        employer=employer,
        ref=listed(f"PE-{number:05d}" for number in range(1, count + 1)),
        area=area,
        legacy=legacy,
        stage1=stage1,
        stage2=stage2,
        left=days.where(gone, draws.whole(np.minimum(since, TODAY), TODAY, count)),
        resting=draws.chance(0.1, count),
    )


def _awards(count: int, draws: RandomDraws) -> tuple[Whole, Whole, Whole]:
    stage1 = draws.whole(FIRST_AWARD, LAST_AWARD, count)
    after = np.floor(draws.whole(8, 30, count) * A_MONTH).astype(np.int64)
    goes_on = draws.chance(0.72, count) & (stage1 + after <= TODAY)
    # Some with an award from before the stages went on to Stage 2 without Stage 1.
    old = draws.chance(0.06, count)
    legacy = draws.whole(FIRST_LEGACY, LAST_LEGACY, count)
    topped_up = old & draws.chance(0.5, count)
    stage2 = np.where(old, days.where(topped_up, stage1), days.where(goes_on, stage1 + after))
    return days.where(old, legacy), days.where(~old, stage1), stage2


def batch(partnership: Partnership, found: Educators, last: Whole, draws: RandomDraws) -> Batch:
    """Return the register; ``last`` is the day on which each last had a student."""
    count, lead = len(found.ref), partnership.universities[0].code
    owners = listed((*(each.code for each in partnership.employers), lead))
    left = found.left != days.BLANK
    ends = days.where(draws.chance(0.5, count), draws.whole(*ENDS, count))
    columns = {
        "partnership": partnership.code,
        "owner": owners[found.employer],
        "ref": found.ref,
        "service_area": listed(AREAS)[found.area],
        "independent": np.where(found.employer < 0, "yes", "no"),
        "legacy_award_on": days.texts(found.legacy),
        "stage1_on": days.texts(found.stage1),
        "stage2_on": days.texts(found.stage2),
        "registered_until": days.texts(ends),
        "last_student_on": days.texts(last),
        "last_refresher_on": days.texts(_refreshed(found, draws)),
        "places_per_year": draws.one_of({None: 4, 1: 4, 2: 3, 3: 1}, count),
        "left_on": days.texts(found.left),
        "left_reason": but_few(kept(left, draws.one_of(REASONS_TO_LEAVE, count)), 0.05, draws),
    }
    unused = (last == days.BLANK) & ~left & draws.chance(0.02, count)
    return Batch("practice_educators", count, columns | voided(unused))


def _refreshed(found: Educators, draws: RandomDraws) -> Whole:
    count = len(found.ref)
    since = np.maximum(FIRST_REFRESHER, found.first_award)
    until = np.where(found.left == days.BLANK, TODAY, found.left)
    known = draws.chance(0.6, count) & (since < until)
    return days.where(known, draws.whole(np.minimum(since, until), until, count))
