"""Final students of each year, against the places and the Stage 2 practice educators for them."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import Final

from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import Parts, ratio
from dashboard.indicators.shortfall import CLASSES, matching
from data.queries.demand import FINAL_STUDENTS, demand
from data.queries.educators import CAPACITY, educators
from data.queries.supply import NET, offers
from data.selection import Selection
from data.slicing import Measure
from data.sums import By, Key, Number
from data.workbench import Workbench

FINAL: Final = "final"
CELL: Final[By] = ("partnership", "academic_year")
WHOLE: Final = frozenset({"term", "region", "level", "service_area"})


def stage2_sufficiency(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return the places a year of Stage 2 for each final student, by group."""
    places = _over_years(bench, CAPACITY, selection, by)
    students = _over_years(bench, FINAL_STUDENTS, selection, by)
    return {
        key: ratio(places.get(key, 0), students.get(key, 0))
        for key in places.keys() | students.keys()
    }


def short_of_places_final(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return final students whom no allocation could place, by group."""
    students, unplaced = _finals(bench, selection)
    return _by_group(students, unplaced, by)


def short_of_stage2(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return final students who have a place and no Stage 2 practice educator, by group."""
    students, unplaced = _finals(bench, selection)
    years = selection.only(years=tuple(sorted({year for _partnership, year in students})))
    places = bench.sums(CAPACITY, years, CELL)
    short = {
        cell: max(0, count - unplaced[cell] - bench.sum_of(places, cell).total)
        for cell, count in students.items()
    }
    return _by_group(students, short, by)


def _finals(bench: Workbench, selection: Selection) -> tuple[Counter[Key], Counter[Key]]:
    """Return final students and those who cannot be placed, by partnership and academic year.

    Where there are only places, or only first placements, nobody is short.
    """
    found = matching(bench, selection)
    students = Counter(dict.fromkeys(found.offered(CELL), 0))
    students.update(dict.fromkeys(found.needed(CELL), 0))
    students.update(found.needed(CELL, FINAL))
    return students, found.finals_short(CELL)


def _by_group(students: Mapping[Key, int], short: Mapping[Key, Number], by: By) -> dict[Key, Parts]:
    places = [CELL.index(dimension) for dimension in by]
    found: dict[Key, Number] = defaultdict(int)
    needing: dict[Key, int] = defaultdict(int)
    for cell, count in students.items():
        key = tuple([cell[place] for place in places])
        found[key] += short[cell]
        needing[key] += count
    return {key: Parts(value=found[key], n=needing[key]) for key in needing}


def _years(bench: Workbench, selection: Selection, by: By) -> tuple[str, ...]:
    if selection.years or "academic_year" not in by:
        return selection.years or (selection.current_year,)
    # A year that hasn't begun may have students already; its places are those of the day.
    needing = {year for (year,) in bench.sums(FINAL_STUDENTS, selection, ("academic_year",))}
    return tuple(sorted(needing.union(bench.stock_years(selection))))


def _over_years(
    bench: Workbench, measure: Measure, selection: Selection, by: By
) -> dict[Key, Number]:
    # A stock is counted on a day of each year, so over several years it is added up as demand is.
    split: By = by if "academic_year" in by else (*by, "academic_year")
    years = selection.only(years=_years(bench, selection, by))
    totals: dict[Key, Number] = defaultdict(int)
    for key, found in bench.sums(measure, years, split).items():
        totals[key[: len(by)]] += found.total
    return totals


def _in_the_year(selection: Selection) -> Selection:
    return selection.only(years=selection.years or (selection.current_year,))


STAGE2_SUFFICIENCY: Final = Custom(
    over=(educators, demand),
    work=stage2_sufficiency,
    empty=ratio(0, 0),
    rests_on=(CAPACITY, FINAL_STUDENTS),
    looks_at=_in_the_year,
)
SHORT_OF_PLACES: Final = Custom(
    over=(demand, offers),
    work=short_of_places_final,
    cannot_follow=frozenset({"organisation"}),
    cannot_split=WHOLE,
    rests_on=(FINAL_STUDENTS, NET),
    needs=CLASSES,
)
SHORT_OF_STAGE2: Final = Custom(
    over=(demand, offers, educators),
    work=short_of_stage2,
    cannot_follow=frozenset({"organisation"}),
    cannot_split=WHOLE,
    rests_on=(FINAL_STUDENTS, NET, CAPACITY),
    needs=CLASSES,
)
