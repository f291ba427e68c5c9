"""Unmatched shortfall and spare places: from rows to classes, through the matching, to groups."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from dashboard.indicators.formulas import Custom
from dashboard.indicators.matching import Places, Students, short, short_by_block
from dashboard.indicators.parts import Parts
from data.queries.demand import STUDENTS, demand
from data.queries.supply import NET, offers
from data.selection import Selection
from data.sums import By, Key
from data.workbench import Workbench

# A place serves students of its own partnership, academic year and term.
BLOCK: Final = ("partnership", "academic_year", "term")
LEVEL_AND_AREA: Final = ("level", "service_area")


def unmatched_shortfall(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return students who cannot be placed, by group; ``n`` is all students of the group."""
    wanted, offered = _students(bench, selection, by), _places(bench, selection, by)
    missing: Counter[Key] = Counter()
    needing: Counter[Key] = Counter()
    for group, count in wanted.items():
        needing[_key((*group.block, group.level, group.area), by)] += count
    if set(LEVEL_AND_AREA) & set(by):
        for (block, level, area), count in short(wanted, offered).items():
            missing[_key((*block, level, area), by)] += count
    else:
        # Places alone make a group too, of which nobody is short.
        missing.update({_key(kind.block, by): 0 for kind in offered})
        for block, count in short_by_block(wanted, offered).items():
            missing[_key(block, by)] += count
    return {key: Parts(value=missing[key], n=needing[key]) for key in missing}


def spare_places(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return places that nobody can fill, by group; ``n`` is all places of the group."""
    wanted, offered = _students(bench, selection, by), _places(bench, selection, by)
    filled: Counter[Key] = Counter()
    standing: Counter[Key] = Counter()
    for group, count in wanted.items():
        filled[_key(group.block, by)] += count
    for block, count in short_by_block(wanted, offered).items():
        filled[_key(block, by)] -= count
    for kind, count in offered.items():
        standing[_key(kind.block, by)] += count
    return {
        key: Parts(value=standing[key] - filled[key], n=standing[key])
        for key in filled.keys() | standing.keys()
    }


UNMATCHED: Final = Custom(
    over=(demand, offers),
    work=unmatched_shortfall,
    cannot_follow=frozenset({"organisation"}),
    labels=frozenset(LEVEL_AND_AREA),
    rests_on=(STUDENTS, NET),
)
SPARE: Final = Custom(
    over=(demand, offers),
    work=spare_places,
    cannot_follow=frozenset({"organisation"}),
    cannot_split=frozenset(LEVEL_AND_AREA),
    rests_on=(STUDENTS, NET),
)


def _students(bench: Workbench, selection: Selection, by: By) -> dict[Students, int]:
    block = _block(by)
    split = (*block, "level", "statutory_required", "service_area", "owner")
    sums = bench.sums(STUDENTS, selection, split)
    return {Students(key[: len(block)], *key[len(block) :]): int(sums[key].total) for key in sums}


def _places(bench: Workbench, selection: Selection, by: By) -> dict[Places, int]:
    block = _block(by)
    split = (*block, "level", "statutory", "service_area", "reserved_for")
    sums = bench.sums(NET, selection, split)
    return {Places(key[: len(block)], *key[len(block) :]): int(sums[key].total) for key in sums}


def _block(by: By) -> By:
    # By region, students of a region meet the places of the same region alone.
    return (*BLOCK, "region") if "region" in by else BLOCK


def _key(values: Iterable[object], by: By) -> Key:
    names = (*_block(by), *LEVEL_AND_AREA)
    named = dict(zip(names, values, strict=False))
    return tuple(named[dimension] for dimension in by)
