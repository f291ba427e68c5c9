"""Unmatched shortfall and spare places: from rows to classes, through the matching, to groups."""

from collections import Counter
from collections.abc import Mapping
from typing import Final

from dashboard.indicators.formulas import Custom
from dashboard.indicators.matching import Matching, Places, Students
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
    needing = _by_group(_flat(found.needed), by)
    if set(LEVEL_AND_AREA) & set(by):
        missing = _by_group(_flat(found.short), by)
    else:
        # Places alone make a group too, of which nobody is short.
        missing = _by_group(dict.fromkeys(found.offered, 0) | found.short_by_block, by)
    return {key: Parts(value=missing[key], n=needing[key]) for key in missing}


def spare_places(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return places that nobody can fill, by group; ``n`` is all places of the group."""
    found = matching(bench, selection, by)
    wanted = _by_group(_flat(found.needed), by)
    missing = _by_group(found.short_by_block, by)
    standing = _by_group(found.offered, by)
    return {
        key: Parts(value=standing[key] - wanted[key] + missing[key], n=standing[key])
        for key in wanted.keys() | standing.keys()
    }


def matching(bench: Workbench, selection: Selection, by: By = ()) -> Matching:
    """Return the matching that answers for some dimensions; they share one, but for region.

    By region, students of a region meet the places of the same region alone.
    """
    block = _block(by)

    def solve() -> Matching:
        students = bench.sums(STUDENTS, selection, _with_region(CLASS_OF_STUDENTS, block))
        places = bench.sums(NET, selection, _with_region(CLASS_OF_PLACES, block))
        size = len(block)
        return Matching(
            {Students(key[:size], *key[size:]): int(students[key].total) for key in students},
            {Places(key[:size], *key[size:]): int(places[key].total) for key in places},
        )

    return bench.once(("matching", selection, block), solve)


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


def _block(by: By) -> By:
    return ("region", *BLOCK) if "region" in by else BLOCK


def _with_region(classes: By, block: By) -> By:
    return (*block, *classes[len(BLOCK) :])


def _flat(found: Mapping[tuple[Key, str, str], int]) -> dict[Key, int]:
    return {(*block, level, area): count for (block, level, area), count in found.items()}


def _by_group(found: Mapping[Key, int], by: By) -> Counter[Key]:
    names = (*_block(by), *LEVEL_AND_AREA)
    places = [names.index(dimension) for dimension in by]
    groups: Counter[Key] = Counter()
    for key, count in found.items():
        groups[tuple([key[place] for place in places])] += count
    return groups
