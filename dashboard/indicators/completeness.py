"""How many of the cells that returns require are filled."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from dashboard.indicators.custom import Custom
from dashboard.indicators.everybody import (
    NO_RETURNS,
    SPLIT_BY_NO_OTHER,
    YEAR,
    partners,
    returning,
    senders,
)
from dashboard.indicators.parts import Parts, ratio
from data.members import Member
from data.queries.required import DATED, MAY_SAY, filled, not_known, required
from data.returns.sheets import SHEETS
from data.selection import Selection
from data.slicing import Measure
from data.sums import By, Key, Sum, with_year
from data.workbench import Workbench

DATED_FIRST: Final = sorted(SHEETS, key=lambda sheet: sheet not in DATED)


@dataclass(frozen=True)
class Completeness(Custom):
    """The formula. Rows of a sheet without a year stand in each, so none splits them."""

    def wanted(self, by: By) -> Iterable[tuple[Measure, By]]:
        """Yield what to add up beforehand, and by what."""
        for sheet in SHEETS:
            yield filled(sheet), _split(sheet, by)
        for sheet in MAY_SAY:
            yield not_known(sheet), _split(sheet, by)


def _split(sheet: str, by: By) -> By:
    return by if sheet in DATED else tuple(name for name in by if name != YEAR)


class _Rows:
    """Adds up the rows of every sheet by the dimensions of one question."""

    def __init__(self, bench: Workbench, selection: Selection, by: By) -> None:
        self._bench, self._selection, self._by = bench, selection, by
        self._years = set(bench.stock_years(selection)) if YEAR in by else set()

    def cells(self) -> tuple[Counter[Key], Counter[Key]]:
        """Return the cells that are filled, and those required, by group."""
        part, whole = Counter[Key](), Counter[Key]()
        for sheet in DATED_FIRST:
            for key, rows in self._sums(sheet, filled(sheet)):
                part[key] += int(rows.total)
                whole[key] += rows.n * required(sheet)
                if YEAR in self._by:
                    self._years.add(key[self._by.index(YEAR)])
        return part, whole

    def not_known(self) -> Counter[Key]:
        """Return the cells that say *not known*, by group; asked for after ``cells``."""
        found = Counter[Key]()
        for sheet in MAY_SAY:
            for key, rows in self._sums(sheet, not_known(sheet)):
                found[key] += int(rows.total)
        return found

    def _sums(self, sheet: str, measure: Measure) -> Iterator[tuple[Key, Sum]]:
        split = _split(sheet, self._by)
        # Without a year, a row stands in each in which there is anything.
        years = [""] if split == self._by else sorted(self._years)
        for key, rows in self._bench.sums(measure, self._selection, split).items():
            for year in years:
                yield (with_year(key, self._by, year) if year else key), rows


def _work(bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
    rows = _Rows(bench, selection, by)
    part, whole = rows.cells()
    unsaid = rows.not_known()
    members = partners(bench, selection, by)
    found = {}
    for key in members.keys() | whole.keys():
        years = (key[by.index(YEAR)],) if YEAR in by else selection.years
        cells = replace(ratio(part[key], whole[key]), note=_note(unsaid[key]))
        found[key] = _known(cells, members.get(key, []), years)
    return found


def _known(cells: Parts, those: list[Member], years: tuple[str, ...]) -> Parts:
    """Return parts with who stands behind them; unknown where nobody has sent any row."""
    sending = senders(those)
    if those and not sending:
        return NO_RETURNS
    owed = [missing for _, missing in returning(sending, years)]
    reported = owed.count(None)
    unsent = not cells.denominator and reported < len(owed)
    return replace(cells, unknown=unsent, partners=(reported, len(owed)))


def _note(unsaid: int) -> str:
    if not unsaid:
        return ""
    return f"{unsaid:,} say “not known”" if unsaid > 1 else "1 says “not known”"


COMPLETENESS: Final = Completeness(
    over=(),
    work=_work,
    cannot_split=SPLIT_BY_NO_OTHER,
    of_returns=True,
    on_a_day=False,
    empty=ratio(0, 0),
)
