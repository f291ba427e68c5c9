"""Windows laid over the months of an academic year: who asks for how many places, and who has them.

Months are numbered from the September of the year: 0 to 11 are its own, those before are negative.
"""

from datetime import date
from typing import Final

import numpy as np

from data.calendar import SEPTEMBER, TERM_MONTHS, first_day, months_later
from data.cells.groups import Numbers
from data.cells.table import Dimension

MONTHS: Final = 12


def number(day: date, year: str) -> int:
    """Return the number of a day's month, from the first of an academic year on."""
    return (day.year - int(year[:4])) * MONTHS + day.month - SEPTEMBER


def end_of_term(month: Numbers) -> Numbers:
    """Return the last month of each month's term."""
    return month // TERM_MONTHS * TERM_MONTHS + TERM_MONTHS - 1


def days(year: str) -> list[date]:
    """Return the first day of each month of an academic year."""
    return [months_later(first_day(year), month) for month in range(MONTHS)]


def starts(column: Dimension, year: str) -> Numbers:
    """Return the month in which each cell's window starts."""
    return _each(column, [number(day, year) for day in column.values])


def ends(column: Dimension, begun: Numbers, year: str) -> Numbers:
    """Return the month in which each cell's window ends; one without an end ends with its term."""
    known = [None if day is None else number(day, year) for day in column.values]
    said = _each(column, [0 if month is None else month for month in known])
    blank = _each(column, [month is None for month in known])
    return np.where(blank, end_of_term(begun), said)


def _each(column: Dimension, found: list[int] | list[bool]) -> Numbers:
    return np.array(found, dtype=np.int64)[column.codes]


def spread(
    groups: Numbers, count: int, window: tuple[Numbers, Numbers], places: Numbers
) -> Numbers:
    """Return how many places each group comes to in each month: a row a group.

    Args:
        groups: Of each cell, the number of its group.
        count: How many groups there are.
        window: Of each cell, the first and last month of its window.
        places: Of each cell.
    """
    first, last = window
    change = np.zeros((count, MONTHS + 1), dtype=np.int64)
    meets = (last >= 0) & (first < MONTHS) & (first <= last)
    begin, end = np.maximum(first, 0), np.minimum(last + 1, MONTHS)
    np.add.at(change, (groups[meets], begin[meets]), places[meets])
    np.add.at(change, (groups[meets], end[meets]), -places[meets])
    return change.cumsum(axis=1)[:, :MONTHS]
