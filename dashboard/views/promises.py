"""What an employer's places are held against: a target, else agreements, else what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import formatting
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.formulas import Total
from dashboard.indicators.parts import Figure
from dashboard.views.measures import measure
from data.queries import agreements, partners
from data.selection import Selection
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


def aim(selection: Selection, sides: Sequence[Figure | None]) -> Aim:
    """Return what an employer's places are compared with.

    Args:
        selection: The filters in force.
        sides: Of the employer: target, agreed at least, agreed at most, asked.
    """
    target, low, high, asked = sides
    if selection.routes:
        # Places are offered to every route alike.
        return Aim("not applicable to a route")
    kinds = selection.levels or selection.areas
    if not kinds and target and target.value is not None:
        return Aim(f"Target: {formatting.count(target.value)}", target.value, target.value)
    least, most = _bounds(low, high)
    if not kinds and (least is not None or most is not None):
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
