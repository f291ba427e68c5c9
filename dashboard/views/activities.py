"""What partners put in: activities by partner and kind, and the people and hours in them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences, units, wording
from dashboard.figures import outline_bars
from dashboard.indicators import INDICATORS
from dashboard.indicators.engagement import AS_PUT_IN
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, bars, captions
from dashboard.views.answering import Found
from dashboard.views.heat import Grid, Heat
from dashboard.views.splits import BY_KIND, BY_PARTNER, Split
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

HELD, PEOPLE, HOURS = "activities_held", "activity_people", "activity_hours"
SHOWN: Final = (HELD, PEOPLE, HOURS)
NOUNS: Final = {HELD: ("activity", "activities"), PEOPLE: ("person", "people")}
HEAT: Final = Heat(HELD, BY_PARTNER, BY_KIND)


def _draw_heat(answers: Answers, names: Names, selection: Selection) -> Drawn:
    grid = Grid(answers, names, selection, HEAT)
    words = captions.subtitle(
        "Activities held", captions.of_partners(selection), names, [grid.total]
    )
    if not grid.total.value:
        return captions.nothing("Activities", words, [grid.total], chart=False)
    kinds = {wording.said(kind): number for kind, number in grid.of_columns().items()}
    title = f"{_many(grid.total, HELD)}: most by {_most(grid.numbers())}, most often {_most(kinds)}"
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined(
            "Table of activities held by partner and kind",
            title,
            sentences.not_reported(grid.missing()),
        ),
        table=grid.short_table(),
    )


def _most(values: Mapping[str, float]) -> str:
    return sentences.most(values, formatting.count)


def _many(figure: Figure, key: str) -> str:
    return formatting.quantity(figure.value or 0, *NOUNS[key])


@dataclass(frozen=True)
class _Row:
    name: str
    figures: Mapping[str, Figure]

    @property
    def note(self) -> str:
        held, hours = self.figures[HELD], self.figures[HOURS]
        if held.value is None:
            return units.written(held, "count")
        return f"{_hours(hours)}<br>{_many(held, HELD)}"

    @property
    def order(self) -> tuple[bool, float, float, str]:
        held, hours = self.figures[HELD].value, self.figures[HOURS].value
        return (held is None, -(hours or 0), -(held or 0), self.name)

    def cells(self) -> tuple[Cell, ...]:
        figures = (
            answering.cell(self.figures[key], INDICATORS[key].unit, caution=False) for key in SHOWN
        )
        return (Cell(self.name, self.name), *figures)


def view(name: str, heading: str, split: Split) -> View:
    """Return hours, people and activities by one dimension: bars of hours, with their table."""

    def asks(selection: Selection) -> tuple[Ask, ...]:
        return answering.asks([INDICATORS[key] for key in SHOWN], selection, split.dimension)

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        found = {
            key: answering.found(answers, INDICATORS[key], selection, split.dimension)
            for key in SHOWN
        }
        total = _Row("All", {key: each.total for key, each in found.items()})
        held = [total.figures[HELD]]
        about = f"Hours, people and activities by {split.noun.one}"
        words = captions.subtitle(about, captions.of_partners(selection), names, held)
        rows = _rows(found, names, split)
        heads = (split.heading, *(INDICATORS[key].name for key in SHOWN))
        table = Table(heads, tuple(row.cells() for row in rows), total.cells())
        if not total.figures[HELD].value:
            return captions.nothing("Hours and people", words, held, table=table)
        title = _title(rows, total)
        figure, height = bars.outlined(
            [outline_bars.Row(row.name, None, row.figures[HOURS].value, row.note) for row in rows]
        )
        kind = f"Bar chart of hours, a bar a {split.noun.one}"
        silent = [row.name for row in rows if row.figures[HELD].status == "not_reported"]
        alt = sentences.joined(kind, title, sentences.not_reported(silent))
        return Drawn(title, words, alt, table, figure=figure, height=height)

    return View(name, heading, SHOWN, asks, draw, note=AS_PUT_IN)


def _rows(found: Mapping[str, Found], names: Names, split: Split) -> list[_Row]:
    codes = {key[0] for each in found.values() for key in each.known()}
    rows = (
        _Row(
            answering.name_of(split.dimension, code, names),
            {key: each.at(code) for key, each in found.items()},
        )
        for code in codes
    )
    return sorted(rows, key=lambda row: row.order)


def _title(rows: list[_Row], total: _Row) -> str:
    hours = {wording.said(row.name): value for row in rows if (value := row.figures[HOURS].value)}
    people, held = (total.figures[key] for key in (PEOPLE, HELD))
    parts = [_hours(total.figures[HOURS])]
    parts += [_many(people, PEOPLE)] if people.value is not None else []
    start = f"{sentences.listed(parts)} in {_many(held, HELD)}"
    if len(hours) < sentences.PAIR:
        return start
    return f"{start}, most hours: {sentences.most(hours, formatting.amount)}"


def _hours(figure: Figure) -> str:
    if figure.value is None:
        return f"hours {units.written(figure, 'hours')}"
    return f"{formatting.amount(figure.value)} {'hour' if figure.value == 1 else 'hours'}"


ACTIVITIES: Final = View(
    "activities",
    "Activities by partner and kind",
    (HELD,),
    HEAT.asks,
    _draw_heat,
    note=AS_PUT_IN,
)
BY_KINDS: Final = view("put-in-by-kind", "What was put in, by kind", BY_KIND)
BY_PARTNERS: Final = view("put-in-by-partner", "What was put in, by partner", BY_PARTNER)
