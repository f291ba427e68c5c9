"""Practice educator courses: those that led to an award, and those that did not, or not yet."""

import numpy as np

from data.calendar import first_day
from data.changes.bulk import Batch
from data.generated import days
from data.generated.assessing import NOBODY
from data.generated.cohorts import AREAS
from data.generated.columns import employers, kept
from data.generated.days import TODAY
from data.generated.educators import Educators
from data.generated.offers import areas_of
from data.generated.organisations import YEARS
from data.generated.presence import was_there
from data.generated.random_draws import Mask, RandomDraws, Whole, listed
from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.training import RUNS_FOR

FIRST = days.number(first_day(YEARS[0]))
STAGES = ("1", "2", "refresher")
COURSES = tuple(f"Practice Educator {name}" for name in ("Stage 1", "Stage 2", "Refresher"))
REFRESHER = STAGES.index("refresher")
CATEGORIES = ("new", "topping_up", "returning")
NEW, TOPPING_UP, RETURNING = range(len(CATEGORIES))
OUTCOMES = ("passed", "failed", "withdrew", "deferred", "in_progress")
PASSED, IN_PROGRESS = OUTCOMES.index("passed"), OUTCOMES.index("in_progress")
# How a course ends that has led to no award.
ENDINGS = (0, 2, 3, 2)
MOST_PASSED, RETURNED = 0.7, 0.08

# Learners, a column each: educator, employer, area, stage, category, started, outcome, its day.
Learners = Whole


def batch(partnership: Partnership, educators: Educators, count: int, draws: RandomDraws) -> Batch:
    """Return a row for each of so many learners on a course."""
    passed = _passed(partnership, educators, int(count * MOST_PASSED), draws)
    back = _returning(educators, int(count * RETURNED), draws)
    others = _without_award(partnership, count - passed.shape[1] - back.shape[1], draws)
    found = np.concatenate([passed, back, others], axis=1)
    educator, employer, area, stage, category, started, outcome, ended = found
    columns = {
        "partnership": partnership.code,
        "owner": employers(partnership)[employer],
        "ref": listed(f"T{number:05d}" for number in range(1, count + 1)),
        "pe_ref": kept(educator != NOBODY, educators.ref[educator]),
        "provider": partnership.universities[0].code,
        "course": listed(COURSES)[stage],
        "stage": listed(STAGES)[stage],
        "category": listed(CATEGORIES)[category],
        "service_area": listed(AREAS)[area],
        "started_on": days.texts(started),
        "due_on": days.texts(started + RUNS_FOR[1]),
        "outcome": listed(OUTCOMES)[outcome],
        "outcome_on": days.texts(ended),
    }
    return Batch("pe_training", count, columns)


def _passed(
    partnership: Partnership, educators: Educators, most: int, draws: RandomDraws
) -> Learners:
    awards = np.concatenate([educators.stage1, educators.stage2])
    count = len(educators.ref)
    who, stage = np.tile(np.arange(count), 2), np.repeat([0, 1], count)
    employer = educators.employer[who]
    started = awards - draws.whole(*RUNS_FOR, len(awards))
    known = (awards != days.BLANK) & (started >= FIRST) & (employer != NOBODY)
    known[known] = was_there(partnership, employer[known], started[known])
    chosen = _some(known, most, draws)
    # Now and then somebody is called new who held an award: a coordinator is asked about it.
    slip = draws.chance(0.01, len(awards))
    category = np.where((stage == 0) | slip, NEW, TOPPING_UP)
    outcome = np.full(len(awards), PASSED)
    columns = (who, employer, educators.area[who], stage, category, started, outcome, awards)
    return np.stack(columns)[:, chosen]


def _returning(educators: Educators, most: int, draws: RandomDraws) -> Learners:
    resting = educators.resting & (educators.left == days.BLANK)
    long_since = educators.first_award < TODAY - 5 * 365
    known = resting & long_since & (educators.employer != NOBODY)
    who = _some(known, most, draws)
    count = len(who)
    started = draws.whole(TODAY - 700, TODAY - 100, count)
    ended = started + draws.whole(5, 60, count)
    alike = [np.full(count, value) for value in (REFRESHER, RETURNING, PASSED)]
    return np.stack(
        [who, educators.employer[who], educators.area[who], *alike[:2], started, alike[2], ended]
    )


def _without_award(partnership: Partnership, count: int, draws: RandomDraws) -> Learners:
    weights = [
        each.share * (each.code not in partnership.joined and each.code not in partnership.left)
        for each in partnership.employers
    ]
    employer = draws.place(weights, count)
    stage = draws.place((3, 1), count)
    # Courses are busiest now: some still run.
    started = TODAY - np.floor((TODAY - FIRST) * draws.numbers(count) ** 2).astype(np.int64)
    ended = started + draws.whole(*RUNS_FOR, count)
    over = ended <= TODAY
    outcome = np.where(over, draws.place(ENDINGS, count), IN_PROGRESS)
    category = np.where(stage == 0, NEW, TOPPING_UP)
    nobody = np.full(count, NOBODY)
    area = areas_of(partnership, employer, draws)
    ending = days.where(over, ended)
    return np.stack([nobody, employer, area, stage, category, started, outcome, ending])


def _some(known: Mask, most: int, draws: RandomDraws) -> Whole:
    """Return at most so many places of those that are known."""
    places = np.flatnonzero(known)
    order = np.argsort(draws.numbers(len(places)), kind="stable")
    return np.sort(places[order[:most]])
