"""What became of the places that agreements promise."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import partial, reduce
from typing import Final

from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import Parts, ratio
from data.calendar import first_day, last_day
from data.queries.agreements import (
    WITHOUT_A_TOP,
    agreements,
    delivered_under,
    promised,
    under_agreements,
)
from data.selection import Selection
from data.slicing import Measure
from data.sums import NOTHING, By, Key, Sum, together, with_year
from data.workbench import Workbench

LOW: Final = "places_per_year_low"
HIGH: Final = "places_per_year_high"
STARTED_BY: Final = ("academic_year",)
IN_FORCE_BY: Final = ("starts_on", "ends_on")
BOUNDS: Final = (promised(LOW), promised(HIGH), WITHOUT_A_TOP)
NOTHING_AGREED: Final = Parts(None)

ByYear = dict[Key, dict[str, int]]
# The agreements of a group: the days between which they are in force, and their places a year.
Terms = dict[tuple[date | None, date | None], Sum]


def delivery(bound: str) -> Custom:
    """Return the formula of placements started under agreements over the places promised.

    Args:
        bound: The column of the agreement that says how many places a year.
    """
    delivered, places = delivered_under(bound), promised(bound)
    return Custom(
        over=(under_agreements, agreements),
        work=partial(_delivery, delivered, places),
        empty=ratio(0, 0),
        rests_on=(delivered, places),
        needs=((delivered, STARTED_BY), (places, IN_FORCE_BY)),
    )


def agreed() -> Custom:
    """Return the formula of the places that agreements in force in the one year asked for promise.

    Above the line stand the places promised at least, and below it those promised at most;
    ``None`` where none says, or where one that says the least leaves open the most.
    """
    return Custom(
        over=(agreements,),
        work=_agreed,
        rests_on=BOUNDS,
        needs=tuple((bound, IN_FORCE_BY) for bound in BOUNDS),
    )


def band() -> Custom:
    """Return the formula of placements started under agreements, beside what these promise.

    The value is how many started in the one year asked for. What is promised stands above and
    below the line as in ``agreed``.
    """
    delivered = delivered_under(LOW, HIGH)
    return Custom(
        over=(under_agreements, agreements),
        work=partial(_band, delivered),
        rests_on=(delivered, *BOUNDS),
        needs=((delivered, ()), *((bound, IN_FORCE_BY) for bound in BOUNDS)),
    )


def _agreed(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    (year,) = selection.years
    promises = [_promises(bench, selection, by, bound) for bound in BOUNDS]
    found = {}
    for key in {key for each in promises for key in each}:
        low, high, without_a_top = (_in_force(each[key], year) for each in promises)
        least = int(low.total) if low.n else None
        most = int(high.total) if high.n and not without_a_top.n else None
        if low.n or high.n:
            found[key] = Parts(least or 0, least, most, n=low.n + high.n)
    return found


def _band(delivered: Measure, bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    started = bench.sums(delivered, selection, by)
    promised_places = _agreed(bench, selection, by)
    found = {}
    for key in started.keys() | promised_places.keys():
        number = bench.sum_of(started, key).n
        if number or key in promised_places:
            found[key] = replace(promised_places.get(key, NOTHING_AGREED), value=number, n=number)
    return found


def _delivery(
    delivered: Measure, places: Measure, bench: Workbench, selection: Selection, by: By
) -> dict[Key, Parts]:
    others = tuple(dimension for dimension in by if dimension != "academic_year")
    started = _started(bench, selection, others, delivered)
    promises = _promises(bench, selection, others, places)
    everywhere = sorted({year for counts in started.values() for year, n in counts.items() if n})
    found = {}
    for key in started.keys() | promises.keys():
        of_group, terms = started[key], promises[key]
        for years in _periods(bench, selection, by, everywhere):
            number = sum(of_group.get(year, 0) for year in years)
            agreed = sum(int(_in_force(terms, year).total) for year in years)
            if agreed or "academic_year" not in by or set(years) & of_group.keys():
                found[with_year(key, by, years[0])] = ratio(number, agreed)
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


def _started(bench: Workbench, selection: Selection, by: By, delivered: Measure) -> ByYear:
    found: ByYear = defaultdict(dict)
    sums = bench.sums(delivered, selection, (*by, *STARTED_BY))
    for key, started in sums.items():
        found[key[:-1]][key[-1]] = started.n
    return found


def _promises(
    bench: Workbench, selection: Selection, by: By, promises: Measure
) -> dict[Key, Terms]:
    found: dict[Key, Terms] = defaultdict(dict)
    sums = bench.sums(promises, selection, (*by, *IN_FORCE_BY))
    for (*key, starts_on, ends_on), places in sums.items():
        found[tuple(key)][starts_on, ends_on] = places
    return found


def _in_force(terms: Terms, year: str) -> Sum:
    """Return what is promised by agreements in force on any day of a year."""
    standing = (
        places
        for (starts_on, ends_on), places in terms.items()
        if (starts_on is None or starts_on <= last_day(year))
        and (ends_on is None or ends_on >= first_day(year))
    )
    return reduce(together, standing, NOTHING)
