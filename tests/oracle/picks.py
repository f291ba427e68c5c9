"""The rows of a group that formulas are about, picked out."""

from dataclasses import replace

from tests.oracle.answer import total
from tests.oracle.group import Group
from tests.oracle.rows import DEMAND, OFFERS, PLACEMENTS, allocated, became, stands, started


def standing(group, *areas):
    return [
        offer
        for offer in group.rows(OFFERS)
        if stands(offer, group.as_at) and (not areas or offer["service_area"] in areas)
    ]


def net(group, *areas):
    return total(standing(group, *areas), "places")


def students(group, *areas):
    rows = group.rows(DEMAND)
    return total([row for row in rows if not areas or row["service_area"] in areas], "students")


def placements(group):
    return [row for row in group.rows(PLACEMENTS) if allocated(row)]


def begun(group):
    return [row for row in group.rows(PLACEMENTS) if started(row, group.as_at)]


def withdrawn(group):
    return [row for row in group.rows(OFFERS) if became(row, "withdrawn", group.as_at)]


def whole_of(group):
    """The same group, no longer split by what a matching can't be split by."""
    kept = {
        name: value for name, value in group.key.items() if name not in ("level", "service_area")
    }
    return Group(group.world, replace(group.question, by=tuple(kept)), tuple(kept.values()))
