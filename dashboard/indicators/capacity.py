"""What the Stage 2 practice educators can take on, against the final students of each year."""

from collections import defaultdict

from dashboard.indicators.formulas import ratio
from dashboard.indicators.parts import Parts
from data.queries.demand import FINAL_STUDENTS
from data.queries.educators import CAPACITY
from data.selection import Selection
from data.slicing import Measure
from data.workbench import By, Key, Number, Workbench

NO_STUDENTS = ratio(0, 0)


def stage2_sufficiency(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return the places a year of Stage 2 for each final student, by group."""
    places = _over_years(bench, CAPACITY, selection, by)
    students = _over_years(bench, FINAL_STUDENTS, selection, by)
    return {
        key: ratio(places.get(key, 0), students.get(key, 0))
        for key in places.keys() | students.keys()
    }


def years_of(bench: Workbench, selection: Selection, by: By) -> tuple[str, ...]:
    """Return the years to look at: those chosen, else those begun or just the day's own."""
    if "academic_year" in by:
        return tuple(bench.stock_years(selection))
    return selection.years or (selection.current_year,)


def _over_years(
    bench: Workbench, measure: Measure, selection: Selection, by: By
) -> dict[Key, Number]:
    # A stock is counted on the last day of each year, so it is the years' sums that add up.
    split: By = by if "academic_year" in by else (*by, "academic_year")
    years = selection.only(years=years_of(bench, selection, by))
    totals: dict[Key, Number] = defaultdict(int)
    for key, found in bench.sums(measure, years, split).items():
        totals[key[: len(by)]] += found.total
    return totals
