"""What was agreed, asked for like any figure, so that it comes from the same state of the data."""

from collections.abc import Mapping
from functools import cache

from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import Parts
from dashboard.indicators.standing import is_of_a_day
from dashboard.views.measures import measure
from data.queries import targets
from data.selection import Selection
from data.sums import By, Key, Number
from data.workbench import Workbench

EVERYWHERE = "all"


@cache
def target_to_judge_by(indicator: str) -> Indicator:
    """Return the question for the target that the figure of a selection may be judged by.

    There is none unless the figure is of what the target was set for: of one academic year, or of
    a day; of one place or of everything; and not of a level, an area or a route alone.
    """
    target, measured = target_of(indicator), INDICATORS[indicator]

    def work(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
        # What no academic year chooses is never that of the year that a target was set for.
        one_year = not measured.period and (
            len(selection.years) == 1 or is_of_a_day(bench, measured, selection)
        )
        places = (selection.organisations, selection.partnerships, selection.regions)
        parts_alone = selection.levels or selection.areas or selection.routes
        if by or parts_alone or not one_year or sum(map(bool, places)) > 1:
            return {(): Parts(None)}
        return dict(target.work.work_out(bench, selection, by))

    return measure(
        f"target-to-judge-{indicator}",
        f"Target that may be held against it: {measured.name}",
        measured.topic,
        Custom(over=(), work=work, empty=Parts(None)),
        measured.unit,
    )


@cache
def target_of(indicator: str) -> Indicator:
    """Return the question for an indicator's targets: by organisation, partnership or region.

    Without a dimension it is the target of the one organisation, partnership or region chosen,
    else of everything. It is that of the latest year chosen, else of the year of the day.
    """

    def work(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
        year = max(selection.years, default=selection.current_year)
        found = bench.once(("targets", year), lambda: _of_year(bench, year)).get(indicator, {})
        if not by:
            return {(): Parts(found.get(_scope(selection)))}
        (dimension,) = by
        prefix = f"{dimension}:"
        return {
            (scope.removeprefix(prefix),): Parts(value)
            for scope, value in found.items()
            if scope.startswith(prefix)
        }

    measured = INDICATORS[indicator]
    return measure(
        f"target-{indicator}",
        f"Target: {measured.name}",
        measured.topic,
        Custom(over=(), work=work, empty=Parts(None)),
        measured.unit,
    )


def _of_year(bench: Workbench, year: str) -> Mapping[str, Mapping[str, Number]]:
    """Return the targets of a year by indicator and scope."""
    found: dict[str, dict[str, Number]] = {}
    for row in bench.rows(targets.of(year)):
        found.setdefault(row.indicator, {})[row.scope] = row.value
    return found


def _scope(selection: Selection) -> str:
    chosen = (
        ("organisation", selection.organisations),
        ("partnership", selection.partnerships),
        ("region", selection.regions),
    )
    for kind, codes in chosen:
        if codes:
            return f"{kind}:{codes[0]}" if len(codes) == 1 else ""
    return EVERYWHERE


@cache
def rule_of(key: str, nation: str) -> Indicator:
    """Return the question for the value of a rule in force in a nation, as a plain number."""

    def work(bench: Workbench, selection: Selection, _by: By) -> dict[Key, Parts]:
        return {(): Parts(bench.context(selection).by_key()[key][nation])}

    return measure(
        f"rule-{nation}",
        key,
        "Supply and demand",
        Custom(over=(), work=work, empty=Parts(None)),
    )
