"""The charts of a pack on paper, drawn from the rows of their tables."""

from collections.abc import Iterator, Sequence
from math import ceil

from dashboard.reports.pack import Chart, Section
from dashboard.reports.printed import bars, lines
from dashboard.views.view import Cell


def drawings(section: Section) -> list[str]:
    """Return a part's chart as SVG; one of more rows than a page holds comes in several."""
    table, chart = section.table, section.chart
    if table is None or chart is None:
        return []
    if chart.kind == "lines":
        return [lines.drawing(chart, table.columns, table.rows, section.alt)]
    pages = list(_pages(chart, table.rows))
    return [
        bars.drawing(chart, table.columns, rows, _alt(section.alt, place, len(pages)))
        for place, rows in enumerate(pages, 1)
    ]


def _alt(alt: str, place: int, pages: int) -> str:
    return alt if pages == 1 else f"{alt} Part {place} of {pages}."


def _pages(chart: Chart, rows: Sequence[Sequence[Cell]]) -> Iterator[Sequence[Sequence[Cell]]]:
    # Of one length, so that none is left with a single row.
    most = bars.rows_on_a_page(chart)
    most = ceil(len(rows) / ceil(len(rows) / most))
    for first in range(0, len(rows), most):
        yield rows[first : first + most]
