"""The figures of the listed cuts, as an edition keeps them beside its rows."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

import orjson

from dashboard.editions.cuts import CUTS, By
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, applicable, evaluate
from dashboard.indicators.parts import Figure
from data.selection import Selection
from data.workbench import Workbench

# A figure's group comes first, then these.
KEPT: Final = ("value", "numerator", "denominator", "n", "status", "reported", "expected", "note")
Row = Sequence[Any]
# The figures of an indicator's cut, by group.
Kept = Mapping[tuple[str, By], Mapping[tuple[str | None, ...], Row]]
# The figure of each indicator as a whole, by its id.
Totals = Mapping[str, Figure]


def worked_out(bench: Workbench, selection: Selection) -> bytes:
    """Return the figures of every indicator in each listed cut that it can be split by, as JSON.

    Args:
        bench: Of the rows of the edition.
        selection: Its partnerships and its day.
    """
    found = [
        [ask.indicator.id, ask.by, [_row(figure) for figure in figures]]
        for ask, figures in answers(bench, selection)
    ]
    return orjson.dumps(found)


def answers(bench: Workbench, selection: Selection) -> Iterator[tuple[Ask, list[Figure]]]:
    """Yield the figures of every indicator in each listed cut that it can be split by.

    Args:
        bench: Of the state of the data.
        selection: Some partnerships and a day.
    """
    for indicator in INDICATORS.values():
        asks = [Ask(indicator, selection, by) for by in CUTS]
        # Its total says why, where an indicator has no meaning at all.
        asks = [ask for ask in asks if not ask.by or applicable(bench, ask)]
        yield from evaluate(bench, asks).items()


def _row(figure: Figure) -> list[Any]:
    return [list(figure.key), *(getattr(figure, name) for name in KEPT)]


def read(text: bytes) -> Kept:
    """Return the figures that were kept, by indicator and cut, then by group."""
    return {
        (indicator, tuple(by)): {tuple(row[0]): row[1:] for row in rows}
        for indicator, by, rows in orjson.loads(text)
    }


def totals(kept: Kept) -> Totals:
    """Return the figure of each indicator as a whole."""
    return {
        indicator: Figure((), *row)
        for (indicator, by), groups in kept.items()
        if not by
        for row in groups.values()
    }
