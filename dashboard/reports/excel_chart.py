"""A chart of a workbook, which Excel draws from the rows of another sheet."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from xlsxwriter.utility import xl_range_abs

from dashboard import theme
from dashboard.reports.text import plain
from dashboard.reports.tidy_tables import BEFORE, value_at
from dashboard.reports.workbook_charts import Picture

WIDTH: Final = 960
HEIGHT: Final = 480
# For the bars of one group, and for axis and legend.
BAR: Final = 24
ROUND: Final = 140
FONT: Final = {"name": "Arial", "size": 12}
# What is needed is an outline, what there is a solid bar: told apart without colours.
LOOKS: Final = (
    {"fill": {"none": True}, "border": {"color": theme.INK, "width": 1.5}},
    {"fill": {"color": theme.MAIN}, "border": {"color": theme.MAIN}},
)


def draw(book: Any, page: Any, one: Picture, header: int, number_format: str) -> None:
    """Put a chart on its sheet.

    Args:
        book: The workbook.
        page: The sheet, which says in its first rows what it shows.
        one: What to draw.
        header: The row of the headings on the sheet it is drawn from, from 0.
        number_format: How its values are written.
    """
    chart = book.add_chart({"type": "column" if one.over_years else "bar"})
    for series, look in zip(one.series, LOOKS[-len(one.series) :], strict=True):
        chart.add_series(
            {
                "name": series.name,
                "categories": _cells(one, series.places, len(BEFORE), header),
                "values": _cells(one, series.places, value_at(one.by), header),
                "data_labels": {"value": True, "num_format": number_format, "font": FONT},
                "gap": 60,
                **look,
            }
        )
    chart.set_title({"none": True})
    chart.set_legend({"position": "top", "font": FONT} if len(one.series) > 1 else {"none": True})
    # Bars are read from the top. Each bears its number, so that no axis need repeat it.
    groups = {"num_font": FONT, "reverse": not one.over_years, "label_position": "low"}
    values = {"visible": False, "major_gridlines": {"visible": False}, **_from_nought(one)}
    # Of bars that lie, the library calls the axis of the groups y.
    along, up = (groups, values) if one.over_years else (values, groups)
    chart.set_x_axis(along)
    chart.set_y_axis({"major_gridlines": {"visible": False}} | up)
    height = HEIGHT if one.over_years else ROUND + BAR * len(one.groups) * len(one.series)
    chart.set_size({"width": WIDTH, "height": height})
    page.insert_chart(header, 0, chart, {"description": plain(one.alt)})


def _from_nought(one: Picture) -> dict[str, int]:
    lowest = min(value for each in one.series for value in each.values)
    return {"min": 0} if lowest >= 0 else {}


def _cells(one: Picture, places: Iterable[int], column: int, header: int) -> str:
    """Return cells of a column, as a formula names them; several runs stand in brackets."""
    name = f"'{one.sheet.name}'!"
    runs = [
        name + xl_range_abs(header + 1 + first, column, header + 1 + last, column)
        for first, last in _runs(places)
    ]
    return f"={runs[0]}" if len(runs) == 1 else f"=({','.join(runs)})"


def _runs(places: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Yield the first and the last of each run of numbers that follow each other."""
    first = last = None
    for place in places:
        if first is None or last is None:
            first = last = place
        elif place == last + 1:
            last = place
        else:
            yield first, last
            first = last = place
    if first is not None and last is not None:
        yield first, last
