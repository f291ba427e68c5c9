"""Figures as readers of an edition see them: the last step before anything is made of them."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Final

from dashboard import wording
from dashboard.disclosure import counts, rules
from dashboard.disclosure.cuts import Where, where
from dashboard.indicators import INDICATORS
from dashboard.indicators.ask import Ask
from dashboard.indicators.catalogue import Made, Side, Unit
from dashboard.indicators.parts import Figure
from data.disclosure import Protection
from data.sums import Number
from data.workbench import Workbench

Evaluate = Callable[[Workbench, Iterable[Ask]], Mapping[Ask, list[Figure]]]
NOBODY: Final = Figure((), None, None, None, None, "suppressed", 0, 0)
FACTORS: Final[Mapping[Unit, int]] = {"per_hundred": 100, "points": 100}


def protected(
    bench: Workbench, ask: Ask, figures: list[Figure], evaluate: Evaluate
) -> list[Figure]:
    """Return the figures of a question as the protection of the bench lets them be seen.

    A question that is in no cut of the edition has one figure, hidden, without a group: even
    which groups there are would tell.

    Args:
        bench: Of the state of the data, with its protection.
        ask: The question.
        figures: Its figures, exact.
        evaluate: Returns protected figures of other questions, which some follow from.
    """
    protection = bench.protection
    if protection is None or not ask.work.sources():
        return figures
    place = where(bench, ask, protection)
    if place is None:
        first = figures[0] if figures else NOBODY
        return [_hidden(first, wording.NO_CUT, key=(None,) * len(ask.by), ask=ask)]
    if ask.indicator.made_of is not None:
        return _made(bench, ask, ask.indicator.made_of, figures, evaluate)
    if counts.is_exact(ask.indicator):
        return figures
    return [_one(ask, figure, place, protection) for figure in figures]


def _one(ask: Ask, figure: Figure, place: Where, protection: Protection) -> Figure:
    indicator = ask.indicator
    sides = counts.sides(indicator)
    if figure.value is None:
        return replace(figure, numerator=None, denominator=None, n=None)
    if not sides or (indicator.unit != "count" and figure.numerator is None):
        return _typical(ask, figure)
    why = _why_hidden(ask, figure, place, protection)
    if why:
        return _hidden(figure, why)
    found = {side: rules.shown(counts.number(figure, side) or 0, protection.mode) for side in sides}
    return _shown(ask, figure, found, protection)


def _why_hidden(ask: Ask, figure: Figure, place: Where, protection: Protection) -> str:
    """Return why a figure is not shown; nothing where it is."""
    if ask.indicator.unit != "count" and (figure.n or 0) < rules.FEWEST:
        return wording.TOO_FEW
    sides = {side: counts.name(ask.indicator, side) for side in counts.sides(ask.indicator)}
    if not protection.planned.issuperset(sides.values()):
        return wording.NO_CUT
    key = place.key(figure.key)
    if any((name, place.cut, key) in protection.hidden for name in sides.values()):
        return wording.HIDDEN_FOR_ANOTHER
    small = (rules.is_small(counts.number(figure, side) or 0) for side in sides)
    return wording.FEWER_THAN_FIVE if protection.mode == "suppressed" and any(small) else ""


def _typical(ask: Ask, figure: Figure) -> Figure:
    if not ask.indicator.typical:
        return _hidden(figure, wording.GIVES_AWAY)
    if (figure.n or 0) < rules.FEWEST:
        return _hidden(figure, wording.TOO_FEW)
    return replace(figure, n=None)


def _shown(
    ask: Ask, figure: Figure, found: Mapping[Side, Number], protection: Protection
) -> Figure:
    low = protection.mode == "rounded" and any(
        rules.is_low(counts.number(figure, side) or 0) for side in found
    )
    told = {side: rules.bounds(counts.number(figure, side) or 0, protection.mode) for side in found}
    if ask.indicator.unit == "count":
        count = found["value"]
        return replace(figure, value=count, n=None, low=low, reach=_reach(count, told["value"]))
    part = found.get("numerator", figure.numerator) or 0
    whole = found.get("denominator", figure.denominator)
    # Worked out from what is shown of both sides, a share tells no more than they do.
    factor = FACTORS.get(ask.indicator.unit, 1)
    value = part * factor / whole if whole else None
    least, most = told.get("numerator", (part, part))
    fewest, all_ = told.get("denominator", (whole or 0, whole or 0))
    ends = (least * factor / all_, most * factor / fewest) if fewest else (0, 0)
    reach = _reach(value or 0, ends)
    return replace(
        figure, value=value, numerator=part, denominator=whole, n=whole, low=low, reach=reach
    )


def _reach(value: Number, told: rules.Bounds) -> Number:
    """Return how far from what is shown the exact number may be."""
    least, most = told
    return max(value - least, most - value)


def _made(
    bench: Workbench, ask: Ask, made: Made, figures: list[Figure], evaluate: Evaluate
) -> list[Figure]:
    """Return figures that are put together anew from the protected figures they follow from."""
    signs = dict.fromkeys(made.added, 1) | dict.fromkeys(made.taken, -1)
    asks = {replace(ask, indicator=INDICATORS[name]): sign for name, sign in signs.items()}
    answers = evaluate(bench, asks)
    refused = [each for part in asks for each in answers[part] if each.note == wording.NO_CUT]
    if refused:
        return refused[:1]
    groups = [({each.key: each for each in answers[part]}, sign) for part, sign in asks.items()]
    factor = FACTORS.get(ask.indicator.unit, 1)
    return [
        _put_together(figure, [(of.get(figure.key), sign) for of, sign in groups], factor, made)
        for figure in figures
    ]


def _put_together(
    figure: Figure, parts: list[tuple[Figure | None, int]], factor: int, made: Made
) -> Figure:
    if figure.value is None:
        return figure
    hidden = next((part for part, _ in parts if part and part.status == "suppressed"), None)
    if hidden is not None:
        return _hidden(figure, hidden.note)
    total = sum(sign * (part.value or 0) for part, sign in parts if part) * factor
    value = total if made.least is None else max(total, made.least)
    reach = sum(part.reach for part, _ in parts if part) * factor
    return replace(figure, value=value, numerator=None, denominator=None, n=None, reach=reach)


def _hidden(figure: Figure, note: str, **changed: object) -> Figure:
    return replace(
        figure,
        value=None,
        numerator=None,
        denominator=None,
        n=None,
        status="suppressed",
        note=note,
        **changed,  # type: ignore[arg-type]  # Names a field of figures.
    )
