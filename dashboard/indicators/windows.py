"""Places asked in a month of an academic year: whose windows are open when."""

from collections.abc import Mapping
from functools import partial

import numpy as np

from dashboard.indicators import months
from dashboard.indicators.custom import Custom
from dashboard.indicators.parts import Parts
from data.calendar import year_before
from data.cells.groups import Numbers
from data.cells.side_by_side import side_by_side
from data.cells.table import Table
from data.queries.requests import PLACES_BY_WINDOW, by_window
from data.selection import Selection
from data.sums import By, Key
from data.workbench import Workbench

WINDOW = ("window_start", "window_end")


def in_month(month: int) -> Custom:
    """Return the formula of places whose window is open in a month of the year chosen."""
    return Custom(
        over=(by_window,),
        work=partial(_in_month, month),
        cannot_split=frozenset({"academic_year", "term", "organisation"}),
        rests_on=(PLACES_BY_WINDOW,),
    )


def _in_month(month: int, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
    found = bench.once(("windows", selection, by), lambda: _by_month(bench, selection, by))
    return {
        key: Parts(value=counts[month], n=counts[month])
        for key, counts in found.items()
        # A programme is there in the months in which a window of its is open.
        if counts[month] or not by
    }


def _by_month(bench: Workbench, selection: Selection, by: By) -> dict[Key, list[int]]:
    """Return the places asked in each month, by group."""
    (year,) = selection.years
    wanted = selection.only(years=(year_before(year), year))
    table = bench.table(PLACES_BY_WINDOW, wanted, (*by, *WINDOW))
    number, keys = _groups(table, by)
    begun = months.starts(table.dimensions["window_start"], year)
    window = (begun, months.ends(table.dimensions["window_end"], begun, year))
    places = months.spread(number, len(keys), window, table.added[PLACES_BY_WINDOW].total)
    found = zip(keys, places.tolist(), strict=True)
    return dict(found)


def _groups(table: Table, by: By) -> tuple[Numbers, list[Key]]:
    """Return the number of each cell's group, and the groups."""
    if not by:
        return np.zeros(len(table.rows), dtype=np.int64), [()]
    groups = side_by_side([table], by)
    return groups.numbers[0], groups.table().cells()
