"""What adds up: cuts of a count, the two sides of an organisation, counts of each other."""

from collections.abc import Iterable, Mapping
from typing import Any

from dashboard.disclosure.relations import PARTS, SUMS, Part
from dashboard.disclosure.system import System
from dashboard.disclosure.tables import SAID_TWICE, Table
from data.disclosure import Cut
from data.sums import Key

Counts = dict[str, Table]


def coarser(cut: Cut, cuts: Iterable[Cut]) -> list[Cut]:
    """Return those of some cuts whose numbers are sums of another's."""
    return [each for each in cuts if set(each) <= set(cut)]


def within(key: Key, cut: Cut, coarse: Cut) -> Key:
    """Return the group of a coarser cut that a group is in."""
    named = dict(zip(cut, key, strict=True))
    return tuple([named[name] for name in coarse])


def tie_cuts(system: System, name: str, table: Table) -> None:
    """Have the numbers of each finest cut add up to those of the coarser ones."""
    for cut in table.finest:
        for coarse in dict.fromkeys(coarser(cut, (*table.listed, *table.finest))):
            if coarse == cut:
                continue
            groups: dict[Key, list[int]] = {}
            for key, variable in system.of(name, cut).items():
                groups.setdefault(within(key, cut, coarse), []).append(variable)
            for key, variable in system.of(name, coarse).items():
                system.tie(variable, groups.get(key, []))


def tie_organisations(system: System, name: str, table: Table) -> None:
    """Have an organisation's number be what it has as a university and as an employer."""
    for cut in table.listed:
        if "organisation" in cut:
            for key, variable in system.of(name, cut).items():
                group = dict(zip(cut, key, strict=True))
                code = group.pop("organisation")
                found = (_at(system, name, table, group | {side: code}) for side in SAID_TWICE)
                system.tie(variable, [each for each in found if each is not None])


def _at(system: System, name: str, table: Table, group: Mapping[str, Any]) -> int | None:
    for cut in table.listed:
        if set(cut) == group.keys():
            return system.of(name, cut).get(tuple([group[each] for each in cut]))
    return None


def tie_counts(
    system: System, table: Table, whole: str, parts: tuple[str, ...], *, rest: bool
) -> None:
    """Have some counts add up to another, or to no more than it, in every group."""
    for cut in dict.fromkeys((*table.listed, *table.finest)):
        keys = {key: None for name in (whole, *parts) for key in system.of(name, cut)}
        for key in keys:
            found = [system.of(name, cut).get(key) for name in parts]
            there = [each for each in found if each is not None]
            system.tie(system.of(whole, cut).get(key), there, rest=rest)


def tie_known(system: System, tables: Counts) -> None:
    """Have counts add up as their definitions say."""
    for each in SUMS:
        parts = tuple(part for part in each.parts if part in tables)
        # Of a sum with more in it any part tells; of the others none does without the rest.
        if each.whole in tables and parts and (each.rest or parts == each.parts):
            tie_counts(system, tables[each.whole], each.whole, parts, rest=each.rest)
    for part in PARTS:
        if {part.count, part.of} <= tables.keys():
            _tie_values(system, tables[part.of], part)


def _tie_values(system: System, table: Table, part: Part) -> None:
    """Have a count of some values be the sum of another's numbers by value."""
    for cut in dict.fromkeys((*table.listed, *table.finest)):
        if part.dimension not in cut:
            continue
        place = cut.index(part.dimension)
        groups: dict[Key, list[int]] = {}
        for key, variable in system.of(part.of, cut).items():
            if key[place] in part.values:
                groups.setdefault((*key[:place], *key[place + 1 :]), []).append(variable)
        coarse = (*cut[:place], *cut[place + 1 :])
        for key, variable in system.of(part.count, coarse).items():
            system.tie(variable, groups.get(key, []))
