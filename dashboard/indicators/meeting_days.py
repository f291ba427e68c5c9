"""How many meetings there were, where several partners return each of them."""

from functools import partial
from typing import Final

from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import Parts
from data.selection import Selection
from data.slicing import Measure
from data.sums import By, Key
from data.workbench import Workbench

# Each partner words a meeting's title in its own way; its day they have in common.
MEETING: Final = ("partnership", "held_on")


def meeting_days(measure: Measure) -> Custom:
    """Return the formula that counts what partners of a partnership return of one day once."""
    return Custom(
        over=(measure.source,),
        work=partial(_days, measure),
        rests_on=(measure,),
        needs=((measure, MEETING),),
    )


def _days(measure: Measure, bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    finer = (*(dimension for dimension in by if dimension not in MEETING), *MEETING)
    places = [finer.index(dimension) for dimension in by]
    found: dict[Key, set[Key]] = {}
    for key, rows in bench.sums(measure, selection, finer).items():
        days = found.setdefault(tuple(key[place] for place in places), set())
        if rows.n:
            days.add(key[-len(MEETING) :])
    return {group: Parts(len(days), n=len(days)) for group, days in found.items()}
