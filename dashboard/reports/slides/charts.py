"""Native charts that a meeting can edit: the numbers as they are, in a workbook of their own."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from pptx.chart.data import CategoryChartData
from xlsxwriter import Workbook

from dashboard.indicators.catalogue import Unit
from dashboard.reports.pack import Chart, drawn, is_provisional
from dashboard.reports.slides import fitting
from dashboard.reports.slides.fitting import Room, clean, fitted
from dashboard.reports.slides.looks import TYPES, dress, hollow
from dashboard.reports.slides.stage import BODY, SMALLEST, Box
from dashboard.views.view import Cell, Table
from data.sums import Number

FORMATS: Final[dict[Unit, str]] = {
    "count": "#,##0",
    "days": "#,##0",
    "share": "0.0%",
    "points": "+0.0;\u22120.0;0.0",
    "per_hundred": "0.0",
    "ratio": "0.0",
}
# In points: for a row's name, for the legend, between rows, and for a row that has all the room.
NAME: Final = Room(250, 44)
LEGEND: Final = 40
GAP: Final = 2
LARGEST_ROW: Final = 80
LINE: Final = SMALLEST * fitting.LEADING
PLAIN: Final = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
NO_TIME: Final = datetime(2000, 1, 1)
Rows = Sequence[Sequence[Cell]]


def rows_on_a_slide(chart: Chart, table: Table) -> int:
    """Return how many rows can be read of a chart on one slide."""
    if chart.kind == "lines":
        return len(table.rows)
    names = [_called(row, chart) for row in table.rows]
    deepest = max(len(fitting.lines(name, NAME.width, SMALLEST)) for name in names)
    bars = len(chart.columns) if chart.kind == "bars" else 1
    row = max(deepest, bars) * LINE + GAP
    return max(1, int((BODY.height - LEGEND * (len(chart.columns) > 1)) // row))


def add(slide: Any, chart: Chart, columns: Sequence[str], rows: Rows, alt: str) -> None:
    """Put a chart on a slide.

    Args:
        slide: The slide.
        chart: What it looks like.
        columns: Headings of the table.
        rows: The rows of the table that it shows.
        alt: Its text alternative.
    """
    names = [_called(row, chart) for row in rows]
    series = [
        (clean(columns[place]), [drawn(row[place]) for row in rows]) for place in chart.columns
    ]
    data: Any = CategoryChartData(FORMATS[chart.unit])  # type: ignore[no-untyped-call]
    data.categories = names
    for name, values in series:
        data.add_series(name, values)
    frame = slide.shapes.add_chart(TYPES[chart.kind], *_box(chart, rows).measures, data)
    frame.name = "Chart"
    frame._element._nvXxPr.cNvPr.set("descr", clean(alt))
    # The library's own workbook would take a name that begins with an equals sign for a formula.
    frame.chart.part.chart_workbook.update_from_xlsx_blob(_workbook(names, series))
    dress(frame.chart, chart.kind, FORMATS[chart.unit])
    if chart.kind == "lines":
        hollow(frame.chart, [place for place, row in enumerate(rows) if is_provisional(row)])


def _called(row: Sequence[Cell], chart: Chart) -> str:
    """Return a row's name, with why a number of it is missing."""
    cells = [row[place] for place in chart.columns]
    missing = [cell.text for cell in cells if drawn(cell) is None]
    why = f" ({', '.join(dict.fromkeys(missing))})" if missing else ""
    room = Room(NAME.width, NAME.height - LINE * bool(why))
    return clean(fitted(row[0].text, room, (SMALLEST,)).text + why)


def _box(chart: Chart, rows: Rows) -> Box:
    if chart.kind == "lines":
        return BODY
    # Less than three rows high, LibreOffice breaks the numbers beside the bars.
    rooms = max(len(rows), 3)
    return BODY._replace(height=min(BODY.height, LEGEND + LARGEST_ROW * rooms))


def _workbook(names: Sequence[str], series: Sequence[tuple[str, list[Number | None]]]) -> bytes:
    file = BytesIO()
    with Workbook(file, PLAIN) as book:
        # Else it would bear the time at which it was written.
        book.set_properties({"created": NO_TIME})
        sheet = book.add_worksheet("Sheet1")
        sheet.write_column(1, 0, names)
        for place, (name, values) in enumerate(series, 1):
            sheet.write_string(0, place, name)
            sheet.write_column(1, place, values)
    return file.getvalue()
