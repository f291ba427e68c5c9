"""Bars that lie: beside each other, or one after another as the parts of a whole."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.reports.pack import Chart, drawn
from dashboard.reports.printed.naming import called
from dashboard.reports.printed.shapes import FILLS, LINE, SIZE, WIDTH, Sheet
from dashboard.reports.slides.fitting import width
from dashboard.theme import INK, PAPER
from dashboard.units import WRITING
from dashboard.views.view import Cell
from data.sums import Number

# In points: for names, for bars with their numbers, of a bar, and between rows.
NAMES: Final = 168.0
ROOM: Final = WIDTH - NAMES - 70
BAR: Final = 11.0
BETWEEN: Final = 7.0
LEGEND: Final = 18.0
TALLEST: Final = 560.0
INSIDE: Final = 2.0
Rows = Sequence[Sequence[Cell]]
Values = Sequence[Number | None]


@dataclass(frozen=True)
class Axis:
    """Along which bars are drawn.

    Attributes:
        scale: Points for one of what is drawn.
        nought: Where nought is, in points from the left.
    """

    scale: float
    nought: float


def rows_on_a_page(chart: Chart) -> int:
    """Return how many rows of a chart one page holds."""
    return int((TALLEST - LEGEND) // _step(chart))


def drawing(chart: Chart, columns: Sequence[str], rows: Rows, alt: str) -> str:
    """Return bars of some rows as SVG.

    Args:
        chart: What it looks like.
        columns: Headings of the table.
        rows: The rows of the table that it shows.
        alt: Its text alternative.
    """
    step = _step(chart)
    begin = LEGEND if len(chart.columns) > 1 else INSIDE
    sheet = Sheet(begin + step * len(rows), alt)
    if len(chart.columns) > 1:
        _legend(sheet, [columns[place] for place in chart.columns])
    values = [[drawn(row[place]) for place in chart.columns] for row in rows]
    shared = None if chart.kind == "shares" else _axis(chart, values)
    for place, row in enumerate(rows):
        top = begin + place * step
        axis = shared or _axis(chart, [values[place]])
        _name(sheet, called(row, chart), top + (step - BETWEEN) / 2)
        draw = _beside if chart.kind == "bars" else _after
        draw(sheet, chart, values[place], axis, top + (step - BETWEEN) / 2)
    nought = shared.nought if shared else NAMES
    sheet.line((nought, begin), (nought, begin + step * len(rows) - BETWEEN), stroke=INK)
    return sheet.drawn()


def _step(chart: Chart) -> float:
    bars = len(chart.columns) if chart.kind == "bars" else 1
    return max(BAR * bars, 2 * LINE) + BETWEEN


def _axis(chart: Chart, values: Sequence[Values]) -> Axis:
    if chart.kind == "bars":
        ends = [each for row in values for each in row if each is not None]
    else:
        ends = [sum(each or 0 for each in row) for row in values]
    low, high = min(ends, default=0), max(ends, default=0)
    low, high = min(low, 0), max(high, 0)
    scale = ROOM / (high - low) if high > low else 0
    return Axis(scale, NAMES - low * scale)


def _legend(sheet: Sheet, names: Sequence[str]) -> None:
    left = 0.5
    for series, name in enumerate(names):
        sheet.bar((left, 2), (9, 9), series)
        sheet.words(left + 13, 10, name)
        left += 13 + width(name, SIZE) + 14


def _name(sheet: Sheet, lines: Sequence[str], middle: float) -> None:
    base = middle - len(lines) * LINE / 2 + SIZE
    for place, line in enumerate(lines):
        sheet.words(0, base + place * LINE, line)


def _beside(sheet: Sheet, chart: Chart, values: Values, axis: Axis, middle: float) -> None:
    top = middle - BAR * len(values) / 2
    for series, value in enumerate(values):
        if value is None:
            continue
        left = axis.nought + min(value, 0) * axis.scale
        long = abs(value) * axis.scale
        sheet.bar((left, top + series * BAR + 0.5), (long, BAR - 1), series)
        base = top + series * BAR + SIZE
        sheet.words(left + long + 4, base, WRITING[chart.unit].write(value))


def _after(sheet: Sheet, chart: Chart, values: Values, axis: Axis, middle: float) -> None:
    left, top = axis.nought, middle - BAR / 2 - 1
    for series, value in enumerate(values):
        long = (value or 0) * axis.scale
        if long > 0:
            sheet.bar((left, top), (long, BAR + 2), series)
            _inside(sheet, WRITING[chart.unit].write(value or 0), (left, top, long), series)
        left += long


def _inside(sheet: Sheet, text: str, at: tuple[float, float, float], series: int) -> None:
    left, top, long = at
    wide = width(text, SIZE)
    if wide + 2 * INSIDE > long:
        # The table has every number.
        return
    is_dark = series % len(FILLS) == 0
    start = left + (long - wide) / 2
    if not is_dark:
        sheet.patch((start - 1, top + 1.5), (wide + 2, BAR - 1))
    sheet.words(start, top + SIZE + 1.5, text, fill=PAPER if is_dark else INK)
