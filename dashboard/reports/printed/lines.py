"""Figures over the years as lines: solid, dashed and dotted, each with marks of its own."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from dashboard.reports.pack import Chart, drawn, is_provisional
from dashboard.reports.printed.shapes import LINE, SIZE, WIDTH, Sheet
from dashboard.reports.slides.fitting import width
from dashboard.theme import INK, PAPER
from dashboard.units import WRITING
from dashboard.views.view import Cell

# In points.
TOP: Final = 26.0
TALL: Final = 110.0
EDGE: Final = 30.0
BESIDE: Final = 7.0
MARK: Final = 3.2
DASHES: Final = ("none", "6 3", "1.5 2.5", "8 2 2 2")
MARKS: Final = (
    "M{0} {2} L{1} {2} L{1} {3} L{0} {3} Z",
    "M{4} {2} L{1} {5} L{4} {3} L{0} {5} Z",
    "M{4} {2} L{1} {3} L{0} {3} Z",
    "M{0} {2} L{1} {2} L{4} {3} Z",
)
Point = tuple[float, float]
Rows = Sequence[Sequence[Cell]]


def drawing(chart: Chart, columns: Sequence[str], rows: Rows, alt: str) -> str:
    """Return lines of some rows as SVG; a gap where a number is missing.

    Args:
        chart: What it looks like.
        columns: Headings of the table.
        rows: The rows of the table, in the order of time.
        alt: Its text alternative.
    """
    sheet = Sheet(TOP + TALL + LINE + 6, alt)
    _legend(sheet, [columns[place] for place in chart.columns])
    sheet.line((0.0, TOP + TALL), (WIDTH, TOP + TALL), stroke=INK)
    where = [EDGE + (WIDTH - 3 * EDGE) * at / max(len(rows) - 1, 1) for at in range(len(rows))]
    for left, row in zip(where, rows, strict=True):
        sheet.words(left, TOP + TALL + LINE + 2, row[0].text, text_anchor="middle")
    lines = _lines(chart, rows, where)
    for series, line in enumerate(lines):
        _line(sheet, series, line, [is_provisional(row) for row in rows])
    for at, row in enumerate(rows):
        there = [
            (point, WRITING[chart.unit].write(float(str(row[place].value))))
            for place, line in zip(chart.columns, lines, strict=True)
            for point in [line[at]]
            if point
        ]
        _numbers(sheet, there)
    return sheet.drawn()


def _lines(chart: Chart, rows: Rows, where: Sequence[float]) -> list[list[Point | None]]:
    values = [[drawn(row[place]) for row in rows] for place in chart.columns]
    known = [each for row in values for each in row if each is not None]
    low, high = min([*known, 0]), max([*known, 0])
    scale = TALL / (high - low) if high > low else 0
    return [
        [
            None if value is None else (left, TOP + TALL - (value - low) * scale)
            for left, value in zip(where, row, strict=True)
        ]
        for row in values
    ]


def _line(sheet: Sheet, series: int, line: Sequence[Point | None], hollow: Sequence[bool]) -> None:
    looks = {"stroke": INK, "stroke_width": 1.3, "stroke_dasharray": DASHES[series % len(DASHES)]}
    for one, other in pairwise(line):
        if one and other:
            sheet.line(one, other, **looks)
    for point, is_hollow in zip(line, hollow, strict=True):
        if point:
            _mark(sheet, series, point, PAPER if is_hollow else INK)


def _mark(sheet: Sheet, series: int, point: Point, fill: str) -> None:
    left, top = point
    ends = (left - MARK, left + MARK, top - MARK, top + MARK, left, top)
    way = MARKS[series % len(MARKS)].format(*(f"{each:.2f}" for each in ends))
    sheet.path(way, fill=fill, stroke=INK, stroke_width=1.0)


def _numbers(sheet: Sheet, there: Sequence[tuple[Point, str]]) -> None:
    """Write numbers to the right of their marks, the higher ones first, none on another."""
    below = 0.0
    for (left, top), text in sorted(there):
        base = max(top + SIZE / 3, below)
        sheet.patch((left + BESIDE - 1, base - SIZE + 1), (width(text, SIZE) + 2, SIZE))
        sheet.words(left + BESIDE, base, text)
        below = base + SIZE


def _legend(sheet: Sheet, names: Sequence[str]) -> None:
    left = 0.0
    for series, name in enumerate(names):
        dashes = DASHES[series % len(DASHES)]
        ends = (left, 7.0), (left + 24, 7.0)
        sheet.line(*ends, stroke=INK, stroke_width=1.3, stroke_dasharray=dashes)
        _mark(sheet, series, (left + 12, 7.0), INK)
        sheet.words(left + 29, 10, name)
        left += 29 + width(name, SIZE) + 14
