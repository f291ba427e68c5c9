"""From indicators, filters and dimensions to figures: the one place where it is done."""

from collections.abc import Hashable, Iterable

from dashboard.disclosure.figures import protected
from dashboard.indicators.ask import Ask, applicable
from dashboard.indicators.parts import Figure, Parts
from dashboard.indicators.states import Reporting
from data.sums import Key
from data.workbench import Workbench

__all__ = ["Ask", "applicable", "evaluate"]


def evaluate(bench: Workbench, asks: Iterable[Ask]) -> dict[Ask, list[Figure]]:
    """Return the figures of each question, all from one state of the data.

    Without dimensions there is exactly one figure. By dimensions there is one for each group
    that has rows, and one for each partner or partnership that was expected to report;
    where the question has no meaning there is one figure, *not applicable*, without a group.
    Where the bench protects people, figures are protected before anything is remembered of them.
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
        figures = _figures(bench, ask) if ask in meaningful else [_not_applicable(bench, ask)]
        found[ask] = protected(bench, ask, figures, evaluate)
        if name := names[ask]:
            bench.remember(name, found[ask])
    return found


def _name(bench: Workbench, ask: Ask) -> Hashable:
    """Return what an answer is remembered under; nothing where it might change unnoticed."""
    work = ask.work
    if bench.protection is None and work.of_sums:
        stamp = bench.stamp_of_sums(work.summed(), ask.selection)
        return stamp and (ask, stamp)
    # What is hidden of protected figures hangs on others besides.
    stamp = bench.stamp(work.sources(), ask.selection)
    protection = bench.protection.name if bench.protection else ""
    return stamp and (ask, stamp, protection)


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
