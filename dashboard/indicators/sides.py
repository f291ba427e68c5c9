"""Which rows a formula puts together, and what each of them adds."""

from collections import defaultdict
from typing import Final

from dashboard.indicators.custom import Custom
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.formulas import Difference, Formula, Ratio
from data.slicing import Build, Measure
from data.sums import Key
from data.tracing.group import Group
from data.tracing.shapes import Side
from data.workbench import Workbench

COUNTS: Final = "Counts as"
ABOVE, BELOW = "Above the line", "Below the line"
ADDED, TAKEN_AWAY = "Added", "Taken away"
GOES_IN: Final = "Goes in as"


def sides(work: Formula) -> dict[Build, list[Side]]:
    """Return what each row adds to a formula, by source, in the order of the formula.

    Only of a ``Custom`` formula the figure is no sum of what goes in. Of returns as such it is
    partners that go in, and no rows.
    """
    if work.of_returns:
        return {}
    found: dict[Build, list[Side]] = defaultdict(list)
    for name, measures in _named(work):
        found[measures[0].source].append(Side(name, measures))
    return found


def group(bench: Workbench, ask: Ask, build: Build, key: Key) -> Group:
    """Return the rows of a source that are behind one group of a question."""
    work, selection = ask.work, ask.selection
    # What only tells results apart, such as whom a matching leaves out, tells no rows apart.
    parts = {name: part for name, part in zip(ask.by, key, strict=True) if name not in work.labels}
    if year := parts.get("academic_year"):
        # Stocks are counted on a day of the year.
        selection = selection.only(years=(year,))
        del parts["academic_year"]
    if isinstance(work, Custom):
        selection = work.looks_at(selection)
    return Group(
        source=bench.source(build, selection),
        context=bench.context(selection),
        selection=selection,
        by=tuple(parts),
        key=tuple(parts.values()),
    )


def _named(work: Formula) -> list[tuple[str, tuple[Measure, ...]]]:
    if isinstance(work, Ratio):
        return [(ABOVE, (work.part,)), (BELOW, (work.whole,))]
    if isinstance(work, Difference):
        return [(ADDED, (work.left,)), (TAKEN_AWAY, (work.right,))]
    if isinstance(work, Custom):
        return [(GOES_IN, measures) for measures in _by_source(work)]
    return [(COUNTS, work.measures())]


def _by_source(work: Custom) -> list[tuple[Measure, ...]]:
    found: dict[Build, list[Measure]] = defaultdict(list)
    for measure in work.rests_on or [each for each, _ in work.needs] or work.counted_by():
        found[measure.source].append(measure)
    return [tuple(measures) for measures in found.values()]
