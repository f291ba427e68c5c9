"""Each employer: places offered against what was agreed with it, or else asked of it."""

from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences, units, wording
from dashboard.figures import outline_bars
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim, Noun
from dashboard.views import aims, answering, bars, captions
from dashboard.views.aims import Aim
from dashboard.views.targets import target_of
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

OFFERED: Final = "net_supply"
COLUMNS: Final = ("Employer", "Places offered", "Compared with", "Gap")
EMPLOYERS: Final = Noun("employer", "employers")
BELOW: Final = Claim(
    "offers fewer places than agreed or asked",
    "offer fewer places than agreed or asked",
    "offers as many places as agreed or asked",
)


@dataclass(frozen=True)
class _Row:
    name: str
    offered: Figure
    aim: Aim

    @property
    def balance(self) -> float | None:
        if self.offered.value is None or self.aim.low is None:
            return None
        if self.offered.value < self.aim.low:
            return self.offered.value - self.aim.low
        return max(0, self.offered.value - (self.aim.high or self.offered.value))

    @property
    def gap(self) -> str:
        if self.balance is not None:
            return formatting.gap(self.balance)
        known = self.offered.value is not None
        return wording.NOT_APPLICABLE if known else units.written(self.offered, "count")

    @property
    def note(self) -> str:
        if self.offered.value is None:
            return units.written(self.offered, "count")
        offered = formatting.count(self.offered.value)
        if self.aim.low is None:
            return f"{offered} offered"
        return f"{offered} of {formatting.span(self.aim.low, self.aim.high)}<br>{self.gap}"

    @property
    def order(self) -> tuple[bool, bool, float, str]:
        return (self.offered.value is None, self.balance is None, self.balance or 0, self.name)

    def cells(self) -> tuple[Cell, ...]:
        offered = answering.cell(self.offered, "count")
        return (
            Cell(self.name, self.name),
            offered,
            Cell(self.aim.words),
            Cell(self.gap, self.balance),
        )


def _asks(selection: Selection) -> tuple[Ask, ...]:
    sides = (INDICATORS[OFFERED], target_of(OFFERED), *aims.ASKED)
    return answering.asks(sides, captions.of_one_year(selection), "organisation")


def _draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
    selection = captions.of_one_year(chosen)
    rows = _rows(answers, names, selection)
    totals = [answers[Ask(INDICATORS[OFFERED], selection)][0]]
    measure = "Places offered against the year's target, else the agreement, else what was asked"
    words = captions.subtitle(measure, selection, names, totals)
    table = Table(COLUMNS, tuple(row.cells() for row in rows))
    if not any(row.offered.value or row.aim.low for row in rows):
        return captions.nothing("Employers' places", words, totals, table=table)
    short = {row.name: -row.balance for row in rows if row.balance is not None and row.balance < 0}
    known = [row.name for row in rows if row.balance is not None]
    finding = sentences.how_many(list(short), known, EMPLOYERS, BELOW)
    title = sentences.with_most(
        finding or "No employer has places agreed or asked to compare with",
        short,
        len(known),
        lambda places: f"{formatting.count(places)} short",
    )
    missing = [row.name for row in rows if row.offered.status == "not_reported"]
    figure, height = bars.outlined(
        [outline_bars.Row(row.name, row.aim.low, row.offered.value, row.note) for row in rows]
    )
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Bar chart, an outline for places agreed or asked and a solid bar for places offered",
            title,
            sentences.not_reported(missing),
        ),
        table=table,
        figure=figure,
        height=height,
    )


def _rows(answers: Answers, names: Names, selection: Selection) -> list[_Row]:
    sides = (INDICATORS[OFFERED], target_of(OFFERED), *aims.ASKED)
    offered, target, agreed, asked = (
        answering.found(answers, side, selection, "organisation") for side in sides
    )
    codes = {key[0] for each in (offered, agreed, asked) for key in each.known()}
    rows = [
        _Row(
            name=names.organisations.get(code, code),
            offered=offered.at(code),
            aim=aims.aim(selection, [each.groups.get((code,)) for each in (target, agreed, asked)]),
        )
        for code in codes
        if names.kinds.get(code, "hei") != "hei"
    ]
    return sorted(rows, key=lambda row: row.order)


VIEW: Final = View("by-employer", "Employers", (OFFERED,), _asks, _draw)
