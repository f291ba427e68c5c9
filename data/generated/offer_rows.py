"""The rows of the offers."""

import numpy as np

from data.changes.bulk import Batch
from data.generated import days
from data.generated.agreements import under
from data.generated.cohorts import AREAS
from data.generated.columns import but_few, employers, universities, voided
from data.generated.offers import (
    BASES,
    FATES,
    NO,
    OFFERED,
    REJECTED,
    STATUTORY,
    WITHDRAWN,
    Offers,
)
from data.generated.random_draws import Mask, RandomDraws, Texts, Whole, listed
from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.offers import LOST_FOR

TEAMS = {
    "adults": ("Community team", "Hospital discharge team", "Learning disability team"),
    "children": ("Assessment team", "Children in care team", "Family support team"),
    "mental_health": ("Community mental health team", "Approved duty hub"),
    "mixed": ("Transitions team",),
    "all_age": ("All-age disability team", "All-age front door"),
}
SIDES = ("east", "west", "north", "south")


def batch(partnership: Partnership, offers: Offers, used: Mask, draws: RandomDraws) -> Batch:
    """Return the rows; of the offers that nobody took up, a few are voided."""
    count = len(offers.ref)
    sectors = listed(each.sector for each in partnership.employers)
    columns = {
        "partnership": partnership.code,
        "owner": employers(partnership)[offers.employer],
        "ref": offers.ref,
        "team": but_few(_teams(offers, draws), 0.03, draws),
        "sector": sectors[offers.employer],
        "level": listed(OFFERED)[offers.level],
        "service_area": listed(AREAS)[offers.area],
        "statutory": listed(STATUTORY)[offers.statutory],
        "statutory_basis": listed((*BASES, None))[offers.basis],
        "statutory_days_per_week": _days_a_week(offers.basis),
        "statutory_days_per_week_na": (offers.statutory == NO).astype(np.int64),
        "pe_mode": draws.one_of({"on_site": 7, "off_site": 2, "not_known": 1, None: 1}, count),
        "rural": draws.one_of({"no": 8, "yes": 2, None: 1}, count),
        "window_start": days.texts(offers.start),
        "places": offers.places,
        "reserved_for": universities(partnership)[offers.reserved],
        "agreement_ref": under(partnership, offers, draws),
        "status": listed(FATES)[offers.status],
        "status_on": days.texts(offers.status_on),
        "status_reason": but_few(_reasons(offers, draws), 0.03, draws),
    }
    return Batch("offers", count, columns | voided(~used & draws.chance(0.02, count)))


def _teams(offers: Offers, draws: RandomDraws) -> Texts:
    count = len(offers.ref)
    found = np.empty(count, dtype=object)
    for place, area in enumerate(AREAS):
        here = offers.area == place
        names = tuple(f"{team} {side}" for team in TEAMS.get(area, ()) for side in SIDES)
        if names:
            found[here] = draws.one_of(names, int(here.sum()))
    return found


def _days_a_week(basis: Whole) -> Texts:
    return listed((5.0, None, 2.0, None))[basis]


def _reasons(offers: Offers, draws: RandomDraws) -> Texts:
    found = np.empty(len(offers.ref), dtype=object)
    for status, name in ((WITHDRAWN, "withdrawn"), (REJECTED, "rejected")):
        here = offers.status == status
        found[here] = draws.one_of(LOST_FOR[name], int(here.sum()))
    return found
