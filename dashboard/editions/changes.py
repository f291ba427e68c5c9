"""Which totals of one edition are others than those of another, old and new."""

from collections.abc import Iterator
from dataclasses import dataclass

from dashboard import units
from dashboard.editions.figures import Totals
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.selection import Selection
from data.workbench import Workbench


@dataclass(frozen=True)
class Change:
    """A total that has changed.

    Attributes:
        indicator: Its id.
        name: What it is called.
        was: As it read.
        now: As it reads.
    """

    indicator: str
    name: str
    was: str
    now: str


def totals(bench: Workbench, selection: Selection) -> Totals:
    """Return the figure of each indicator for a selection as a whole."""
    asks = [Ask(indicator, selection) for indicator in INDICATORS.values()]
    return {ask.indicator.id: figures[0] for ask, figures in evaluate(bench, asks).items()}


def changed(before: Totals, now: Totals) -> Iterator[Change]:
    """Yield the totals that read otherwise; what only one of the two has is no change."""
    for key, indicator in INDICATORS.items():
        if key in before and key in now:
            was, reads = (units.written(each[key], indicator.unit) for each in (before, now))
            if was != reads:
                yield Change(key, indicator.name, was, reads)
