"""Students who cannot be placed, by two things at once: a table shaded like a heat map."""

from collections.abc import Sequence
from dataclasses import replace
from math import ceil
from typing import Final

from dashboard import formatting, sentences, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.sentences import Claim
from dashboard.views import answering, telling
from dashboard.views.answering import Found
from dashboard.views.splits import Split
from dashboard.views.view import Answers, Cell, Drawn, Names, Table, View
from data.selection import Selection

INDICATOR: Final = "unmatched_shortfall"
MEASURE: Final = "Students who cannot be placed, whatever the allocation"
STRONGEST: Final = 4
SHORT: Final = Claim(
    "has students who cannot be placed",
    "have students who cannot be placed",
    "has no student who cannot be placed",
)


def view(name: str, heading: str, down: Split, across: Split) -> View:
    """Return the table of the shortfall by two dimensions, with totals of rows and columns."""

    def asks(selection: Selection) -> tuple[Ask, ...]:
        both = (down.dimension, across.dimension)
        shortfall = INDICATORS[INDICATOR]
        single = tuple(Ask(shortfall, selection, (dimension,)) for dimension in both)
        return (Ask(shortfall, selection, both), *single, Ask(shortfall, selection))

    def draw(answers: Answers, names: Names, selection: Selection) -> Drawn:
        grid = _Grid(answers, names, selection, down, across)
        words = telling.subtitle(MEASURE, selection, names, [grid.total])
        if not grid.rows or grid.total.value is None:
            return telling.nothing("Shortfall", words, [grid.total], chart=False)
        title = grid.title()
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

    return View(name, heading, (INDICATOR,), asks, draw)


class _Grid:
    """The shortfall in rows and columns, the largest row first, missing rows last."""

    def __init__(
        self, answers: Answers, names: Names, selection: Selection, down: Split, across: Split
    ) -> None:
        indicator = INDICATORS[INDICATOR]
        self._names, self._down, self._across = names, down, across
        dimensions = (down.dimension, across.dimension)
        self._cells = answering.found(answers, indicator, selection, *dimensions)
        self._rows = answering.found(answers, indicator, selection, down.dimension)
        self._columns = answering.found(answers, indicator, selection, across.dimension)
        self.total = self._rows.total
        self.rows = sorted((key[0] for key in self._rows.known()), key=self._row_order)
        known = {key[1] for key in self._cells.known()} | {key[0] for key in self._columns.known()}
        self.columns = sorted(known, key=self._column_order)

    def title(self) -> str:
        """Return how many rows are short, and which most of all."""
        known = {wording.said(self._name(row)): self._rows.at(row).value for row in self.rows}
        numbers = {name: value for name, value in known.items() if value is not None}
        short = {name: value for name, value in numbers.items() if value}
        finding = sentences.how_many(list(short), list(numbers), self._down.noun, SHORT)
        return sentences.with_most(finding, short, len(numbers), formatting.count)

    def missing(self) -> list[str]:
        """Return the names of rows that are not reported."""
        return [self._name(row) for row in self.rows if self._rows.at(row).status == "not_reported"]

    def table(self) -> Table:
        """Return the table, shaded by size."""
        columns = [
            answering.name_of(self._across.dimension, code, self._names) for code in self.columns
        ]
        return Table(
            columns=(self._down.heading, *columns, "All"),
            rows=tuple(self._row(code) for code in self.rows),
            footer=_footer(self._columns, self.columns, self.total),
        )

    def _row(self, code: str | None) -> tuple[Cell, ...]:
        whole = self._rows.at(code)
        figures = [self._cells.at(code, column, within=whole) for column in self.columns]
        name = self._name(code)
        shaded = [_shaded(figure, whole, self._strongest()) for figure in figures]
        return (Cell(name, name), *shaded, answering.cell(whole, "count", within=self.total))

    def _strongest(self) -> float:
        values = [figure.value for figure in self._cells.groups.values()]
        return max((value for value in values if value), default=0)

    def _name(self, code: str | None) -> str:
        return answering.name_of(self._down.dimension, code, self._names)

    def _row_order(self, code: str | None) -> tuple[bool, float, str]:
        value = self._rows.at(code).value
        return (value is None, -(value or 0), self._name(code))

    def _column_order(self, code: str | None) -> int:
        codes = list(wording.CODES[self._across.dimension])
        return codes.index(code) if code in codes else len(codes)


def _footer(columns: Found, codes: Sequence[str | None], total: Figure) -> tuple[Cell, ...]:
    sums = [answering.cell(columns.at(code), "count", within=total) for code in codes]
    return (Cell("All", "All"), *sums, answering.cell(total, "count"))


def _shaded(figure: Figure, whole: Figure, strongest: float) -> Cell:
    plain = answering.cell(figure, "count", within=whole)
    tone = ceil(STRONGEST * figure.value / strongest) if figure.value and strongest else 0
    return replace(plain, tone=tone)
