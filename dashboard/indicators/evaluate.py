"""From indicators, filters and dimensions to figures: the one place where it is done."""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass

from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.formulas import Formula
from dashboard.indicators.parts import Figure, Parts
from dashboard.indicators.states import Reporting
from data.selection import Dimension, Selection
from data.sums import Key
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


def evaluate(bench: Workbench, asks: Iterable[Ask]) -> dict[Ask, list[Figure]]:
    """Return the figures of each question, all from one state of the data.

    Without dimensions there is exactly one figure. By dimensions there is one for each group
    that has rows, and one for each partner or partnership that was expected to report;
    where the question has no meaning there is one figure, *not applicable*, without a group.
    """
    asked = list(asks)
    names = {ask: _name(bench, ask) for ask in asked}
    found = {ask: known for ask, name in names.items() if name and (known := bench.recall(name))}
    rest = [ask for ask in asked if ask not in found]
    answerable = [ask for ask in rest if applicable(bench, ask)]
    bench.add_up(
        (measure, ask.selection, by)
        for ask in answerable
        for measure, by in ask.work.wanted(ask.by)
    )
    meaningful = set(answerable)
    for ask in rest:
        found[ask] = _figures(bench, ask) if ask in meaningful else [_not_applicable(bench, ask)]
        if name := names[ask]:
            bench.remember(name, found[ask])
    return found


def _name(bench: Workbench, ask: Ask) -> Hashable:
    """Return what an answer is remembered under; nothing where it might change unnoticed."""
    stamp = bench.stamp(ask.work.sources(), ask.selection)
    return stamp and (ask, stamp)


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


def _figures(bench: Workbench, ask: Ask) -> list[Figure]:
    work = ask.work
    reporting = Reporting(bench, work, ask.selection, ask.by)
    parts = work.work_out(bench, ask.selection, ask.by)
    empty = work.nothing()
    keys = set(parts) | reporting.expected_keys(parts)
    return [
        _figure(ask, parts.get(key) or empty, key, reporting) for key in sorted(keys, key=_order)
    ]


def _figure(ask: Ask, part: Parts, key: Key, reporting: Reporting) -> Figure:
    state = reporting.state(key, part)
    shown = state.status not in ("not_reported", "not_applicable")
    return Figure(
        key=key,
        value=part.value if shown else None,
        numerator=part.numerator if shown else None,
        denominator=part.denominator if shown else None,
        n=part.n if shown else None,
        status=state.status,
        reported=state.reported,
        expected=state.expected,
        note=part.note,
        ask=ask,
    )


def _not_applicable(bench: Workbench, ask: Ask) -> Figure:
    reporting = Reporting(bench, ask.work, ask.selection, ())
    reported, expected = reporting.counts(())
    key: Key = (None,) * len(ask.by)
    return Figure(key, None, None, None, None, "not_applicable", reported, expected, ask=ask)


def _order(key: Key) -> tuple[tuple[bool, str], ...]:
    # Groups without a name, such as an organisation without a region, come last.
    return tuple((part is None, part or "") for part in key)
