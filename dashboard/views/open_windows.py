"""When each programme asks employers for places: its windows as bars over the academic year."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard import canvas, formatting, sentences
from dashboard.figures import calendar_bars
from dashboard.indicators import months, windows
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.months import MONTHS
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions
from dashboard.views.measures import measure, without_people
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Dimension, Selection

NAME: Final = "windows"
ABOUT: Final = "Places asked of employers while their window is open, by programme and level"
SPLIT: Final[tuple[Dimension, ...]] = ("university", "programme", "level")
ASKED: Final = tuple(
    without_people(
        measure(NAME, f"Asked in month {month + 1}", "Supply and demand", windows.in_month(month))
    )
    for month in range(MONTHS)
)
# A month in which none of a programme's windows is open.
CLOSED: Final = Figure((), 0, None, None, 0, "ok", 0, 0)
NO_PLACE: Final = Cell("0", 0)
# A filter brings the others forward.
MOST_PROGRAMMES: Final = 60
NOTE: Final = (
    "A bar covers every month in which a day of a window lies, for the requests of a programme "
    "at a level. A request that says no end is taken to end with its term. Windows that began in "
    "the academic year before and are still open are shown too. The number is of the places "
    "asked in the month in which most are. Of several years chosen it is the latest, else it is "
    "the academic year of the day in question."
)


def runs_of(marks: Sequence[object]) -> list[tuple[int, int]]:
    """Return the first and last place of each run of marks that are set."""
    opens = [m for m, mark in enumerate(marks) if mark and not (m and marks[m - 1])]
    closes = [m for m, mark in enumerate(marks) if mark and not any(marks[m + 1 : m + 2])]
    return list(zip(opens, closes, strict=True))


@dataclass(frozen=True)
class _Row:
    name: str
    figures: tuple[Figure, ...]

    @property
    def places(self) -> tuple[int, ...]:
        return tuple(int(figure.value or 0) for figure in self.figures)

    @property
    def runs(self) -> tuple[tuple[int, int], ...]:
        """The first and last month of each run of months with a window open."""
        return tuple(runs_of(self.places))

    @property
    def order(self) -> tuple[int, str]:
        return (self.runs[0][0], self.name)

    def cells(self) -> tuple[Cell, ...]:
        months = (
            NO_PLACE if figure is CLOSED else answering.cell(figure, "count", caution=False)
            for figure in self.figures
        )
        return (Cell(self.name, self.name), *months)


def _asks(selection: Selection) -> tuple[Ask, ...]:
    return answering.asks(ASKED, captions.of_one_year(selection), *SPLIT)


def _draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
    selection = captions.of_one_year(chosen)
    totals = [answers[Ask(month, selection)][0] for month in ASKED]
    words = captions.subtitle(ABOUT, selection, names, totals)
    called = [f"{day:%b}" for day in months.days(selection.years[0])]
    rows = _rows(answers, names, selection)
    table = Table(("Programme", *called), _cells(rows), _footer(totals))
    if not rows:
        found = answering.found(answers, ASKED[0], selection, *SPLIT)
        why = [found.refusal] if found.refusal else totals
        return captions.nothing(ABOUT, words, why, table=Table((ABOUT,), ()))
    title = finding(totals, selection)
    drawn, rest = answering.shown(rows, lambda _row: False)
    bars = [calendar_bars.Row(row.name, row.runs, _note(row)) for row in drawn]
    bars += [calendar_bars.Row(name, (), note) for name, note in rest]
    return Drawn(
        title=title,
        subtitle=words,
        alt=sentences.joined("Calendar of bars, a row a programme and level", title),
        table=table,
        figure=calendar_bars.draw(bars, called),
        height=canvas.height([bar.name for bar in bars]),
    )


def _rows(answers: Answers, names: Names, selection: Selection) -> list[_Row]:
    found = [answering.found(answers, month, selection, *SPLIT) for month in ASKED]
    keys = dict.fromkeys(key for each in found for key in each.known())
    rows = [
        _Row(_called(key, names), tuple(each.groups.get(key, CLOSED) for each in found))
        for key in keys
    ]
    return sorted((row for row in rows if any(row.places)), key=lambda row: row.order)


def _called(key: Sequence[str], names: Names) -> str:
    university, programme, level = key
    return (
        f"{answering.name_of('university', university, names)}, {level}: "
        f"{answering.name_of('programme', programme, names)}"
    )


def finding(totals: Sequence[Figure], selection: Selection) -> str:
    """Return in which month most places are asked."""
    counts = [figure.value or 0 for figure in totals]
    top = max(counts)
    if not top:
        return "No window is open in this academic year"
    days = months.days(selection.years[0])
    runs = runs_of([count == top for count in counts])
    when = sentences.listed([formatting.months(days[first], days[last]) for first, last in runs])
    each = "each month" if counts.count(top) > 1 else "in all"
    return f"Most places are asked {when}: {formatting.count(top)} {each}"


def _note(row: _Row) -> str:
    return f"{formatting.quantity(max(row.places), 'place', 'places')}<br>at most"


def _cells(rows: Sequence[_Row]) -> tuple[tuple[Cell, ...], ...]:
    """Return a row of cells for each, but for those beyond what one reads, which share one."""
    shown, rest = rows[:MOST_PROGRAMMES], rows[MOST_PROGRAMMES:]
    if not rest:
        return tuple(row.cells() for row in shown)
    name = formatting.quantity(len(rest), "other", "others")
    sums = [sum(row.places[month] for row in rest) for month in range(MONTHS)]
    others = (Cell(name, name), *(Cell(formatting.count(number), number) for number in sums))
    return (*(row.cells() for row in shown), others)


def _footer(totals: Sequence[Figure]) -> tuple[Cell, ...]:
    return (Cell("All", "All"), *(answering.cell(figure, "count") for figure in totals))


VIEW: Final = View(
    NAME, "Windows of the universities' programmes", ("requested",), _asks, _draw, note=NOTE
)
