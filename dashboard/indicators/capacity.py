"""Final students of each year, against the places and the Stage 2 practice educators for them."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Final

from dashboard.indicators.formulas import Custom, ratio
from dashboard.indicators.parts import Parts
from dashboard.indicators.shortfall import unmatched_shortfall
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
    cells = _final_students(bench, selection)
    return _folded(cells, {cell: parts.value or 0 for cell, parts in cells.items()}, by)


def short_of_stage2(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return final students who have a place and no Stage 2 practice educator, by group."""
    cells = _final_students(bench, selection)
    years = selection.only(years=tuple(sorted({year for _partnership, year in cells})))
    places = bench.sums(CAPACITY, years, CELL)
    short = {
        cell: max(0, (parts.n or 0) - (parts.value or 0) - bench.sum_of(places, cell).total)
        for cell, parts in cells.items()
    }
    return _folded(cells, short, by)


def _final_students(bench: Workbench, selection: Selection) -> dict[Key, Parts]:
    """Return those who cannot be placed, and as ``n`` all of them, by partnership and year."""
    if selection.levels and FINAL not in selection.levels:
        return {}
    return unmatched_shortfall(bench, selection.only(levels=(FINAL,)), CELL)


def _folded(cells: Mapping[Key, Parts], short: Mapping[Key, Number], by: By) -> dict[Key, Parts]:
    places = [CELL.index(dimension) for dimension in by]
    found: dict[Key, Number] = defaultdict(int)
    students: dict[Key, Number] = defaultdict(int)
    for cell, parts in cells.items():
        key = tuple(cell[place] for place in places)
        found[key] += short[cell]
        students[key] += parts.n or 0
    return {key: Parts(value=found[key], n=students[key]) for key in students}


def _years(bench: Workbench, selection: Selection, by: By) -> tuple[str, ...]:
    if "academic_year" in by:
        return tuple(bench.stock_years(selection))
    return selection.years or (selection.current_year,)


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


STAGE2_SUFFICIENCY: Final = Custom(
    over=(educators, demand),
    work=stage2_sufficiency,
    empty=ratio(0, 0),
    rests_on=(CAPACITY, FINAL_STUDENTS),
)
SHORT_OF_PLACES: Final = Custom(
    over=(demand, offers),
    work=short_of_places_final,
    cannot_follow=frozenset({"organisation"}),
    cannot_split=WHOLE,
    rests_on=(FINAL_STUDENTS, NET),
)
SHORT_OF_STAGE2: Final = Custom(
    over=(demand, offers, educators),
    work=short_of_stage2,
    cannot_follow=frozenset({"organisation"}),
    cannot_split=WHOLE,
    rests_on=(FINAL_STUDENTS, NET, CAPACITY),
)
