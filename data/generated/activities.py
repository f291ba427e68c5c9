"""What partners put in: meetings, teaching, panels and the like."""

import numpy as np

from data.calendar import first_day
from data.changes.bulk import Batch
from data.generated import days
from data.generated.columns import but_few, kept, voided
from data.generated.days import TODAY
from data.generated.organisations import YEARS
from data.generated.presence import present
from data.generated.random_draws import Mask, RandomDraws, Texts, Whole, listed
from data.samples.illustrative.cast import Partnership, University
from data.samples.illustrative.engagement import (
    BY_EMPLOYERS,
    BY_UNIVERSITIES,
    MOST_HOURS,
    MOST_PEOPLE,
    TITLES,
)

STATUSES = ("planned", "held", "cancelled")
PLANNED, HELD, CANCELLED = range(len(STATUSES))
BLANK = 0.05
FOR_ALL = ("lived_experience", "governance_meeting", "governance_meeting")
# The kinds of universities, then those of employers: as many of each.
KINDS = ((*BY_UNIVERSITIES, *FOR_ALL), (*BY_EMPLOYERS, *FOR_ALL))


def batch(partnership: Partnership, count: int, draws: RandomDraws) -> Batch:
    """Return so many rows."""
    owner, held, kind = _given(partnership, count, draws)
    panel = kind == "placement_panel"
    hours = but_few(draws.whole(2, MOST_HOURS, count) * 1.0, BLANK, draws)
    columns = {
        "partnership": partnership.code,
        "owner": owner,
        "ref": listed(f"A{number:05d}" for number in range(1, count + 1)),
        "type": kind,
        "title": listed(map(TITLES.get, kind)),
        "held_on": days.texts(held),
        "status": _status(held > TODAY, draws),
        "role": draws.one_of(("chair", "member", "contributor", None), count),
        "people": but_few(draws.whole(1, MOST_PEOPLE, count), BLANK, draws),
        # A panel's hours are part of other work: the question does not arise.
        "hours": kept(~panel, hours),
        "hours_na": panel.astype(np.int64),
        "host": partnership.universities[0].code,
        "service_area": draws.one_of({None: 8, "adults": 1, "children": 1}, count),
        **voided(draws.chance(0.002, count)),
    }
    return Batch("activities", count, columns)


def _given(partnership: Partnership, count: int, draws: RandomDraws) -> tuple[Texts, Whole, Texts]:
    """Return who put something in, when, and of what kind."""
    there = [
        (member.code, days.number(first_day(year)), isinstance(member, University))
        for year in YEARS
        for member in partnership.members
        if present(partnership, member, first_day(year))
    ]
    owners, starts, teach = zip(*there, strict=True)
    chosen = draws.whole(0, len(there) - 1, count)
    by_universities, by_employers = (draws.one_of(kinds, count) for kinds in KINDS)
    kind = np.where(np.array(teach)[chosen], by_universities, by_employers)
    held = np.array(starts)[chosen] + draws.whole(20, 300, count)
    return listed(owners)[chosen], held, kind


def _status(ahead: Mask, draws: RandomDraws) -> Texts:
    off = draws.chance(0.05, len(ahead))
    return listed(STATUSES)[np.where(ahead, PLANNED, np.where(off, CANCELLED, HELD))]
