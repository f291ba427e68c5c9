"""Native tables, no row of which runs off its slide."""

from collections.abc import Iterator, Sequence
from typing import Any, Final, NamedTuple

from pptx.enum.text import PP_ALIGN
from pptx.util import Pt

from dashboard import theme
from dashboard.reports.pack import number
from dashboard.reports.slides.fitting import Room, clean, fitted, height
from dashboard.reports.slides.stage import BODY, INSET, SMALLEST, write
from dashboard.reports.widths import BOLD, Setting, column_widths
from dashboard.views.view import Cell, Table

# Of a cell's words; what has more is in the notes in full.
MOST_LINES: Final = 4
ABOVE: Final = 4
SETTING: Final = Setting(BODY.width, SMALLEST, INSET, large=0.26)


def said(cell: Cell) -> str:
    """Return a cell with what to know beside its number."""
    return clean(f"{cell.text} ({cell.aside})" if cell.aside else cell.text)


def pages(table: Table) -> Iterator[tuple[tuple[Cell, ...], ...]]:
    """Yield the rows of a table, as many at a time as one slide has room for."""
    widths = _widths(table)
    room = BODY.height - _height([clean(name) for name in table.columns], widths, BOLD)
    page: list[tuple[Cell, ...]] = []
    taken = 0.0
    for row in table.rows:
        needed = _height([said(cell) for cell in row], widths)
        if page and taken + needed > room:
            yield tuple(page)
            page, taken = [], 0.0
        page.append(row)
        taken += needed
    yield tuple(page)


def add(slide: Any, table: Table, rows: Sequence[Sequence[Cell]], alt: str) -> None:
    """Put rows of a table on a slide, under its headings.

    Args:
        slide: The slide.
        table: The table, whose columns are as wide on every slide.
        rows: Those of its rows.
        alt: Its text alternative.
    """
    frame = slide.shapes.add_table(len(rows) + 1, len(table.columns), *BODY.measures)
    frame.name = "Table"
    frame._element._nvXxPr.cNvPr.set("descr", clean(alt))
    widths = _widths(table)
    for column, wide in zip(frame.table.columns, widths, strict=True):
        column.width = Pt(wide)
    shape = _Shape(widths, [_is_of_numbers(table, place) for place in range(len(widths))])
    _fill(frame.table, 0, [clean(name) for name in table.columns], shape, bold=True)
    for place, row in enumerate(rows, 1):
        _fill(frame.table, place, [said(cell) for cell in row], shape)


class _Shape(NamedTuple):
    """How wide the columns are, and whether numbers stand in them, to the right."""

    widths: list[float]
    right: list[bool]


def _is_of_numbers(table: Table, place: int) -> bool:
    return place > 0 and any(number(row[place].value) is not None for row in table.rows)


def _fill(
    table: Any, place: int, words: Sequence[str], shape: _Shape, *, bold: bool = False
) -> None:
    wider, colour = (BOLD, theme.PAPER) if bold else (1, theme.INK)
    table.rows[place].height = Pt(_height(words, shape.widths, wider))
    cells = table.rows[place].cells
    for cell, text, wide, right in zip(cells, words, *shape, strict=True):
        cell.margin_top = cell.margin_bottom = Pt(ABOVE)
        cell.margin_left = cell.margin_right = Pt(INSET)
        paragraph = cell.text_frame.paragraphs[0]
        write(paragraph, _cut(text, wide, wider), SMALLEST, bold=bold, colour=colour)
        if right:
            paragraph.alignment = PP_ALIGN.RIGHT


def _cut(text: str, wide: float, wider: float) -> str:
    room = Room(_within(wide, wider), height("", 1, SMALLEST) * MOST_LINES)
    return fitted(text, room, (SMALLEST,)).text


def _within(wide: float, wider: float) -> float:
    """Return what words may take of a column, as if they were not bold."""
    return (wide - 2 * INSET) / wider


def _height(words: Sequence[str], widths: Sequence[float], wider: float = 1) -> float:
    deepest = max(
        height(_cut(text, wide, wider), _within(wide, wider), SMALLEST)
        for text, wide in zip(words, widths, strict=True)
    )
    return deepest + 2 * ABOVE


def _widths(table: Table) -> list[float]:
    columns = [
        [clean(name), *(said(row[place]) for row in table.rows)]
        for place, name in enumerate(table.columns)
    ]
    return column_widths(columns, SETTING)
