"""Employers counted: who offers, who is new, who has lapsed; and how far a few carry the rest."""

from collections import defaultdict
from typing import Final

from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import Parts, ratio
from data.calendar import year_after, year_before
from data.queries.placements import ALLOCATED, placements
from data.queries.supply import NET, offers
from data.selection import Selection
from data.sums import By, Key, with_year
from data.workbench import Workbench

LARGEST: Final = 3

# The employers of a group, by the academic year in which they have places.
Offering = dict[Key, dict[str, set[str]]]


def offering(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return how many employers have places that stand, by group."""
    found: dict[Key, set[str]] = defaultdict(set)
    for key, places in bench.sums(NET, selection, (*by, "owner")).items():
        found[key[:-1]].update({key[-1]} if places.total else ())
    return {key: _count(employers) for key, employers in found.items()}


def new(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return how many employers offer now and did not the academic year before, by group."""
    return {key: _count(now - then) for key, (now, then) in _turn(bench, selection, by).items()}


def lapsed(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return how many employers offered the academic year before and do not now, by group."""
    return {key: _count(then - now) for key, (now, then) in _turn(bench, selection, by).items()}


def concentration(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return the share of placements at the three largest employers, by group."""
    sizes: dict[Key, list[int]] = defaultdict(list)
    for key, found in bench.sums(ALLOCATED, selection, (*by, "employer")).items():
        sizes[key[:-1]].append(found.n)
    return {
        key: ratio(sum(sorted(counts, reverse=True)[:LARGEST]), sum(counts))
        for key, counts in sizes.items()
    }


def _and_before(selection: Selection) -> Selection:
    now = selection.years or (selection.current_year,)
    return selection.only(years=(year_before(min(now)), *now))


OFFERING: Final = Custom(over=(offers,), work=offering, rests_on=(NET,), needs=((NET, ("owner",)),))
NEW: Final = Custom(over=(offers,), work=new, rests_on=(NET,), looks_at=_and_before)
LAPSED: Final = Custom(over=(offers,), work=lapsed, rests_on=(NET,), looks_at=_and_before)
CONCENTRATION: Final = Custom(
    over=(placements,),
    work=concentration,
    # One employer alone is the largest of its own.
    cannot_split=frozenset({"employer"}),
    empty=ratio(0, 0),
    rests_on=(ALLOCATED,),
    needs=((ALLOCATED, ("employer",)),),
)


def _turn(bench: Workbench, selection: Selection, by: By) -> dict[Key, tuple[set[str], set[str]]]:
    """Return the employers of now and of the year before, by group."""
    others = tuple(dimension for dimension in by if dimension != "academic_year")
    known = _by_year(bench, selection, others)
    found = {}
    for now, then in _periods(selection, by, known):
        for key, years in known.items():
            employers = set().union(*(years.get(year, set()) for year in now))
            before = years.get(then, set())
            if employers or before or set(now) & years.keys():
                found[with_year(key, by, now[-1])] = (employers, before)
    return found


def _periods(selection: Selection, by: By, known: Offering) -> list[tuple[tuple[str, ...], str]]:
    """Return each period to answer for: its years, and the year before the earliest of them."""
    chosen = tuple(sorted(selection.years))
    if "academic_year" not in by:
        now = chosen or (selection.current_year,)
        return [(now, year_before(now[0]))]
    offered = {year for found in known.values() for year in found}
    # Whoever stops offering lapses in the year after, which may have no offers at all.
    lapsed_in = {year_after(year) for year in offered if year < selection.current_year}
    years = chosen or sorted(offered | lapsed_in)
    return [((year,), year_before(year)) for year in years]


def _by_year(bench: Workbench, selection: Selection, by: By) -> Offering:
    years = {name for year in selection.years for name in (year, year_before(year))}
    wanted = selection.only(years=tuple(sorted(years)))
    found: Offering = defaultdict(dict)
    for key, places in bench.sums(NET, wanted, (*by, "academic_year", "owner")).items():
        employers = found[key[:-2]].setdefault(key[-2], set())
        employers.update({key[-1]} if places.total else ())
    return found


def _count(employers: set[str]) -> Parts:
    return Parts(value=len(employers), n=len(employers))
