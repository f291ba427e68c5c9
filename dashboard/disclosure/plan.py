"""What an edition must hide besides, so that nobody can work out a small count from the rest.

For each small count that is shown, or shown to be small, another truth is looked for that gives
all the same figures and in which it is another. Where there is none, the numbers that stand in its
way are hidden, as few and as small as can be. What is hidden later leaves every truth found before
as good as it was, so that one pass is enough.
"""

from collections.abc import Callable, Iterable, Sequence

from dashboard.disclosure.build import LESS_PART, build
from dashboard.disclosure.near import Near
from dashboard.disclosure.relations import PARTS, SUMS
from dashboard.disclosure.search import LESS, MORE, Search
from dashboard.disclosure.system import Numbers, System
from dashboard.disclosure.tables import Tables, read
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from data.disclosure import Mode, Place, Protection
from data.selection import Selection
from data.workbench import Workbench

# How much is done, and of how much.
Tell = Callable[[int, int], None]


def untold(_done: int, _whole: int) -> None:
    """Tell nobody."""


def plan(
    bench: Workbench,
    selection: Selection,
    mode: Mode = "rounded",
    indicators: Iterable[Indicator] = INDICATORS.values(),
    tell: Tell = untold,
) -> Protection:
    """Return the protection of an edition, to be kept with it.

    Args:
        bench: Of the state of the data, without a protection.
        selection: The partnerships of the edition, all of them where it names none; and its day.
        mode: Whether counts are rounded or small ones hidden.
        indicators: The indicators of the edition.
        tell: Is told for how many small counts another truth was found, and of how many.
    """
    tables = read(bench, selection, indicators)
    planned, hidden = set(tables.counts), set[Place]()
    systems = [build(tables, names, mode) for names in families(tables)]
    whole, before = sum(len(each.wanted) for each in systems), 0
    for system in systems:
        found, dropped = hide(system, _counted(tell, before, whole))
        hidden |= found
        planned -= dropped
        before += len(system.wanted)
    return Protection(
        mode=mode,
        as_at=selection.as_at,
        partnerships=frozenset(selection.partnerships),
        planned=frozenset(planned),
        hidden=frozenset(hidden),
    )


def families(tables: Tables) -> list[set[str]]:
    """Return the names of counts, those together that tell of each other."""
    links = [{each.part, each.whole} for each in tables.shares]
    links += [{each.whole, *each.parts} for each in SUMS]
    links += [{each.count, each.of} for each in PARTS]
    found = [{name} for name in sorted(tables.counts)]
    for link in links:
        there = link & tables.counts.keys()
        met = [family for family in found if family & there]
        if len(met) > 1:
            found = [family for family in found if family not in met] + [set().union(*met)]
    return found


def _counted(tell: Tell, before: int, whole: int) -> Callable[[int], None]:
    """Return what tells how much is done, with what was done before."""
    return lambda done: tell(before + done, whole)


def hide(
    system: System, tell: Callable[[int], None] = lambda _done: None
) -> tuple[set[Place], set[str]]:
    """Return what must be hidden so that no small count of a system can be worked out.

    That is single numbers; and the names of counts for which no such way was found, of which
    nothing is shown.

    Args:
        system: The system.
        tell: Is told for how many of its small counts an answer was found.
    """
    search, near, hidden, dropped = Search(system), Near(system), set[Place](), set[str]()
    open_ones = list(system.wanted)
    while open_ones:
        tell(len(system.wanted) - len(open_ones))
        answer = _another(search, near, open_ones)
        if answer is None:
            # What a share leaves goes with the share's own part.
            name = system.places[open_ones[0]][0]
            dropped.add(name.split(LESS_PART)[-1])
            search.drop(name.split(LESS_PART)[-1])
            open_ones = [each for each in open_ones if system.places[each][0] != name]
            continue
        other, freed = answer
        for variable in freed:
            search.hide(variable)
            hidden.add(system.places[variable])
        done = search.differs(other, open_ones)
        open_ones = [each for each in open_ones if each not in done]
    return hidden, dropped


def _another(
    search: Search, near: Near, open_ones: Sequence[int]
) -> tuple[Numbers, list[int]] | None:
    """Return another truth in which the first of some counts differs, and what it takes."""
    first = open_ones[0]
    for around in near.around(first):
        for side in (LESS, MORE):
            other = search.apart(around, open_ones, first, side)
            if other is not None:
                return other, []
    for around in near.around(first):
        for side in (LESS, MORE):
            found = search.freeing(around, first, side)
            if found is not None:
                return found
    return None
