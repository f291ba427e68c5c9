"""What becomes of placements, and of students who must take one again."""

from dataclasses import dataclass, fields

import numpy as np

from data.generated import days
from data.generated.days import TODAY
from data.generated.random_draws import RandomDraws, Whole
from data.samples.illustrative.placements import CANCELLED, EARLY, ENDED_EARLY, LATE

STATUSES = ("matched", "confirmed", "started", "completed", "ended_early", "cancelled")
MATCHED, CONFIRMED, STARTED, COMPLETED, ENDED, OFF = range(len(STATUSES))
OVER = (COMPLETED, ENDED)
OUTCOMES = ("pass", "fail", "refer", "deferred")
PASS, FAIL, REFER, DEFERRED = range(len(OUTCOMES))
RETAKEN, TWICE = 0.5, 0.002


@dataclass(frozen=True)
class Course:
    """What happened, an entry a placement; all arrays are of one length, and -1 is a blank.

    Attributes:
        planned_start: First day as planned.
        planned_end: Last day as planned.
        status: Place in ``STATUSES``.
        start: First day as it was.
        end: Last day as it was.
        attended: Days attended.
        outcome: Place in ``OUTCOMES``.
    """

    planned_start: Whole
    planned_end: Whole
    status: Whole
    start: Whole
    end: Whole
    attended: Whole
    outcome: Whole

    def and_then(self, later: "Course") -> "Course":
        """Return both, one after the other."""
        names = [each.name for each in fields(self)]
        return Course(*(np.concatenate([getattr(self, n), getattr(later, n)]) for n in names))


def run(start: Whole, end: Whole, required: Whole, draws: RandomDraws) -> Course:
    """Return what had become of placements by the day of drawing up."""
    count = len(start)
    began = start + np.where(draws.chance(LATE, count), draws.whole(2, 35, count), 0)
    began -= np.where(draws.chance(EARLY, count), 3, 0)
    made_up = np.where(draws.chance(0.7, count), np.maximum(began - start, 0), 0)
    over = np.maximum(end, began) + made_up
    broken = began + draws.whole(10, 60, count)
    early = draws.chance(ENDED_EARLY, count) & (broken <= TODAY)
    sure = (start <= TODAY) | draws.chance(0.5, count)
    status = np.select(
        [draws.chance(CANCELLED, count), began > TODAY, early, over > TODAY],
        [OFF, np.where(sure, CONFIRMED, MATCHED), ENDED, STARTED],
        COMPLETED,
    )
    whole = status == COMPLETED
    attended = np.where(whole, required - draws.whole(0, 2, count), (broken - began) * 4 // 7)
    return Course(
        planned_start=start,
        planned_end=end,
        status=status,
        start=days.where((status != OFF) & (began <= TODAY), began),
        end=days.where(np.isin(status, OVER), np.where(whole, over, broken)),
        attended=np.where(np.isin(status, OVER), attended, -1),
        outcome=_outcome(status, draws),
    )


def _outcome(status: Whole, draws: RandomDraws) -> Whole:
    count = len(status)
    of_whole, of_broken = draws.place((93, 2, 3, 2), count), draws.place((0, 2, 0, 3, 1), count)
    outcome = np.where(status == COMPLETED, of_whole, of_broken)
    # What is beyond the last outcome is not known.
    return np.where(np.isin(status, OVER) & (outcome < len(OUTCOMES)), outcome, -1)


def again(first: Course, draws: RandomDraws) -> tuple[Whole, Whole]:
    """Return which placements are followed by another of the same student, and its first day.

    Half of those who did not pass take the placement again; a few students are down for two at
    once, as happens when a change is entered as a new row.
    """
    count = len(first.status)
    done = first.status == COMPLETED
    retaken = done & (first.outcome != PASS) & draws.chance(RETAKEN, count)
    twice = done & ~retaken & draws.chance(TWICE, count)
    start = np.where(twice, first.planned_start + 14, first.end + draws.whole(8, 20, count) * 7)
    which = np.flatnonzero(retaken | twice)
    return which, start[which]
