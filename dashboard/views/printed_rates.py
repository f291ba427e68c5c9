"""Rates as the Department for Education prints them, asked for like any figure."""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any, Final

from dashboard import wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import Figure, Parts
from dashboard.units import written
from dashboard.views.measures import measure
from dashboard.views.view import Cell
from data.calendar import academic_year
from data.census_rows import CHILDREN
from data.queries import published_rates
from data.queries.published_rates import RATES
from data.schema.published import LEVELS
from data.selection import Selection
from data.sums import By, Key
from data.workbench import Workbench

NATIONAL, REGIONAL, _ = LEVELS
PER_CENT: Final = 100
DIGITS: Final = 6


@cache
def printed(rate: str) -> Indicator:
    """Return the question for a rate as it is printed, by academic year of the census.

    Without another dimension it is that of England; by region it is that of each, and by
    organisation that of each council on view. A group has no number where the file gives a symbol
    instead, and its note is what the symbol means; what the file says nothing of is no group.

    Args:
        rate: Id of the indicator that is worked out likewise.
    """

    def work(bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        # The file is about children's social workers.
        if "academic_year" not in by or not _asks_for_children(selection):
            return {}
        return {
            (*place, academic_year(row.census_on)): _parts(row)
            for row in _rows(bench, selection, by)
            if row.measure == RATES[rate] and row.census_on <= selection.as_at
            for place in [(row.place,) if len(by) > 1 else ()]
            if _is_chosen(academic_year(row.census_on), selection.years)
        }

    measured = INDICATORS[rate]
    return measure(
        f"printed-{rate}",
        f"{measured.name}, as published",
        measured.topic,
        Custom(over=(), work=work, empty=Parts(None)),
        measured.unit,
    )


def cell(figure: Figure | None, aside: str = "") -> Cell:
    """Return a printed rate as a table shows it, or what the file says instead."""
    if figure is None or figure.status == "not_reported":
        return Cell(wording.NOT_PUBLISHED)
    return Cell(written(figure, "share"), figure.value, aside=aside)


def _asks_for_children(selection: Selection) -> bool:
    return not selection.areas or CHILDREN in selection.areas


def _rows(bench: Workbench, selection: Selection, by: By) -> Iterable[Any]:
    if "organisation" in by:
        on_view = (selection.partnerships, selection.organisations, selection.regions)
        councils = ("councils printed", *on_view)
        return bench.settled(councils, lambda: bench.rows(published_rates.of_councils(selection)))
    places = bench.settled("places printed", lambda: bench.rows(published_rates.of_places()))
    level = REGIONAL if "region" in by else NATIONAL
    regions = selection.regions if "region" in by else ()
    return [row for row in places if row.level == level and _is_chosen(row.place, regions)]


def _is_chosen(value: str, chosen: tuple[str, ...]) -> bool:
    return not chosen or value in chosen


def _parts(row: Any) -> Parts:
    if row.value is None:
        return Parts(None, note=wording.UNPRINTED[row.state])
    # A hundredth of what is printed, and no more digits than that.
    return Parts(round(row.value / PER_CENT, DIGITS))
