"""The placement rows."""

import numpy as np

from data.changes.bulk import Batch
from data.generated import courses, days
from data.generated.assessing import NOBODY
from data.generated.cohorts import AREAS, LEVELS, taught
from data.generated.columns import but_few, employers, kept, universities, voided
from data.generated.courses import ENDED, OFF, OUTCOMES, STATUSES, Course
from data.generated.days import TODAY
from data.generated.educators import Educators
from data.generated.matching import Matches, Scene
from data.generated.offers import BASES, STATUTORY
from data.generated.random_draws import Mask, RandomDraws, Texts, Whole, listed
from data.samples.illustrative.placements import REASONS
from data.samples.illustrative.students import DAYS

REQUIRED = np.array([DAYS[level] for level in LEVELS])
AGAIN = "-again"


def rows(scene: Scene, matches: Matches, draws: RandomDraws) -> tuple[Batch, Whole]:
    """Return the rows, and the day on which each practice educator last had a student."""
    needs, count = scene.needs, len(matches.need)
    start, end = needs.start[matches.need], needs.end[matches.need]
    required = REQUIRED[needs.level[matches.need]]
    first = courses.run(start, end, required, draws)
    repeated, anew = courses.again(first, draws)
    later = courses.run(anew, anew + (end - start)[repeated], required[repeated], draws)
    course = first.and_then(later)
    which = np.concatenate([np.arange(count), repeated])
    is_again = np.arange(len(which)) >= count
    educator = matches.educator[which]
    columns = {
        "partnership": scene.partnership.code,
        **_who(scene, matches.need[which], is_again),
        **_where(scene, matches, which, is_again),
        **_educator(scene.educators, educator, draws),
        **_course(course, required[which], draws),
        **voided(is_again & draws.chance(0.1, len(which))),
    }
    batch = Batch("placements", len(which), columns)
    return batch, _last(scene.educators, educator, course)


def _who(scene: Scene, need: Whole, is_again: Mask) -> dict[str, Texts]:
    needs = scene.needs
    student, level = needs.student[need], listed(LEVELS)[needs.level[need]]
    programmes = listed(programme.code for _, programme in taught(scene.partnership))
    return {
        "owner": universities(scene.partnership)[needs.university[need]],
        "ref": student + "-" + level + np.where(is_again, AGAIN, "").astype(object),
        "student_ref": student,
        "programme": programmes[needs.programme[need]],
        "level": level,
    }


def _where(scene: Scene, matches: Matches, which: Whole, is_again: Mask) -> dict[str, Texts]:
    partnership, offers = scene.partnership, scene.offers
    employer = matches.employer[which]
    # Whoever takes a placement again takes no place of the pool.
    offer = np.where(is_again, NOBODY, matches.offer[which])
    pooled = offer != NOBODY
    everyday = np.array([each.statutory for each in partnership.employers])[employer]
    by_employer = np.where(everyday, "yes", "no")
    sectors = listed(each.sector for each in partnership.employers)
    return {
        "employer": employers(partnership)[employer],
        "offer_ref": kept(pooled, offers.ref[offer]),
        "service_area": listed(AREAS)[matches.area[which]],
        "sector": sectors[employer],
        "statutory": np.where(pooled, listed(STATUTORY)[offers.statutory[offer]], by_employer),
        "statutory_basis": kept(pooled, listed((*BASES, None))[offers.basis[offer]]),
    }


def _educator(educators: Educators, educator: Whole, draws: RandomDraws) -> dict[str, Texts]:
    named = educator != NOBODY
    alone = named & (educators.employer[educator] == NOBODY)
    modes = draws.one_of({"on_site": 7, "off_site": 2, "not_known": 1}, len(educator))
    return {
        "pe_ref": kept(named, educators.ref[educator]),
        "pe_mode": np.where(alone, "off_site", modes),
    }


def _course(course: Course, required: Whole, draws: RandomDraws) -> dict[str, Texts]:
    count = len(course.status)
    began = course.start != days.BLANK
    audited = course.start + draws.whole(20, 50, count)
    looked_at = began & (audited <= TODAY) & draws.chance(0.45, count)
    planned_end = np.where(draws.chance(0.01, count), days.BLANK, course.planned_end)
    return {
        "planned_start": days.texts(course.planned_start),
        "planned_end": days.texts(planned_end),
        "actual_start": days.texts(course.start),
        "actual_end": days.texts(course.end),
        "days_required": but_few(required, 0.02, draws),
        "days_attended": kept(course.attended >= 0, course.attended),
        "status": listed(STATUSES)[course.status],
        "status_reason": but_few(_reasons(course, draws), 0.05, draws),
        "outcome": listed((*OUTCOMES, None))[course.outcome],
        "qa_audited_on": days.texts(days.where(looked_at, audited)),
        "concern": kept(began, draws.one_of({"no": 85, "yes": 5, None: 10}, count)),
    }


def _reasons(course: Course, draws: RandomDraws) -> Texts:
    found = np.empty(len(course.status), dtype=object)
    for status, name in ((OFF, "cancelled"), (ENDED, "ended_early")):
        here = course.status == status
        found[here] = draws.one_of(REASONS[name], int(here.sum()))
    return found


def _last(educators: Educators, educator: Whole, course: Course) -> Whole:
    last = np.full(len(educators.ref), days.BLANK)
    had = educator != NOBODY
    np.maximum.at(last, educator[had], np.maximum(course.start, course.end)[had])
    return last
