"""Unmatched shortfall and spare places: from rows to classes, through the matching, to groups."""

from typing import Final

from dashboard.indicators.custom import Custom
from dashboard.indicators.matching import Matching
from dashboard.indicators.parts import Parts
from data.queries.demand import STUDENTS, demand
from data.queries.supply import NET, offers
from data.selection import Selection
from data.sums import By, Key
from data.workbench import Workbench

# A place serves students of its own partnership, academic year and term.
BLOCK: Final = ("partnership", "academic_year", "term")
LEVEL_AND_AREA: Final = ("level", "service_area")
CLASS_OF_STUDENTS: Final = (*BLOCK, "level", "statutory_required", "service_area", "owner")
CLASS_OF_PLACES: Final = (*BLOCK, "level", "statutory", "service_area", "reserved_for")
CLASSES: Final = ((STUDENTS, CLASS_OF_STUDENTS), (NET, CLASS_OF_PLACES))


def unmatched_shortfall(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return students who cannot be placed, by group; ``n`` is all students of the group."""
    found = matching(bench, selection, by)
    missing: dict[Key, int] = found.short(by)
    needing = found.needed(by)
    if not set(LEVEL_AND_AREA) & set(by):
        # Places alone make a group too, of which nobody is short.
        missing = dict.fromkeys(found.offered(by), 0) | missing
    return {key: Parts(value=count, n=needing[key]) for key, count in missing.items()}


def spare_places(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return places that nobody can fill, by group; ``n`` is all places of the group."""
    found = matching(bench, selection, by)
    wanted, missing, standing = found.needed(by), found.short(by), found.offered(by)
    return {
        key: Parts(value=standing[key] - wanted[key] + missing[key], n=standing[key])
        for key in wanted.keys() | standing.keys()
    }


def matching(bench: Workbench, selection: Selection, by: By = ()) -> Matching:
    """Return the matching that answers for some dimensions; they share one, but for region.

    By region, students of a region meet the places of the same region alone.
    """
    block = ("region", *BLOCK) if "region" in by else BLOCK

    stamp = bench.stamp((demand, offers), selection)
    name = ("matching", selection, block, stamp)

    def sort_out() -> Matching:
        known = bench.recall(name) if stamp else None
        found = known or _matching(bench, selection, block)
        if stamp:
            bench.remember(name, found)
        return found

    return bench.once(("matching", selection, block), sort_out)


def _matching(bench: Workbench, selection: Selection, block: By) -> Matching:
    students = bench.table(STUDENTS, selection, (*block, *CLASS_OF_STUDENTS[len(BLOCK) :]))
    places = bench.table(NET, selection, (*block, *CLASS_OF_PLACES[len(BLOCK) :]))
    return Matching(students, places, block, bench.lasting("matched blocks", dict))


UNMATCHED: Final = Custom(
    over=(demand, offers),
    work=unmatched_shortfall,
    cannot_follow=frozenset({"organisation"}),
    labels=frozenset(LEVEL_AND_AREA),
    rests_on=(STUDENTS, NET),
    needs=CLASSES,
)
SPARE: Final = Custom(
    over=(demand, offers),
    work=spare_places,
    cannot_follow=frozenset({"organisation"}),
    cannot_split=frozenset(LEVEL_AND_AREA),
    rests_on=(STUDENTS, NET),
    needs=CLASSES,
)
