"""Each university: students who need a placement, how many have one, how many do not."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences, units
from dashboard.figures import outline_bars
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim, Noun
from dashboard.views import answering, bars, captions
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

SHOWN: Final = ("demand", "allocated", "unplaced")
COLUMNS: Final = (
    "University",
    "Students who need a placement",
    "Placements matched",
    "Students unplaced",
)
UNIVERSITIES: Final = Noun("university", "universities")
UNPLACED: Final = Claim(
    "has students without a placement",
    "have students without a placement",
    "has no student without a placement",
)


@dataclass(frozen=True)
class _Row:
    name: str
    demand: Figure
    allocated: Figure
    unplaced: Figure

    @property
    def note(self) -> str:
        if self.demand.value is None or self.allocated.value is None:
            return units.written(self.demand, "count")
        sides = (units.written(side, "count") for side in (self.allocated, self.demand))
        return f"{' of '.join(sides)}<br>{units.written(self.unplaced, 'count')} unplaced"

    @property
    def order(self) -> tuple[bool, float, str]:
        return (self.demand.value is None, -(self.unplaced.value or 0), self.name)

    def cells(self) -> tuple[Cell, ...]:
        figures = (self.demand, self.allocated, self.unplaced)
        return (
            Cell(self.name, self.name),
            *(answering.cell(figure, "count") for figure in figures),
        )


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks([INDICATORS[shown] for shown in SHOWN], selection, "organisation")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    rows = _rows(answers, names, selection)
    totals = [answers[Ask(INDICATORS[shown], selection)][0] for shown in SHOWN]
    measure = "Students who need a placement and placements matched"
    words = captions.subtitle(measure, selection, names, totals[:1])
    table = Table(COLUMNS, tuple(row.cells() for row in rows))
    if not any(row.demand.value for row in rows):
        return captions.nothing("Universities' students", words, totals[:1], table=table)
    title = _title(rows, totals)
    missing = [row.name for row in rows if row.demand.status == "not_reported"]
    figure, height = bars.outlined(
        [
            outline_bars.Row(row.name, row.demand.value, row.allocated.value, row.note)
            for row in rows
        ]
    )
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Bar chart, an outline for students and a solid bar for placements matched",
            title,
            sentences.not_reported(missing),
        ),
        table=table,
        figure=figure,
        height=height,
    )


def _rows(answers: Answers, names: Names, selection: Selection) -> list[_Row]:
    found = [
        answering.found(answers, INDICATORS[shown], selection, "organisation") for shown in SHOWN
    ]
    codes = {key[0] for each in found for key in each.known()}
    rows = [
        _Row(names.organisations.get(code, code), *(each.at(code) for each in found))
        for code in codes
        if names.kinds.get(code) == "hei"
    ]
    return sorted(rows, key=lambda row: row.order)


def _title(rows: list[_Row], totals: Sequence[Figure]) -> str:
    known = {row.name: row.unplaced.judged for row in rows if row.unplaced.judged is not None}
    left = {name: value for name, value in known.items() if value}
    hidden = captions.hidden(row.unplaced for row in rows)
    finding = sentences.how_many(list(left), list(known), UNIVERSITIES, UNPLACED, hidden=hidden)
    few = f"Students without a placement: {units.written(totals[2], 'count')}"
    return sentences.with_most(finding or few, left, len(known) + hidden, formatting.count)


VIEW: Final = View("by-university", "Universities", SHOWN, _asks, _draw)
