"""Students who need a placement against places offered, by anything both are known by."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from dashboard import formatting, sentences, units, wording
from dashboard.figures import outline_bars
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim
from dashboard.views import answering, bars, captions
from dashboard.views.answering import Found
from dashboard.views.splits import Split
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

SHOWN: Final = ("demand", "net_supply", "balance", "unmatched_shortfall")
MEASURE: Final = "Students who need a placement and places offered"
SHORT: Final = Claim("is short of places", "are short of places", "is not short of places")
UNPLACEABLE: Final = Claim(
    "has students who cannot be placed",
    "have students who cannot be placed",
    "has no student who cannot be placed",
)
# A student needs a placement at one level, and an offer is of one area: of the four figures,
# those in these places have no meaning for these groups.
NEVER: Final[Mapping[tuple[str, str | None], tuple[int, ...]]] = {
    ("level", "either"): (0, 2, 3),
    ("service_area", "either"): (1, 2),
}


@dataclass(frozen=True)
class _Row:
    name: str
    needed: Figure
    offered: Figure
    difference: Figure
    unmatched: Figure

    @property
    def said(self) -> str:
        return wording.said(self.name)

    @property
    def balance(self) -> float | None:
        return self.difference.value

    @property
    def gap(self) -> str:
        if self.balance is not None:
            return formatting.gap(self.balance)
        return units.written(self.difference, "count")

    @property
    def note(self) -> str:
        if self.balance is None:
            sides = (("needed", self.needed), ("offered", self.offered))
            known = [f"{units.written(side, 'count')} {word}" for word, side in sides if side.value]
            return "<br>".join(known) or self.gap
        if not self.needed.value:
            needed = wording.LOW if self.needed.low else "none"
            return f"{units.written(self.offered, 'count')} offered<br>{needed} needed"
        return f"{formatting.of(self.offered.value or 0, self.needed.value)}<br>{self.gap}"


def view(name: str, heading: str, split: Split) -> View:
    """Return the view of supply and demand by one dimension."""

    def asks(selection: Selection) -> tuple[Ask, ...]:
        wanted = [INDICATORS[shown] for shown in SHOWN]
        return answering.asks(wanted, selection, split.dimension)

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        found = [
            answering.found(answers, INDICATORS[shown], selection, split.dimension)
            for shown in SHOWN
        ]
        totals = [each.total for each in found]
        words = captions.subtitle(MEASURE, selection, names, totals[:2])
        rows = _rows(found, split, names)
        if not any(row.needed.value or row.offered.value for row in rows):
            table = _table(rows, totals, split)
            return captions.nothing("Places needed and offered", words, totals[:2], table=table)
        return _drawn(rows, totals, split, words)

    return View(name, heading, SHOWN, asks, draw)


def _rows(found: list[Found], split: Split, names: Names) -> list[_Row]:
    needed, offered, *_ = found
    rows = []
    for key in needed.known() | offered.known():
        figures = [each.at(*key) for each in found]
        for place in NEVER.get((split.dimension, key[0]), ()):
            figures[place] = replace(figures[place], value=None, status="not_applicable", ask=None)
        name = answering.name_of(split.dimension, key[0], names)
        rows.append(_Row(name, *figures))
    return sorted(rows, key=_largest_shortfall_first)


def _largest_shortfall_first(row: _Row) -> tuple[bool, bool, float, str]:
    has_number = bool(row.needed.value or row.offered.value)
    return (row.balance is None, not has_number, row.balance or 0, row.name)


def _drawn(rows: list[_Row], totals: list[Figure], split: Split, words: str) -> Drawn:
    title = _title(rows, split)
    missing = [row.name for row in rows if row.gap == wording.NOT_REPORTED]
    figure, height = bars.outlined(
        [outline_bars.Row(row.name, row.needed.value, row.offered.value, row.note) for row in rows]
    )
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Bar chart, an outline for places needed and a solid bar for places offered",
            title,
            sentences.not_reported(missing),
        ),
        table=_table(rows, totals, split),
        figure=figure,
        height=height,
    )


def _title(rows: list[_Row], split: Split) -> str:
    short, known, claim = _unmatched(rows) if split.overlapping else _gaps(rows)
    judged = [row.unmatched if split.overlapping else row.difference for row in rows]
    hidden = captions.hidden(judged)
    finding = sentences.how_many(list(short), known, split.noun, claim, hidden=hidden)
    if not finding:
        if hidden:
            return f"What {split.noun.many} lack is {captions.KEPT_BACK}"
        return f"No {split.noun.one} can be compared yet"
    return sentences.with_most(
        finding, short, len(known) + hidden, lambda places: f"{formatting.count(places)} short"
    )


def _gaps(rows: list[_Row]) -> tuple[dict[str, float], list[str], Claim]:
    known = [row for row in rows if row.balance is not None]
    short = {row.said: -row.balance for row in known if row.balance and row.balance < 0}
    return short, [row.said for row in known], SHORT


def _unmatched(rows: list[_Row]) -> tuple[dict[str, float], list[str], Claim]:
    known = {row.said: row.unmatched.judged for row in rows if row.unmatched.judged is not None}
    return {name: value for name, value in known.items() if value}, list(known), UNPLACEABLE


def _columns(split: Split) -> tuple[str, ...]:
    return (
        split.heading,
        "Students who need a placement",
        "Places offered",
        "Gap",
        "Students who cannot be placed",
    )


def _table(rows: list[_Row], totals: list[Figure], split: Split) -> Table:
    whole = _Row("All", *totals)
    return Table(
        columns=_columns(split),
        rows=tuple(_cells(row, whole) for row in rows),
        footer=_cells(whole),
    )


def _cells(row: _Row, total: _Row | None = None) -> tuple[Cell, ...]:
    needed, offered, unmatched = (
        answering.cell(getattr(row, side), "count", within=getattr(total, side, None))
        for side in ("needed", "offered", "unmatched")
    )
    gap = Cell(row.gap, row.balance, figure=row.difference)
    return (Cell(row.name, row.name), needed, offered, gap, unmatched)
