"""Places asked of an employer in a month against those it has: where universities' windows meet."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from typing import Final, get_args

import numpy as np

from dashboard.indicators import months
from dashboard.indicators.custom import Custom
from dashboard.indicators.months import MONTHS
from dashboard.indicators.parts import Parts
from data.calendar import TERM_MONTHS, year_before
from data.cells.groups import Numbers
from data.cells.side_by_side import side_by_side
from data.cells.table import Table
from data.queries.requests import PLACES_BY_WINDOW
from data.queries.requests import by_window as requests
from data.queries.supply import NET_BY_WINDOW
from data.queries.supply import by_window as offers
from data.selection import Dimension, Selection
from data.sums import By, Key
from data.workbench import Workbench

EMPLOYER: Final = ("partnership", "employer")
ASKED: Final = (*EMPLOYER, "university", "window_start", "window_end")
HAD: Final = (*EMPLOYER, "window_start")
BY_EMPLOYER: Final[tuple[Dimension, ...]] = ("partnership", "organisation")
# A window that began earlier than the academic year before would be longer than a year.
YEARS: Final = 2
COHORTS: Final = YEARS * MONTHS // TERM_MONTHS


@dataclass(frozen=True)
class Load:
    """What is asked of employers in each month, and what they have: a row an employer.

    Attributes:
        employers: Codes of partnership and employer.
        asked: Places asked of it.
        had: Places it has.
        universities: How many universities ask.
    """

    employers: list[tuple[str, str]]
    asked: Numbers
    had: Numbers
    universities: Numbers

    @property
    def over(self) -> Numbers:
        """How many places are asked above those it has, be it by one university or several."""
        short: Numbers = np.maximum(self.asked - self.had, 0)
        return short


def in_month(month: int) -> Custom:
    """Return the formula of places asked above those had in one month of the year chosen.

    Its parts are: above the line the places asked, below it those had, over all months in which
    anything is asked or had; ``n`` is how many universities ask, of one employer, and how many
    employers are asked for too much, of several.
    """
    refused = frozenset(get_args(Dimension)) - set(BY_EMPLOYER)
    return Custom(
        over=(requests, offers),
        work=partial(_in_month, month),
        cannot_split=refused,
        rests_on=(PLACES_BY_WINDOW, NET_BY_WINDOW),
    )


def _in_month(month: int, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
    found = load(bench, selection)
    groups: dict[Key, list[int]] = defaultdict(list)
    for row, employer in enumerate(found.employers):
        named: dict[str, str] = dict(zip(BY_EMPLOYER, employer, strict=True))
        groups[tuple(named[name] for name in by)].append(row)
    return {key: _parts(found, rows, month) for key, rows in groups.items()}


def _parts(load: Load, rows: list[int], month: int) -> Parts:
    over = load.over[rows, month]
    asking = load.universities[rows, month]
    return Parts(
        value=int(over.sum()),
        numerator=int(load.asked[rows, month].sum()),
        denominator=int(load.had[rows, month].sum()),
        n=int(asking[0]) if len(rows) == 1 else int((over > 0).sum()),
    )


def load(bench: Workbench, selection: Selection) -> Load:
    """Return the load of the year chosen; it is worked out once for all its months.

    With a partner chosen it is that of the employers chosen, and of those whom a university
    chosen asks: what others ask of them counts too, or there would be nothing to clash with.
    """
    return bench.once(("load", selection), lambda: _load(bench, selection))


def _load(bench: Workbench, selection: Selection) -> Load:
    (year,) = selection.years
    wanted = selection.only(years=(year_before(year), year), organisations=())
    asked = bench.table(PLACES_BY_WINDOW, wanted, ASKED)
    had = bench.table(NET_BY_WINDOW, wanted, HAD)
    groups = side_by_side([asked, had], EMPLOYER)
    of_asked, of_had = groups.numbers
    begun = months.starts(asked.dimensions["window_start"], year)
    window = (begun, months.ends(asked.dimensions["window_end"], begun, year))
    opened = months.starts(had.dimensions["window_start"], year)
    lasting = _lasting(of_asked, window, groups.count)[of_had, _cohort(opened)]
    places = had.added[NET_BY_WINDOW].total
    there = months.spread(of_had, groups.count, (opened, lasting), places)
    requested, universities = _asked(asked, of_asked, window, groups.count)
    kept = _chosen(asked, of_asked, groups.table(), selection)
    employers = groups.table().cells()
    return Load([employers[row] for row in kept], requested[kept], there[kept], universities[kept])


def _cohort(begun: Numbers) -> Numbers:
    """Return the number of each month's term, from the first that is looked at on."""
    return begun // TERM_MONTHS + COHORTS // YEARS


def _lasting(groups: Numbers, window: tuple[Numbers, Numbers], count: int) -> Numbers:
    """Return until which month an offer lasts, by employer and the term in which it begins.

    An offer has no end of its own. A place serves students whose window begins in its own term,
    as in the unmatched shortfall; so it lasts as long as the longest of those windows.
    """
    begun, ended = window
    term = (np.arange(COHORTS) - COHORTS // YEARS) * TERM_MONTHS
    found = np.tile(months.end_of_term(term), (count, 1))
    np.maximum.at(found, (groups, _cohort(begun)), ended)
    return found


def _asked(
    asked: Table, groups: Numbers, window: tuple[Numbers, Numbers], count: int
) -> tuple[Numbers, Numbers]:
    """Return the places asked of each employer in each month, and how many universities ask."""
    university = asked.dimensions["university"]
    width = max(len(university.values), 1)
    there, pair = np.unique(groups * width + university.codes, return_inverse=True)
    each = months.spread(pair, len(there), window, asked.added[PLACES_BY_WINDOW].total)
    places = np.zeros((count, MONTHS), dtype=np.int64)
    universities = np.zeros((count, MONTHS), dtype=np.int64)
    np.add.at(places, there // width, each)
    np.add.at(universities, there // width, each > 0)
    return places, universities


def _chosen(asked: Table, groups: Numbers, employers: Table, selection: Selection) -> Numbers:
    """Return the rows of the employers that are on view."""
    if not selection.organisations:
        return np.arange(len(employers.rows))
    chosen = employers.dimensions["employer"].among(selection.organisations)
    asking = asked.dimensions["university"].among(selection.organisations)
    chosen[groups[asking]] = True
    return np.flatnonzero(chosen)
