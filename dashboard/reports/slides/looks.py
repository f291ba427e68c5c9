"""How native charts look: our colours, type that can be read, numbers on the bars."""

from collections.abc import Sequence
from typing import Any, Final

from pptx.enum.chart import (
    XL_CHART_TYPE,
    XL_LABEL_POSITION,
    XL_LEGEND_POSITION,
    XL_TICK_LABEL_POSITION,
)
from pptx.util import Pt

from dashboard import theme
from dashboard.reports.pack import Kind
from dashboard.reports.slides.stage import SMALLEST, paint

TYPES: Final[dict[Kind, Any]] = {
    "bars": XL_CHART_TYPE.BAR_CLUSTERED,
    "stacked": XL_CHART_TYPE.BAR_STACKED,
    "shares": XL_CHART_TYPE.BAR_STACKED_100,
    "lines": XL_CHART_TYPE.LINE_MARKERS,
}
# A series' colour, and that of numbers on it.
COLOURS: Final = (
    (theme.MAIN, theme.PAPER),
    (theme.SECOND, theme.INK),
    (theme.THIRD, theme.INK),
    (theme.CONTEXT, theme.INK),
    (theme.PAPER, theme.INK),
    (theme.INK, theme.PAPER),
)
BEYOND: Final = 1.2
# A nought in a row of parts would stand on its neighbour; the notes have it.
WITHOUT_NOUGHT: Final = "#,##0;\u2212#,##0;;"


def dress(drawn: Any, kind: Kind, written: str) -> None:
    """Give a chart its looks.

    Args:
        drawn: The chart, as the library has it.
        kind: What it looks like.
        written: How its numbers are written, as spreadsheets put it.
    """
    plot, series = drawn.plots[0], list(drawn.plots[0].series)
    drawn.font.size = Pt(SMALLEST)
    drawn.has_title = False
    drawn.has_legend = len(series) > 1
    if drawn.has_legend:
        drawn.legend.position = XL_LEGEND_POSITION.TOP
        drawn.legend.include_in_layout = False
    _axes(drawn, kind, series)
    if kind != "lines":
        plot.gap_width = 40
    for place, each in enumerate(series):
        fill, ink = COLOURS[place % len(COLOURS)]
        if kind == "lines":
            _line(each, fill)
        elif kind == "bars":
            _bar(each, fill, written, theme.INK)
            each.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        else:
            _bar(each, fill, WITHOUT_NOUGHT, ink)


def _axes(drawn: Any, kind: Kind, series: list[Any]) -> None:
    names, values = drawn.category_axis, drawn.value_axis
    names.has_major_gridlines = values.has_major_gridlines = False
    names.tick_label_position = XL_TICK_LABEL_POSITION.LOW
    values.visible = False
    # The first row of a table stands on top.
    names.reverse_order = kind != "lines"
    known = [value for each in series for value in each.values if value is not None]
    if min(known, default=0) >= 0:
        values.minimum_scale = 0
    if kind == "bars" and max(known, default=0) > 0:
        # Else the number beside the longest bar would have no room.
        values.maximum_scale = max(known) * BEYOND


def _bar(series: Any, fill: str, written: str, ink: str) -> None:
    series.format.fill.solid()
    series.format.fill.fore_color.rgb = paint(fill)
    series.format.line.color.rgb = paint(theme.INK if fill == theme.PAPER else theme.PAPER)
    labels = series.data_labels
    labels.show_value = True
    labels.font.size = Pt(SMALLEST)
    labels.font.color.rgb = paint(ink)
    labels.number_format_is_linked = False
    labels.number_format = written


def _line(series: Any, colour: str) -> None:
    series.smooth = False
    series.format.line.color.rgb = paint(colour)
    series.format.line.width = Pt(3)
    series.marker.format.fill.solid()
    series.marker.format.fill.fore_color.rgb = paint(colour)
    known = [place for place, value in enumerate(series.values) if value is not None]
    if known:
        # Numbers along every line would stand on each other; the notes have them all.
        label = series.points[known[-1]].data_label
        label.position = XL_LABEL_POSITION.RIGHT
        label.font.size = Pt(SMALLEST)


def hollow(drawn: Any, places: Sequence[int]) -> None:
    """Draw the points of a line chart at some places hollow, as those that may still change."""
    for series in drawn.plots[0].series:
        for place in places:
            fill = series.points[place].marker.format.fill
            fill.solid()
            fill.fore_color.rgb = paint(theme.PAPER)
