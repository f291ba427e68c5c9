"""What an employer's places are held against: a target, else agreements, else what was asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import formatting
from dashboard.indicators import delivery
from dashboard.indicators.catalogue import Indicator
from dashboard.indicators.formulas import Formula, Total
from dashboard.indicators.parts import Figure
from dashboard.views.measures import measure, without_people
from data.queries import requests
from data.selection import Selection


def _promise(name: str, work: Formula) -> Indicator:
    return without_people(measure("by-employer", name, "Supply and demand", work))


AGREED: Final = _promise("Places a year agreed", delivery.agreed())
REQUESTED: Final = _promise("Places asked of the employer", Total(requests.PLACES))
ASKED: Final = (AGREED, REQUESTED)


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
        sides: Of the employer: target, places agreed for the year, asked.
    """
    target, agreed, asked = sides
    if selection.routes:
        # Places are offered to every route alike.
        return Aim("not applicable to a route")
    kinds = selection.levels or selection.areas
    if not kinds and target and target.value is not None:
        return Aim(f"Target: {formatting.count(target.value)}", target.value, target.value)
    # The formula has the least above its line, and the most below it.
    least, most = (agreed.numerator, agreed.denominator) if agreed else (None, None)
    if not kinds and (least is not None or most is not None):
        return Aim(f"Agreement: {formatting.span(least, most)}", least or 0, most)
    if asked and asked.value:
        return Aim(f"Asked: {formatting.count(asked.value)}", asked.value, asked.value)
    return Aim()
