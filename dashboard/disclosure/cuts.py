"""The cuts of an edition: each indicator by one of three bases, and by one dimension besides."""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations
from typing import Final

from dashboard.disclosure.counts import is_exact
from dashboard.indicators.ask import FILTERS, Ask
from data.disclosure import Cut, Protection
from data.selection import DIMENSIONS, Dimension
from data.sums import Key
from data.workbench import Workbench

BASES: Final[tuple[Dimension, ...]] = ("partnership", "region", "academic_year")
MOST: Final = 2


@dataclass(frozen=True)
class Where:
    """Where the groups of a question stand among the cuts of an edition.

    Attributes:
        cut: The dimensions of the cut, in the order of ``DIMENSIONS``.
        asked: The dimensions that the question is split by.
        fixed: What the filters fix the others to.
    """

    cut: Cut
    asked: Cut
    fixed: dict[str, str]

    def key(self, group: Key) -> Key:
        """Return the group of the cut that is meant by a group of the question."""
        named = self.fixed | dict(zip(self.asked, group, strict=True))
        return tuple([named[name] for name in self.cut])


def listed(dimensions: Iterable[str], *, of_one: bool) -> list[Cut]:
    """Return the cuts of whatever can be split by some dimensions.

    Args:
        dimensions: What it can be split by.
        of_one: Whether the edition is of one partnership, which every cut is then by.
    """
    known = [name for name in DIMENSIONS if name in set(dimensions)]
    if of_one and "partnership" in known:
        known.remove("partnership")
    return [
        cut
        for size in range(MOST + 1)
        for cut in combinations(known, size)
        if _is_listed(cut, of_one=of_one)
    ]


def where(bench: Workbench, ask: Ask, protection: Protection) -> Where | None:
    """Return where a question stands among the cuts of an edition; nothing if it is not in any.

    A filter by level is a cut by level. A filter that lets several pass is one too if the answer
    tells them apart. Whatever is left has no cut: another day, the universities' regions, a route.
    """
    selection = ask.selection
    if selection.as_at != protection.as_at or selection.basis != "employer" or selection.routes:
        return None
    fixed = _fixed(bench, ask, protection)
    if fixed is None:
        return None
    of_one = len(protection.partnerships) == 1
    names = {*ask.by, *fixed} - ({"partnership"} if of_one else set())
    cut = tuple(name for name in DIMENSIONS if name in names)
    return Where(cut, ask.by, fixed) if _is_listed(cut, of_one=of_one) else None


def _is_listed(cut: Cut, *, of_one: bool) -> bool:
    based = bool(set(cut) & set(BASES))
    if of_one:
        return len(cut) < MOST or (len(cut) == MOST and based)
    return not cut or (len(cut) <= MOST and based)


def _fixed(bench: Workbench, ask: Ask, protection: Protection) -> dict[str, str] | None:
    """Return the dimensions that filters fix to one value; nothing if one lets several pass."""
    selection, work = ask.selection, ask.work
    sources = [bench.source(build, selection) for build in work.sources()]
    followed = set().union(*(source.filters() for source in sources))
    fixed = {}
    for name, dimension in FILTERS.items():
        chosen: tuple[str, ...] = getattr(selection, name)
        if name not in followed or dimension in ask.by:
            continue
        if dimension == "partnership" and set(chosen) == protection.partnerships:
            continue
        if not chosen:
            # Without a filter it is everything, which an edition of some partnerships is not.
            if dimension == "partnership" and protection.partnerships:
                return None
            continue
        # A formula that means something else by a filter than by a split has no such cut.
        differs = dimension in work.labels | work.cannot_split and not is_exact(ask.indicator)
        if len(chosen) > 1 or differs:
            return None
        fixed[dimension] = chosen[0]
    return fixed
