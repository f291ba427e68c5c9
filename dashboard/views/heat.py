"""A count by two things at once: a table shaded like a heat map, with totals of both."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from math import ceil
from typing import Final

from dashboard import formatting, wording
from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from dashboard.views import answering, captions
from dashboard.views.answering import Found
from dashboard.views.splits import Split
from dashboard.views.view import Answers, Cell, Names, Table
from data.selection import Selection

STRONGEST: Final = 4
# What is read of many rows; those after them stand as one.
MOST_ROWS: Final = 40


@dataclass(frozen=True)
class Heat:
    """What is counted, by what.

    Attributes:
        indicator: Id of the indicator.
        down: What tells the rows apart.
        across: What tells the columns apart.
    """

    indicator: str
    down: Split
    across: Split

    def asks(self, selection: Selection) -> tuple[Ask, ...]:
        """Return the questions: both together, each alone, and the total."""
        both = (self.down.dimension, self.across.dimension)
        counted = INDICATORS[self.indicator]
        single = tuple(Ask(counted, selection, (dimension,)) for dimension in both)
        return (Ask(counted, selection, both), *single, Ask(counted, selection))


class Grid:
    """The answers in rows and columns, the largest row first, missing rows last."""

    def __init__(self, answers: Answers, names: Names, selection: Selection, heat: Heat) -> None:
        """Keep the answers to the questions of a heat table."""
        indicator, down, across = INDICATORS[heat.indicator], heat.down, heat.across
        self._names, self._down, self._across = names, down, across
        dimensions = (down.dimension, across.dimension)
        self._cells = answering.found(answers, indicator, selection, *dimensions)
        self._rows = answering.found(answers, indicator, selection, down.dimension)
        self._columns = answering.found(answers, indicator, selection, across.dimension)
        self.total = self._rows.total
        self.rows = sorted((key[0] for key in self._rows.known()), key=self._row_order)
        known = {key[1] for key in self._cells.known()} | {key[0] for key in self._columns.known()}
        self.columns = sorted(known, key=self._column_order)
        values = (figure.value for figure in self._cells.groups.values())
        self._strongest = max((value for value in values if value), default=0)

    def numbers(self) -> dict[str, float]:
        """Return the totals of the rows that have one, by name."""
        known = {self._name(row): self._rows.at(row).judged for row in self.rows}
        return {name: value for name, value in known.items() if value is not None}

    def of_columns(self) -> dict[str, float]:
        """Return the totals of the columns that have one, by name."""
        known = {self._heading(code): self._columns.at(code).judged for code in self.columns}
        return {name: value for name, value in known.items() if value is not None}

    def missing(self) -> list[str]:
        """Return the names of rows that are not reported."""
        return [self._name(row) for row in self.rows if self._rows.at(row).status == "not_reported"]

    def hidden(self) -> list[str]:
        """Return the names of rows that are hidden, or so small that they read nought."""
        rows = {self._name(row): self._rows.at(row) for row in self.rows}
        return [name for name, row in rows.items() if row.low or captions.is_hidden(row)]

    def table(self) -> Table:
        """Return the table, shaded by size, with every row."""
        return self._table([self._row(code) for code in self.rows])

    def short_table(self) -> Table:
        """Return the table with as many rows as one reads; those left over are added up."""
        known = [code for code in self.rows if self._rows.at(code).value is not None]
        silent = [code for code in self.rows if self._rows.at(code).value is None]
        named, more = answering.named(silent)
        rows = [self._row(code) for code in (*known[:MOST_ROWS], *named)]
        if len(known) > MOST_ROWS:
            rows.insert(MOST_ROWS, self._others(known[MOST_ROWS:]))
        if more:
            nothing = [Cell(wording.NOT_REPORTED) for _ in (*self.columns, "All")]
            rows.append((Cell(self._many(more)), *nothing))
        return self._table(rows)

    def _table(self, rows: Sequence[tuple[Cell, ...]]) -> Table:
        columns = [self._heading(code) for code in self.columns]
        return Table(
            columns=(self._down.heading, *columns, "All"),
            rows=tuple(rows),
            footer=_footer(self._columns, self.columns, self.total),
        )

    def _row(self, code: str | None) -> tuple[Cell, ...]:
        whole = self._rows.at(code)
        figures = [self._cells.at(code, column, within=whole) for column in self.columns]
        name = self._name(code)
        shaded = [_shaded(figure, whole, self._strongest) for figure in figures]
        return (Cell(name, name), *shaded, answering.cell(whole, "count", within=self.total))

    def _others(self, codes: Sequence[str | None]) -> tuple[Cell, ...]:
        sums = [
            sum(self._cells.at(code, column).value or 0 for code in codes)
            for column in self.columns
        ]
        sums.append(sum(self._rows.at(code).value or 0 for code in codes))
        name = self._many(len(codes))
        return (Cell(name, name), *(Cell(formatting.count(number), number) for number in sums))

    def _many(self, count: int) -> str:
        return formatting.quantity(
            count, f"other {self._down.noun.one}", f"other {self._down.noun.many}"
        )

    def _name(self, code: str | None) -> str:
        return answering.name_of(self._down.dimension, code, self._names)

    def _heading(self, code: str | None) -> str:
        return answering.name_of(self._across.dimension, code, self._names)

    def _row_order(self, code: str | None) -> tuple[bool, float, str]:
        value = self._rows.at(code).value
        return (value is None, -(value or 0), self._name(code))

    def _column_order(self, code: str | None) -> int:
        codes = list(wording.CODES[self._across.dimension])
        return codes.index(code) if code in codes else len(codes)


def tone(value: float | None, strongest: float) -> int:
    """Return how strong the shade of a number is, from 0 (none) to 4 (as the strongest)."""
    return max(0, ceil(STRONGEST * value / strongest)) if value and strongest else 0


def _footer(columns: Found, codes: Sequence[str | None], total: Figure) -> tuple[Cell, ...]:
    sums = [answering.cell(columns.at(code), "count", within=total) for code in codes]
    return (Cell("All", "All"), *sums, answering.cell(total, "count"))


def _shaded(figure: Figure, whole: Figure, strongest: float) -> Cell:
    plain = answering.cell(figure, "count", within=whole)
    return replace(plain, tone=tone(figure.value, strongest))
