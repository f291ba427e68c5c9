"""The catalogue and the figures, as rows for programs."""

from collections.abc import Iterable
from typing import Any, Final

from dashboard.addresses import FILTERS
from dashboard.indicators import INDICATORS
from dashboard.indicators.ask import FILTERS as TWINS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.evaluate import Ask, applicable, evaluate
from dashboard.indicators.rows import COLUMNS, rows
from data.selection import DIMENSIONS, Selection
from data.workbench import Workbench

Rows = list[dict[str, Any]]
DESCRIBED: Final = (
    "id",
    "name",
    "topic",
    "meaning",
    "formula",
    "unit",
    "calendar",
    "source",
    "better",
    "notes",
)
LISTED: Final = ("sheets", "used_by", "by", "filters")
CATALOGUE: Final = (*DESCRIBED, *LISTED)


def catalogue(bench: Workbench, selection: Selection) -> Rows:
    """Return a row an indicator: what it is, and what it can be split and filtered by."""
    return [_described(bench, each, selection) for each in INDICATORS.values()]


def figures(bench: Workbench, ask: Ask) -> Rows:
    """Return a row a figure: its dimensions by name, then the columns of the interface."""
    return rows(ask, evaluate(bench, [ask])[ask], bench.version)


def columns(by: Iterable[str]) -> tuple[str, ...]:
    """Return the columns of an indicator's rows, by some dimensions."""
    return (*by, *COLUMNS)


def _described(bench: Workbench, indicator: Indicator, selection: Selection) -> dict[str, Any]:
    row: dict[str, Any] = {name: getattr(indicator, name) for name in DESCRIBED}
    by = [each for each in DIMENSIONS if applicable(bench, Ask(indicator, selection, (each,)))]
    row |= {name: list(getattr(indicator, name)) for name in ("sheets", "used_by")}
    return row | {"by": by, "filters": _filters(bench, indicator, selection)}


def _filters(bench: Workbench, indicator: Indicator, selection: Selection) -> list[str]:
    """Return the filters that the figure follows, as the address calls them."""
    work = Ask(indicator, selection).work
    followed = [bench.source(build, selection).filters() for build in work.sources()]
    return [
        item.parameter
        for item in FILTERS
        if TWINS[item.field] not in work.cannot_follow
        and all(item.field in each for each in followed)
    ]
