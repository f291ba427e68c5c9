"""What each placement cost that there would not have been without the funding."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from dashboard import sentences
from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import UNKNOWN, Parts, ratio
from data.calendar import academic_year, last_day, year_before
from data.pounds import pounds
from data.queries.money import SPENT, funding, money
from data.queries.placements import ALLOCATED, placements
from data.selection import Selection
from data.sums import By, Key, Sum, Sums
from data.workbench import Workbench

PARTNERSHIP: Final = "partnership"
BASELINE: Final = "baseline "
NO_BASELINE: Final = "no placements are known of the year before funding began"
Years = Mapping[str, int]


@dataclass(frozen=True)
class Part:
    """One partnership's part of a group.

    Attributes:
        spent: What it spent, in pence.
        baseline: The academic year before its funding began; blank where that is not known, or
            where no placements of that year or of one since are.
        additional: Placements of the years since that have ended, beyond as many a year.
    """

    spent: Sum
    baseline: str = ""
    additional: int = 0


def baselines(bench: Workbench) -> dict[str, str]:
    """Return the academic year before funding began, by partnership; not where it never did."""
    rows = bench.once("funding", lambda: bench.rows(funding()))
    return {row.code: year_before(academic_year(row.funded_from)) for row in rows}


def cost(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return the spending for each additional placement, by group."""
    others = tuple(dimension for dimension in by if dimension != PARTNERSHIP)
    spent = bench.sums(SPENT.said, selection, (*others, PARTNERSHIP))
    placed = _by_year(bench.sums(ALLOCATED, selection, (*others, PARTNERSHIP, "academic_year")))
    before = baselines(bench)
    found: dict[Key, list[Part]] = defaultdict(list)
    for key in spent.keys() | placed.keys():
        named = dict(zip((*others, PARTNERSHIP), key, strict=True))
        baseline = before.get(named[PARTNERSHIP], "")
        part = _part(bench.sum_of(spent, key), placed.get(key, {}), baseline, selection.as_at)
        found[tuple([named[dimension] for dimension in by])].append(part)
    return {key: _together(parts) for key, parts in found.items()}


def _by_year(sums: Sums) -> dict[Key, dict[str, int]]:
    found: dict[Key, dict[str, int]] = defaultdict(dict)
    for (*key, year), placed in sums.items():
        if placed.n:
            found[tuple(key)][year] = placed.n
    return found


def _part(spent: Sum, placed: Years, baseline: str, as_at: date) -> Part:
    since = [n for year, n in placed.items() if year > baseline and last_day(year) <= as_at]
    if baseline not in placed or not since:
        return Part(spent)
    return Part(spent, baseline, sum(since) - len(since) * placed[baseline])


def _together(parts: Iterable[Part]) -> Parts:
    known = [part for part in parts if part.baseline]
    if not known:
        return Parts(None, note=NO_BASELINE)
    paid = [part for part in known if part.spent.n]
    if not paid:
        return UNKNOWN if any(part.spent.unknown for part in known) else Parts(None)
    years = sentences.listed(sorted({part.baseline for part in paid}))
    additional = sum(part.additional for part in paid)
    if additional <= 0:
        return Parts(None, note=f"no more placements than in {years}")
    found = ratio(pounds(sum(part.spent.total for part in paid)), additional)
    return Parts(found.value, found.numerator, additional, additional, BASELINE + years)


COST: Final = Custom(
    over=(money, placements),
    work=cost,
    empty=ratio(0, 0),
    rests_on=(SPENT.said, ALLOCATED),
    needs=((SPENT.said, (PARTNERSHIP,)), (ALLOCATED, (PARTNERSHIP, "academic_year"))),
)
