"""How far the mix of places lies from the mix of demand, by partnership."""

from dataclasses import dataclass
from typing import Final

from dashboard import canvas, formatting, sentences, units
from dashboard.figures import dumbbell
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim
from dashboard.views import answering, captions
from dashboard.views.splits import BY_PARTNERSHIP
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

SHOWN: Final = ("adult_share_supply", "adult_share_demand", "split_gap")
COLUMNS: Final = (
    "Partnership",
    "Adults' share of places",
    "Adults' share of demand",
    "Gap between places and demand",
)
MARKS: Final = ("Demand", "Places offered")
ABOUT: Final = "Adults' share of places offered and of students who need a placement"
# The axis below takes as much room as a row.
AXIS: Final = ""
# Under one percentage point either way, the two are as good as equal.
NEAR: Final = 1
FAR: Final = Claim(
    "offers a different mix from what is needed",
    "offer a different mix from what is needed",
    "offers the mix that is needed",
)


@dataclass(frozen=True)
class _Row:
    name: str
    supply: Figure
    demand: Figure
    gap: Figure

    @property
    def order(self) -> tuple[bool, float, str]:
        return (self.gap.value is None, -abs(self.gap.value or 0), self.name)

    def mark(self) -> dumbbell.Row:
        gap = units.written(self.gap, "points").replace(" percentage ", "<br>")
        return dumbbell.Row(self.name, self.demand.value, self.supply.value, gap)

    def cells(self) -> tuple[Cell, ...]:
        return (
            Cell(self.name, self.name),
            answering.cell(self.supply, "share", base=True),
            answering.cell(self.demand, "share", base=True),
            answering.cell(self.gap, "points", caution=False),
        )


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks([INDICATORS[shown] for shown in SHOWN], selection, "partnership")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    found = [
        answering.found(answers, INDICATORS[shown], selection, "partnership") for shown in SHOWN
    ]
    totals = [each.total for each in found]
    words = captions.subtitle(ABOUT, selection, names, totals[:2])
    rows = sorted(
        (
            _Row(names.partnerships.get(key[0], key[0]), *(each.at(*key) for each in found))
            for key in found[0].known() | found[1].known()
        ),
        key=lambda row: row.order,
    )
    whole = _Row("All", *totals)
    table = Table(COLUMNS, tuple(row.cells() for row in rows), whole.cells())
    if all(row.supply.value is None and row.demand.value is None for row in rows):
        return captions.nothing("Places and demand", words, totals, table=table)
    title = _title(rows)
    missing = [row.name for row in rows if row.gap.status == "not_reported"]
    drawn, rest = answering.shown(rows, lambda row: row.gap.value is None)
    marks = [row.mark() for row in drawn]
    marks += [dumbbell.Row(name, None, None, note) for name, note in rest]
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Two marks a partnership, a ring for demand and a solid one for places",
            title,
            sentences.not_reported(missing),
        ),
        table=table,
        figure=dumbbell.draw(marks, *MARKS),
        height=canvas.height([*(mark.name for mark in marks), AXIS]),
    )


def _title(rows: list[_Row]) -> str:
    known = {row.name: row.gap.value for row in rows if row.gap.value is not None}
    far = {name: abs(gap) for name, gap in known.items() if abs(gap) >= NEAR}
    hidden = captions.hidden(row.gap for row in rows)
    finding = sentences.how_many(list(far), list(known), BY_PARTNERSHIP.noun, FAR, hidden=hidden)
    if not finding:
        return "The mix of places and of demand cannot be compared yet"
    return sentences.with_most(
        finding,
        far,
        len(known) + hidden,
        lambda gap: f"{formatting.points(gap).removeprefix('+')} apart",
    )


VIEW: Final = View("split-gap", "Places against demand", SHOWN, _asks, _draw)
