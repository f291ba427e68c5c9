"""What every shape of chart promises, drawn from a few rows."""

import json
import re

import plotly.graph_objects as go
import pytest

from dashboard import canvas, theme
from dashboard.canvas import Series
from dashboard.figures import (
    bands,
    bullets,
    calendar_bars,
    columns,
    dumbbell,
    outline_bars,
    small_multiples,
    stacked_rows,
    trend,
)

LONG = "The Very Long Name of a Teaching Partnership & Its Many, Many Friends"
PARTS = (
    Series("Adults", (3, 0), theme.MAIN),
    Series("Mixed", (1, None), theme.PAPER, "/"),
)
LEGEND = bullets.Legend("On the register", "Current", "A year before", "Target")
SHAPES = {
    "outline bars": outline_bars.draw(
        [
            outline_bars.Row(LONG, 42, 29, "29 of 42<br>13 short"),
            outline_bars.Row("South", None, None, "not reported"),
        ]
    ),
    "stacked rows": stacked_rows.draw(
        [stacked_rows.Row("North", "75.0%", 0.5), stacked_rows.Row("South", "not reported")], PARTS
    ),
    "dumbbell": dumbbell.draw(
        [
            dumbbell.Row("North", 0.4, 0.5, "+10.0"),
            dumbbell.Row("South", None, None, "not reported"),
        ],
        "Demand",
        "Places",
    ),
    "bands": bands.draw(
        [
            bands.Row(LONG, 4, 6, 5, "5; agreed 4 to 6<br>as agreed"),
            bands.Row("South", 10, None, None, "not reported"),
        ],
        "Agreed",
        "Started",
    ),
    "bullets": bullets.draw([bullets.Row("Stage 2", 10, 8, 6, 9, "8 of 10")], LEGEND),
    "calendar bars": calendar_bars.draw(
        [calendar_bars.Row(LONG, ((0, 3), (5, 7)), "4 places"), calendar_bars.Row("South", (), "")],
        ["Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar", "Apr"],
    ),
    "columns": columns.draw(["Dec 2026", "Jan 2027"], [3, None]),
    "small multiples": small_multiples.draw(
        ["2024/25", "2025/26"], [small_multiples.Panel("Stage 1", PARTS)] * 2
    ),
    "trend": trend.draw(
        ["2024/25", "2025/26"],
        [
            trend.Line("Places", (3, 4), "4", (False, True)),
            trend.Line("Students", (3, None), "3", (False, False)),
        ],
        ",d",
    ),
    "nothing": canvas.blank(),
}
COLOURS = {
    theme.INK,
    theme.PAPER,
    theme.MAIN,
    theme.SECOND,
    theme.THIRD,
    theme.CONTEXT,
    theme.CLEAR,
}
every_shape = pytest.mark.parametrize("figure", SHAPES.values(), ids=SHAPES)


@every_shape
def test_plotly_takes_it(figure):
    assert len(go.Figure(figure).data) == len(figure["data"])


@every_shape
def test_it_has_no_colour_but_those_of_the_theme(figure):
    written = json.dumps(figure)
    assert set(re.findall(r"#[0-9a-fA-F]{3,8}|rgba?\([^)]*\)", written)) <= COLOURS


@every_shape
def test_it_has_at_most_four_colours_besides_ink_paper_and_nothing(figure):
    used = {colour for colour in COLOURS if colour in json.dumps(figure)}
    assert len(used - {theme.INK, theme.PAPER, theme.CLEAR}) <= 4


@every_shape
def test_nobody_can_zoom_into_it_by_accident(figure):
    axes = [axis for name, axis in figure["layout"].items() if re.match(r"[xy]axis", name)]
    assert axes
    assert all(axis["fixedrange"] for axis in axes)


@every_shape
def test_it_is_plain_enough_to_be_sent_as_it_is(figure):
    assert json.loads(json.dumps(figure)) == figure


@pytest.mark.parametrize("name", ["outline bars", "stacked rows", "bullets", "columns"])
def test_bars_start_at_nought(name):
    layout = SHAPES[name]["layout"]
    values = layout["yaxis" if name == "columns" else "xaxis"]["range"]
    assert values[0] == pytest.approx(0, abs=0.01 * values[1])
