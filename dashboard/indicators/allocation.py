"""Figures about placements that no single sum gives: unplaced students and late days."""

from bisect import bisect
from collections import Counter
from itertools import accumulate
from typing import Final

import numpy as np

from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import Parts
from data.cells.side_by_side import side_by_side
from data.queries.demand import STUDENTS, demand
from data.queries.placements import (
    ALLOCATED_OF_UNIVERSITIES,
    LATE,
    STARTED_LATE,
    of_universities,
    placements,
)
from data.selection import Selection
from data.sums import By, Key
from data.workbench import Workbench

CELL: Final = ("partnership", "owner", "academic_year", "term", "level")
BY_DAYS_LATE: Final = ((LATE, ("days_late",)),)
NOBODY_LATE: Final = Parts(value=None, n=0)


def unplaced(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return students without a placement, by group; ``n`` is all students of the group.

    A university's surplus in one term or level makes up for nothing in another.
    """
    split = (*by, *(dimension for dimension in CELL if dimension not in by))
    measures = (STUDENTS, ALLOCATED_OF_UNIVERSITIES)
    tables = [bench.table(measure, selection, split) for measure in measures]
    groups = side_by_side(tables, split)
    wanted, placed = (
        np.bincount(number, table.added[measure].total, groups.count).astype(np.int64)
        for number, table, measure in zip(groups.numbers, tables, measures, strict=True)
    )
    short = np.maximum(wanted - placed, 0)
    found = groups.table().with_sum(STUDENTS, short, wanted).by(by, (STUDENTS,))
    missing, needing, _ = found.added[STUDENTS]
    numbers = zip(missing.tolist(), needing.tolist(), strict=True)
    return {
        key: Parts(value=unplaced, n=students)
        for key, (unplaced, students) in zip(found.cells(), numbers, strict=True)
    }


def days_late(bench: Workbench, selection: Selection, by: By) -> dict[Key, Counter[int]]:
    """Return how many placements were how many days late, by group."""
    # A group in which nobody started late is an answer too.
    found: dict[Key, Counter[int]] = {
        key: Counter() for key in bench.sums(STARTED_LATE, selection, by)
    }
    for key, late in bench.sums(LATE, selection, (*by, "days_late")).items():
        found[key[:-1]][int(key[-1])] += late.n
    return found


def median_days_late(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return the median of days late, over placements that started late, by group."""
    return {
        key: Parts(value=_median(days), n=days.total())
        for key, days in days_late(bench, selection, by).items()
    }


def most_days_late(bench: Workbench, selection: Selection, by: By) -> dict[Key, Parts]:
    """Return the most days that a placement started late, by group."""
    return {
        key: Parts(value=max(days, default=None), n=days.total())
        for key, days in days_late(bench, selection, by).items()
    }


UNPLACED: Final = Custom(
    over=(demand, of_universities),
    work=unplaced,
    rests_on=(STUDENTS, ALLOCATED_OF_UNIVERSITIES),
    needs=((STUDENTS, CELL), (ALLOCATED_OF_UNIVERSITIES, CELL)),
    of_sums=True,
)
MEDIAN_LATE: Final = Custom(
    over=(placements,),
    work=median_days_late,
    empty=NOBODY_LATE,
    rests_on=(STARTED_LATE,),
    needs=BY_DAYS_LATE,
    of_sums=True,
)
MOST_LATE: Final = Custom(
    over=(placements,),
    work=most_days_late,
    empty=NOBODY_LATE,
    rests_on=(STARTED_LATE,),
    needs=BY_DAYS_LATE,
    of_sums=True,
)


def _median(days: Counter[int]) -> float | None:
    """Return the middle of the days; the mean of the middle two where there are two."""
    if not days:
        return None
    ordered = sorted(days)
    upto = list(accumulate(days[day] for day in ordered))
    low, high = (ordered[bisect(upto, place)] for place in ((upto[-1] - 1) // 2, upto[-1] // 2))
    return (low + high) / 2
