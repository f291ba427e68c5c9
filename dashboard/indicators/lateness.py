"""How many days late placements start: how many there are between two numbers of days."""

from collections.abc import Mapping
from functools import partial

from dashboard.indicators.allocation import BY_DAYS_LATE, days_late
from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import Parts
from data.queries.placements import STARTED_LATE, placements
from data.selection import Selection
from data.sums import By, Key
from data.workbench import Workbench


def between(least: int, most: int | None = None) -> Custom:
    """Return the formula of placements that started so many days late.

    Args:
        least: The fewest days; one that starts on time is nought days late, and never counts.
        most: The most days; nothing means however many.
    """
    return Custom(
        over=(placements,),
        work=partial(_between, least, most),
        rests_on=(STARTED_LATE,),
        needs=BY_DAYS_LATE,
    )


def _between(
    least: int, most: int | None, bench: Workbench, selection: Selection, by: By
) -> Mapping[Key, Parts]:
    found = {}
    for key, days in days_late(bench, selection, by).items():
        count = sum(n for day, n in days.items() if day >= least and (most is None or day <= most))
        found[key] = Parts(value=count, n=days.total())
    return found
