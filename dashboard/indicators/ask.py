"""A question to the indicators, and whether it has a meaning."""

from dataclasses import dataclass

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.formulas import Formula
from data.selection import Dimension, Selection
from data.workbench import Workbench

# Which filter a dimension is the twin of: one side that lacks it makes a ratio meaningless.
FILTERS: dict[str, str] = {
    "regions": "region",
    "partnerships": "partnership",
    "organisations": "organisation",
    "years": "academic_year",
    "levels": "level",
    "areas": "service_area",
    "routes": "route",
}


@dataclass(frozen=True)
class Ask:
    """A question: one indicator, for a selection, split by some dimensions."""

    indicator: Indicator
    selection: Selection
    by: tuple[Dimension, ...] = ()

    @property
    def work(self) -> Formula:
        """The indicator's formula, as it answers this question."""
        return self.indicator.work.asked(self.selection, self.by)


def applicable(bench: Workbench, ask: Ask) -> bool:
    """Return whether every side of the formula follows the same filters and all the dimensions."""
    formula = ask.work
    sources = [bench.source(build, ask.selection) for build in formula.sources()]
    refused = formula.cannot_follow
    for name, dimension in FILTERS.items():
        if getattr(ask.selection, name):
            followed = {name in source.filters() for source in sources}
            if len(followed) > 1 or dimension in refused:
                return False
    refused |= formula.cannot_split
    return all(
        dimension not in refused and all(dimension in source.dimensions() for source in sources)
        for dimension in ask.by
    )
