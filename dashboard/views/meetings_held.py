"""Governance meetings of each partnership: how many were due, and how many of them were held."""

from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences, units
from dashboard.figures import outline_bars
from dashboard.indicators.engagement import TOPIC
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.meeting_days import meeting_days
from dashboard.indicators.parts import Figure
from dashboard.views import answering, bars, captions
from dashboard.views.measures import measure, without_people
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.queries import governance
from data.selection import Selection

NAME: Final = "meetings"
ABOUT: Final = "Governance meetings due and held"
DUE, HELD, TO_COME = (
    without_people(measure(NAME, words, TOPIC, meeting_days(counted)))
    for words, counted in (
        ("Meetings due", governance.DUE),
        ("Meetings held", governance.HELD),
        ("Meetings to come", governance.TO_COME),
    )
)
SHOWN: Final = (DUE, HELD, TO_COME)
COLUMNS: Final = ("Partnership", "Due", "Held", "Not said to be held", "To come")
NOTE: Final = (
    "Several partners return one meeting, and each words its title in its own way. So all that "
    "the partners of a partnership return of one day is one meeting here: held, if any of them "
    "says so, and due, if it was held or the day that it was planned for has come. What is "
    "returned as cancelled is neither. The headline counts a meeting once for each partner that "
    "returned it."
)


@dataclass(frozen=True)
class _Row:
    name: str
    due: Figure
    held: Figure
    to_come: Figure

    @property
    def left(self) -> float | None:
        if self.due.value is None or self.held.value is None:
            return None
        return self.due.value - self.held.value

    @property
    def note(self) -> str:
        if self.due.value is None or self.held.value is None:
            return units.written(self.due, "count")
        return f"{formatting.of(self.held.value, self.due.value)} held"

    @property
    def order(self) -> tuple[bool, float, float, str]:
        return (self.due.value is None, -(self.left or 0), -(self.due.value or 0), self.name)

    def cells(self) -> tuple[Cell, ...]:
        due, held, to_come = (
            answering.cell(figure, "count", caution=False)
            for figure in (self.due, self.held, self.to_come)
        )
        missing = units.written(self.due, "count")
        left = Cell(missing if self.left is None else formatting.count(self.left), self.left)
        return (Cell(self.name, self.name), due, held, left, to_come)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks(SHOWN, selection, "partnership")


def _draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
    found = [answering.found(answers, each, selection, "partnership") for each in SHOWN]
    total = _Row("All", *(each.total for each in found))
    words = captions.subtitle(ABOUT, captions.of_partners(selection), names, [total.due])
    codes = {key[0] for each in found for key in each.known()}
    rows = sorted(
        (
            _Row(names.partnerships.get(code, code), *(each.at(code) for each in found))
            for code in codes
        ),
        key=lambda row: row.order,
    )
    table = Table(COLUMNS, tuple(row.cells() for row in rows), total.cells())
    if not total.due.value:
        return captions.nothing("Governance meetings due", words, [total.due], table=table)
    title = _title(rows, total)
    figure, height = bars.outlined(
        [outline_bars.Row(row.name, row.due.value, row.held.value, row.note) for row in rows]
    )
    kind = "Bar chart, an outline for meetings due and a solid bar for meetings held"
    silent = [row.name for row in rows if row.due.status == "not_reported"]
    alt = sentences.joined(kind, title, sentences.not_reported(silent))
    return Drawn(title, words, alt, table, figure=figure, height=height)


def _title(rows: list[_Row], total: _Row) -> str:
    known = [row.name for row in rows if row.due.value]
    held = formatting.of(total.held.value or 0, total.due.value or 0)
    if len(known) == 1:
        return f"{known[0]} held {held} meetings that were due"
    left = {row.name: row.left for row in rows if row.left}
    most = f"; not said to be held: {sentences.most(left, formatting.count)}" if left else ""
    return f"{held} meetings that were due were held{most}"


VIEW: Final = View(
    NAME, "Meetings held against planned", ("meetings_held_rate",), _asks, _draw, note=NOTE
)
