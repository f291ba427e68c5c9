"""What became of the places that agreements promise."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from functools import partial

from dashboard.indicators.formulas import Custom
from dashboard.indicators.parts import Parts, ratio
from data.calendar import first_day, last_day
from data.queries.agreements import agreements, delivered_under, promised, under_agreements
from data.selection import Selection
from data.sums import By, Key, Sum, with_year
from data.workbench import Workbench

ByYear = dict[Key, dict[str, int]]
# The agreements of a group: the days between which they are in force, and their places a year.
Terms = dict[tuple[date | None, date | None], Sum]


def delivery(bound: str) -> Custom:
    """Return the formula of placements started under agreements over the places promised.

    Args:
        bound: The column of the agreement that says how many places a year.
    """
    return Custom(
        over=(under_agreements, agreements),
        work=partial(_delivery, bound),
        empty=ratio(0, 0),
        rests_on=(delivered_under(bound), promised(bound)),
        needs=(
            (delivered_under(bound), ("academic_year",)),
            (promised(bound), ("starts_on", "ends_on")),
        ),
    )


def _delivery(bound: str, bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    others = tuple(dimension for dimension in by if dimension != "academic_year")
    started = _started(bench, selection, others, bound)
    promises = _promises(bench, selection, others, bound)
    everywhere = sorted({year for counts in started.values() for year, n in counts.items() if n})
    found = {}
    for key in started.keys() | promises.keys():
        of_group, terms = started[key], promises[key]
        for years in _periods(bench, selection, by, everywhere):
            delivered = sum(of_group.get(year, 0) for year in years)
            places = sum(_in_force(terms, year) for year in years)
            if places or "academic_year" not in by or set(years) & of_group.keys():
                found[with_year(key, by, years[0])] = ratio(delivered, places)
    return found


def _periods(
    bench: Workbench, selection: Selection, by: By, started: Sequence[str]
) -> list[tuple[str, ...]]:
    """Return the years to answer for: each by itself, or all that are in question together.

    Those are the same for every group, so that the groups add up to their total.
    """
    if "academic_year" in by:
        years = selection.years or sorted({*started, *bench.stock_years(selection)})
        return [(year,) for year in years]
    return [selection.years or tuple(started) or (selection.current_year,)]


def _started(bench: Workbench, selection: Selection, by: By, bound: str) -> ByYear:
    found: ByYear = defaultdict(dict)
    sums = bench.sums(delivered_under(bound), selection, (*by, "academic_year"))
    for key, started in sums.items():
        found[key[:-1]][key[-1]] = started.n
    return found


def _promises(bench: Workbench, selection: Selection, by: By, bound: str) -> dict[Key, Terms]:
    found: dict[Key, Terms] = defaultdict(dict)
    sums = bench.sums(promised(bound), selection, (*by, "starts_on", "ends_on"))
    for (*key, starts_on, ends_on), places in sums.items():
        found[tuple(key)][starts_on, ends_on] = places
    return found


def _in_force(terms: Terms, year: str) -> int:
    """Return the places promised by agreements in force on any day of a year."""
    return sum(
        int(places.total)
        for (starts_on, ends_on), places in terms.items()
        if (starts_on is None or starts_on <= last_day(year))
        and (ends_on is None or ends_on >= first_day(year))
    )
