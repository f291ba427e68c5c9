"""From the counts of an edition to the system that somebody could set up who has fetched it."""

from collections.abc import Iterable
from math import inf
from typing import Final

from dashboard.disclosure import rules, ties
from dashboard.disclosure.rules import Bounds
from dashboard.disclosure.system import System
from dashboard.disclosure.tables import Share, Table, Tables
from data.disclosure import Cut, Mode
from data.sums import Key

UNKNOWN: Bounds = (0, inf)
# In the name of what a share leaves of its whole.
LESS_PART: Final = " less "


def build(tables: Tables, names: Iterable[str], mode: Mode) -> System:
    """Return the system of some counts that hang together.

    Args:
        tables: All counts of the edition.
        names: Those of the system.
        mode: How the edition protects people.
    """
    counts = {name: tables.counts[name] for name in sorted(names)}
    shares = [each for each in tables.shares if {each.part, each.whole} & counts.keys()]
    system = System()
    for name, table in counts.items():
        _add_listed(system, name, table, shares, mode)
        _add_finest(system, name, table)
        ties.tie_cuts(system, name, table)
        ties.tie_organisations(system, name, table)
    for share in shares:
        if share.part and share.whole:
            ties.tie_counts(system, counts[share.whole], share.whole, (share.part,), rest=True)
            _protect_the_rest(system, share)
    ties.tie_known(system, counts)
    return system


def _add_listed(system: System, name: str, table: Table, shares: list[Share], mode: Mode) -> None:
    """Add the numbers that anybody sees, by themselves or in a share."""
    of_it = [each for each in shares if name in (each.part, each.whole)]
    for cut in table.listed:
        for key, count in table.cells.get(cut, {}).items():
            bases = [(share, share.bases[cut][key]) for share in of_it if key in share.bases[cut]]
            seen = table.plain or any(base >= rules.FEWEST for _, base in bases)
            low, high = rules.bounds(count, mode) if seen else UNKNOWN
            if (low, high) == (0, 0):
                continue
            least, most = _by_shares(name, bases)
            variable = system.add((name, cut, key), count, (max(low, least), min(high, most)))
            freed = (max(rules.HIDDEN[0], least), min(rules.HIDDEN[1], most))
            if seen and freed != system.bounds[variable]:
                system.freed[variable] = freed
            if seen and rules.is_small(count):
                system.wanted.append(variable)


def _by_shares(name: str, bases: list[tuple[Share, int]]) -> Bounds:
    """Return what it tells of a count that shares of it are shown, or are not."""
    of_whole = [base for share, base in bases if share.whole == name]
    if not of_whole:
        return UNKNOWN
    if max(of_whole) >= rules.FEWEST:
        return rules.FEWEST, inf
    # Of nobody there is no share to hide.
    return 1, rules.FEWEST - 1


def _add_finest(system: System, name: str, table: Table) -> None:
    """Add the numbers that nobody sees, but where one that is seen says there are none."""
    for cut in table.finest:
        if cut not in table.listed:
            true = table.cells.get(cut, {})
            # A group of nobody is known to be empty, where a number that is seen says so.
            there = (key for key, count in true.items() if count)
            for key in dict.fromkeys((*there, *_combined(system, name, table, cut))):
                system.add((name, cut, key), true.get(key, 0), UNKNOWN)


def _combined(system: System, name: str, table: Table, cut: Cut) -> list[Key]:
    """Return the groups of a finest cut of which each listed cut has something."""
    found: list[Key] = [()]
    for size, dimension in enumerate(cut, start=1):
        upto = cut[:size]
        seen = [each for each in ties.coarser(upto, table.listed) if dimension in each]
        values = {
            key[coarse.index(dimension)]: None
            for coarse in table.listed
            if dimension in coarse
            for key in system.of(name, coarse)
        }
        found = [
            (*key, value)
            for key in found
            for value in values
            if all(ties.within((*key, value), upto, each) in system.of(name, each) for each in seen)
        ]
    return found


def _protect_the_rest(system: System, share: Share) -> None:
    """Add what a share leaves of its whole, where that is a small count."""
    for cut, bases in share.bases.items():
        for key, base in bases.items():
            whole = system.of(share.whole, cut).get(key)
            part = system.of(share.part, cut).get(key)
            rest = base - (0 if part is None else system.truth[part])
            if base >= rules.FEWEST and whole is not None and rules.is_small(rest):
                place = (f"{share.whole}{LESS_PART}{share.part}", cut, key)
                variable = system.add(place, rest, UNKNOWN)
                system.wanted.append(variable)
                system.tie(whole, [variable] if part is None else [variable, part])
