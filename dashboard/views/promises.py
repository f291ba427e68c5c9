"""What an employer's places are held against: a target, else agreements, else what was asked."""

from dataclasses import dataclass
from typing import Final

from dashboard import formatting
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.formulas import Total
from dashboard.indicators.parts import Figure
from dashboard.views.measures import measure
from data.queries import agreements, partners
from data.slicing import Measure


def _promise(name: str, promised: Measure) -> Indicator:
    return measure("by-employer", name, "Supply and demand", Total(promised))


LOW: Final = _promise("Places a year, at least", agreements.promised("places_per_year_low"))
HIGH: Final = _promise("Places a year, at most", agreements.promised("places_per_year_high"))
REQUESTED: Final = _promise("Places asked of the employer", partners.PLACES)
ASKED: Final = (LOW, HIGH, REQUESTED)


@dataclass(frozen=True)
class Aim:
    """What an employer's places are compared with; without numbers there is nothing."""

    words: str = "nothing agreed or asked"
    low: float | None = None
    high: float | None = None


def aim(
    target: Figure | None, low: Figure | None, high: Figure | None, asked: Figure | None
) -> Aim:
    """Return what the places are compared with, from the figures of one employer."""
    if target and target.value is not None:
        return Aim(f"Target: {formatting.count(target.value)}", target.value, target.value)
    least, most = _bounds(low, high)
    if least is not None or most is not None:
        return Aim(f"Agreement: {formatting.span(least, most)}", least or 0, most)
    if asked and asked.value:
        return Aim(f"Asked: {formatting.count(asked.value)}", asked.value, asked.value)
    return Aim()


def _bounds(low: Figure | None, high: Figure | None) -> tuple[float | None, float | None]:
    # A sum without a number in any row is no promise of nought; and where one agreement leaves
    # a side open, so does the sum.
    lows, highs = (side.n or 0 if side else 0 for side in (low, high))
    least = low.value if low and lows and lows >= highs else None
    most = high.value if high and highs and highs >= lows else None
    return least, most
