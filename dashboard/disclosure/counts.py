"""Which numbers of an indicator count people, and which of them are one and the same count."""

from functools import cache
from typing import Final, get_args

from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import Indicator, Side, Unit
from dashboard.indicators.formulas import Formula, Ratio, Total
from dashboard.indicators.parts import Figure
from data.slicing import Measure
from data.sums import Number

SIDES: Final[tuple[Side, ...]] = get_args(Side)
RATIOS: Final[frozenset[Unit]] = frozenset({"share", "per_hundred", "ratio"})


def sides(indicator: Indicator) -> tuple[Side, ...]:
    """Return which of an indicator's numbers count people, and so are protected one by one.

    There are none where all are exact, where it follows from others or from no rows at all, and
    where it counts neither people nor shares of them but, say, their days.
    """
    if indicator.made_of is not None or not indicator.work.sources():
        return ()
    if indicator.unit == "count":
        return tuple(side for side in SIDES[:1] if side not in indicator.exact)
    if indicator.unit in RATIOS:
        return tuple(side for side in SIDES[1:] if side not in indicator.exact)
    return ()


def is_exact(indicator: Indicator) -> bool:
    """Return whether nothing of an indicator counts people."""
    if not indicator.work.sources():
        return True
    if indicator.unit in RATIOS:
        return set(SIDES[1:]) <= set(indicator.exact)
    return "value" in indicator.exact


def number(figure: Figure, side: Side) -> Number | None:
    """Return one of a figure's numbers."""
    found: Number | None = getattr(figure, side)
    return found


def name(indicator: Indicator, side: Side) -> str:
    """Return the name of a count; the same for whatever counts the same rows in the same way."""
    own = indicator.id if side == "value" else f"{indicator.id}/{side}"
    measure = _measure(indicator.work, side)
    return own if measure is None else _names().get(measure, own)


@cache
def _names() -> dict[Measure, str]:
    found: dict[Measure, str] = {}
    for side in SIDES:
        for indicator in INDICATORS.values():
            measure = _measure(indicator.work, side) if side in sides(indicator) else None
            if measure is not None:
                own = indicator.id if side == "value" else f"{indicator.id}/{side}"
                found.setdefault(measure, own)
    return found


def _measure(work: Formula, side: Side) -> Measure | None:
    if isinstance(work, Total):
        return work.measure if side == "value" else None
    if isinstance(work, Ratio):
        return {"numerator": work.part, "denominator": work.whole}.get(side)
    return None
