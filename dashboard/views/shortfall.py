"""Students who cannot be placed, by two things at once: a table shaded like a heat map."""

from typing import Final

from dashboard import formatting, sentences, units, wording
from dashboard.sentences import Claim, Noun
from dashboard.views import captions
from dashboard.views.heat import Grid, Heat
from dashboard.views.splits import Split
from dashboard.views.view import Answers, Drawn, Names, View
from data.selection import Selection

INDICATOR: Final = "unmatched_shortfall"
MEASURE: Final = "Students who cannot be placed, whatever the allocation"
SHORT: Final = Claim(
    "has students who cannot be placed",
    "have students who cannot be placed",
    "has no student who cannot be placed",
)


def view(name: str, heading: str, down: Split, across: Split) -> View:
    """Return the table of the shortfall by two dimensions, with totals of rows and columns."""
    heat = Heat(INDICATOR, down, across)

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        grid = Grid(answers, names, selection, heat)
        words = captions.subtitle(MEASURE, selection, names, [grid.total])
        if not grid.rows or grid.total.value is None:
            return captions.nothing("Shortfall", words, [grid.total], chart=False)
        title = _title(grid, down.noun)
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined(
                f"Table of the shortfall by {down.noun.one} and {across.noun.one}",
                title,
                sentences.not_reported(grid.missing()),
            ),
            table=grid.table(),
        )

    return View(name, heading, (INDICATOR,), heat.asks, draw)


def _title(grid: Grid, noun: Noun) -> str:
    """Return how many rows are short, and which most of all."""
    numbers = {wording.said(name): value for name, value in grid.numbers().items()}
    short = {name: value for name, value in numbers.items() if value}
    hidden = len(grid.hidden())
    finding = sentences.how_many(list(short), list(numbers), noun, SHORT, hidden=hidden)
    whole = f"{MEASURE}: {units.written(grid.total, 'count')}"
    judged = len(numbers) + hidden
    return sentences.with_most(finding or whole, short, judged, formatting.count)
