"""Spending against plan: an outline for what was planned, a solid bar for what was spent."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from dashboard import formatting, sentences, units, wording
from dashboard.figures import outline_bars
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.money import TOPIC
from dashboard.indicators.parts import Figure
from dashboard.indicators.pounds import Amount
from dashboard.sentences import Claim, Noun
from dashboard.views import answering, bars, in_pounds
from dashboard.views.measures import measure, without_people
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.queries import money as queries
from data.selection import Dimension, Selection
from data.sums import Key

SPENT, VARIANCE = INDICATORS["grant_spent"], INDICATORS["grant_variance"]
PLANNED: Final = without_people(
    measure(
        "money",
        "Planned",
        TOPIC,
        Amount(queries.PLANNED_AND_SPENT, queries.PLAN_NOT_APPLICABLE),
        "pounds",
    )
)
OPEN: Final = without_people(
    measure(
        "money", "Planned and not said to be spent", TOPIC, Amount(*queries.STILL_PLANNED), "pounds"
    )
)
SHOWN: Final = (PLANNED, SPENT, VARIANCE, OPEN)
COLUMNS: Final = ("Planned", "Spent", "Difference", "Planned, spending not yet said", "Returns")
OVER: Final = Claim("cost more than planned", "cost more than planned", "cost no more than planned")
NOTE: Final = (
    "Planned and the difference are of the rows that say both what was planned and what was spent; "
    "a plan of which nobody says yet what was spent is no saving and stands apart. "
    f"{in_pounds.CALENDAR}"
)


@dataclass(frozen=True)
class Split:
    """What spending is split by.

    Attributes:
        by: The dimensions.
        column: The heading of their column.
        noun: What the groups are.
        name: What a group is called.
    """

    by: tuple[Dimension, ...]
    column: str
    noun: Noun
    name: Callable[[Key], str]


def period(key: Key) -> str:
    """Return a financial year, or a quarter of it, as readers call it."""
    year, quarter = key
    return year if quarter == queries.WHOLE_YEAR else f"{year}, {wording.QUARTERS[quarter]}"


BY_HEADING: Final = Split(
    ("heading",), "Heading", Noun("heading", "headings"), lambda key: str(key[0])
)
BY_PERIOD: Final = Split(("financial_year", "quarter"), "Period", Noun("period", "periods"), period)


@dataclass(frozen=True)
class _Row:
    name: str
    planned: Figure
    spent: Figure
    variance: Figure
    still: Figure

    @property
    def plan(self) -> float | None:
        """What was planned; of what is still to be spent, where nothing else is known."""
        return self.still.value if self.planned.value is None else self.planned.value

    @property
    def note(self) -> str:
        spent = units.written(self.spent, "pounds")
        if self.variance.value is None or self.plan is None:
            return spent if self.plan is None else f"{formatting.pounds(self.plan)} planned"
        return f"{spent} of {formatting.pounds(self.plan)}<br>{gap(self.variance.value)}"

    def cells(self) -> tuple[Cell, ...]:
        figures = (self.planned, self.spent, self.variance, self.still)
        return (
            Cell(self.name, self.name),
            *(in_pounds.cell(figure) for figure in figures),
            answering.returns(figures),
        )


def gap(difference: float) -> str:
    """Return what was spent beyond the plan in words: "£1,200 over", "as planned"."""
    if not difference:
        return "as planned"
    return f"{formatting.pounds(abs(difference))} {'over' if difference > 0 else 'under'}"


def view(name: str, heading: str, about: str, split: Split) -> View:
    """Return the view of spending against plan, split one way.

    Args:
        name: Its name in the page.
        heading: What it is about.
        about: The same, as its subtitle begins.
        split: What it is split by.
    """

    def asks(selection: Selection) -> tuple[Ask, ...]:
        return answering.asks(SHOWN, in_pounds.of_places(selection), *split.by)

    def draw(answers: Answers, names: Names, chosen: Selection) -> Drawn:
        selection = in_pounds.of_places(chosen)
        found = [answering.found(answers, each, selection, *split.by) for each in SHOWN]
        totals = [each.total for each in found]
        words = in_pounds.subtitle(about, chosen, names, totals)
        keys = sorted({key for each in found for key in each.known()}, key=_order)
        rows = [_Row(split.name(key), *(each.at(*key) for each in found)) for key in keys]
        rows = [row for row in rows if any(map(in_pounds.is_there, (row.spent, row.still)))]
        if not rows:
            why = answering.without_numbers(found)
            return in_pounds.nothing(about, words, why, chosen, names)
        title = _title(rows, split.noun)
        figure, height = bars.outlined([_bar(row) for row in rows])
        return Drawn(
            title=title,
            subtitle=words,
            alt=sentences.joined(
                "Bar chart, an outline for what was planned and a solid bar for what was spent",
                title,
            ),
            table=_table(split, rows, totals),
            figure=figure,
            height=height,
        )

    return View(name, heading, (SPENT.id, VARIANCE.id), asks, draw, note=NOTE)


def _order(key: Key) -> tuple[str, ...]:
    return tuple(str(part) for part in key)


def _bar(row: _Row) -> outline_bars.Row:
    return outline_bars.Row(row.name, row.plan, row.spent.value, row.note)


def _title(rows: list[_Row], noun: Noun) -> str:
    known = {row.name: row.variance.value for row in rows if row.variance.value is not None}
    over = {name: value for name, value in known.items() if value > 0}
    finding = sentences.how_many(list(over), list(known), noun, OVER)
    if not finding:
        return "What was spent can't be held against a plan yet"
    return sentences.with_most(finding, over, len(known), gap)


def _table(split: Split, rows: list[_Row], totals: list[Figure]) -> Table:
    return Table(
        (split.column, *COLUMNS),
        tuple(row.cells() for row in rows),
        _Row("All", *totals).cells(),
    )


HEADINGS: Final = view(
    "by-heading", "Spending by heading", "Spent against plan, by heading", BY_HEADING
)
PERIODS: Final = view(
    "by-period",
    "Spending by financial year and quarter",
    "Spent against plan, by financial year and quarter",
    BY_PERIOD,
)
