"""Queries of values far from the partner's own of the year before."""

from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import fsum
from typing import Any

from data.calendar import academic_year, term
from data.returns.queries.query import Beside, Fact, Facts, Query

FAR = 3
# The day of a window, which falls in a term.
WINDOW = "window_start"


@dataclass(frozen=True)
class Series:
    """Rows that go on from year to year.

    Attributes:
        sheet: Where they are.
        same: The columns by which a row finds those of the year before.
        dated: The column that says which year a row belongs to.
        values: The columns that are compared.
    """

    sheet: str
    same: tuple[str, ...]
    dated: str
    values: tuple[str, ...]


SERIES = (
    Series("demand", ("programme", "level", "service_area"), WINDOW, ("students",)),
    Series("requests", ("employer", "programme", "level", "service_area"), WINDOW, ("places",)),
    Series("offers", ("team", "level", "service_area"), WINDOW, ("places",)),
    Series(
        "workforce",
        ("service_area",),
        "census_on",
        (
            "fte_in_post",
            "fte_vacancies",
            "fte_agency",
            "fte_agency_covering",
            "fte_starters",
            "fte_leavers",
            "headcount",
        ),
    ),
    Series(
        "newly_qualified",
        ("service_area",),
        "cohort",
        ("started", "placed_here_before", "asye_passed", "asye_deferred"),
    ),
    Series("finance", ("heading", "kind", "quarter"), "financial_year", ("planned", "actual")),
)

Key = tuple[Any, ...]
Totals = dict[Key, float]


def key(series: Series, row: Fact, years_earlier: int = 0) -> Key:
    """Return what a row's series is called in its own year or an earlier one."""
    dated = row[series.dated]
    # A day falls in a term as well: autumn is compared with autumn. A census has no term.
    season = term(dated) if series.dated == WINDOW else None
    same = (row[name] for name in series.same)
    return (row["partnership"], row["owner"], year(series, row) - years_earlier, season, *same)


def year(series: Series, row: Fact) -> int:
    """Return the calendar year in which a row's year begins."""
    dated = row[series.dated]
    return int((academic_year(dated) if isinstance(dated, date) else dated)[:4])


def _totals(series: Series, column: str) -> Callable[[Facts], Totals]:
    def work_out(facts: Facts) -> Totals:
        values: dict[Key, list[float]] = defaultdict(list)
        for row in facts.rows.get(series.sheet, ()):
            if row[column] is not None:
                values[key(series, row)].append(row[column])
        # The same whatever the order of the rows.
        return {name: fsum(numbers) for name, numbers in values.items()}

    return work_out


def _far(series: Series, column: str) -> Callable[[Fact, Facts], str | None]:
    def find(row: Fact, facts: Facts) -> str | None:
        if row[column] is None:
            return None
        name = f"{series.sheet}.{column}"
        totals: Totals = facts.once(name, _totals(series, column))
        now, before = totals[key(series, row)], totals.get(key(series, row, 1))
        # Nothing is a multiple of zero, so a first year and a year after none are let be.
        if not before or before / FAR <= now <= before * FAR:
            return None
        return f"{_number(now)} in this year, {_number(before)} in the year before."

    unit = 100 if series.sheet == "finance" else 1

    def _number(total: float) -> str:
        return f"{total / unit:g}"

    return find


QUERIES = tuple(
    Query(
        "far_from_last_year",
        series.sheet,
        column,
        "Correct the value, or say why it changed so much.",
        _far(series, column),
        Beside.YEAR_BEFORE,
    )
    for series in SERIES
    for column in series.values
)
