"""What partners put in: meetings, teaching, panels and the like."""

import numpy as np

from data.calendar import first_day
from data.changes.bulk import Batch
from data.generated import days
from data.generated.columns import but_few, kept, voided
from data.generated.educators import TODAY
from data.generated.lots import Lots, Mask, Texts, listed
from data.generated.places import YEARS
from data.generated.presence import present
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
FOR_ALL = ("lived_experience", "governance_meeting", "governance_meeting")
# The kinds of universities, then those of employers: as many of each.
KINDS = ((*BY_UNIVERSITIES, *FOR_ALL), (*BY_EMPLOYERS, *FOR_ALL))


def batch(partnership: Partnership, count: int, lots: Lots) -> Batch:
    """Return so many rows."""
    places = [
        (member.code, days.number(first_day(year)), isinstance(member, University))
        for year in YEARS
        for member in partnership.members
        if present(partnership, member, first_day(year))
    ]
    chosen = lots.whole(0, len(places) - 1, count)
    held = np.array([start for _, start, _ in places])[chosen] + lots.whole(20, 300, count)
    teaches = np.array([university for *_, university in places])[chosen]
    by_universities, by_employers = (lots.one_of(kinds, count) for kinds in KINDS)
    kind = np.where(teaches, by_universities, by_employers)
    panel = kind == "placement_panel"
    # A panel's hours are part of other work: the question does not arise.
    hours = but_few(lots.whole(2, MOST_HOURS, count) * 1.0, 0.05, lots)
    columns = {
        "partnership": partnership.code,
        "owner": listed(code for code, *_ in places)[chosen],
        "ref": listed(f"A{number:05d}" for number in range(1, count + 1)),
        "type": kind,
        "title": listed(map(TITLES.get, kind)),
        "held_on": days.texts(held),
        "status": _status(held > TODAY, lots),
        "role": lots.one_of(("chair", "member", "contributor", None), count),
        "people": but_few(lots.whole(1, MOST_PEOPLE, count), 0.05, lots),
        "hours": kept(~panel, hours),
        "hours_na": panel.astype(np.int64),
        "host": partnership.universities[0].code,
        "service_area": lots.one_of({None: 8, "adults": 1, "children": 1}, count),
        **voided(lots.chance(0.002, count)),
    }
    return Batch("activities", count, columns)


def _status(ahead: Mask, lots: Lots) -> Texts:
    off = lots.chance(0.05, len(ahead))
    return listed(STATUSES)[np.where(ahead, PLANNED, np.where(off, CANCELLED, HELD))]
