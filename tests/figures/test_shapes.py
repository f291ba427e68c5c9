"""What single shapes of chart do with what is missing, provisional or long."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard import canvas, theme
from dashboard.canvas import Series
from dashboard.figures import (
    bands,
    bullets,
    columns,
    outline_bars,
    small_multiples,
    stacked_rows,
    trend,
)


def test_the_first_row_is_on_top():
    rows = [outline_bars.Row(name, 1, 1, "") for name in ("first", "second")]
    layout = outline_bars.draw(rows)["layout"]
    assert layout["yaxis"]["ticktext"] == ["first", "second"]
    assert layout["yaxis"]["range"][0] > layout["yaxis"]["range"][1]


def test_a_row_that_is_not_reported_has_no_bar_but_words():
    solid, outline, words = outline_bars.draw(
        [outline_bars.Row("North", None, None, "not reported")]
    )["data"]
    assert (solid["x"], outline["x"], words["text"]) == ([None], [None], [" not reported"])


def test_nobody_needing_a_place_draws_no_outline():
    _, outline, _ = outline_bars.draw([outline_bars.Row("North", 0, 3, "3 of 0")])["data"]
    assert outline["x"] == [None]


def test_a_band_without_a_top_goes_beyond_all_that_have_one():
    rows = [bands.Row("North", 10, None, 3, ""), bands.Row("South", 4, 20, 5, "")]
    band, *_ = bands.draw(rows, "Agreed", "Started")["data"]
    assert band["base"][0] + band["x"][0] > band["base"][1] + band["x"][1]


def test_a_band_without_a_bottom_begins_at_nought():
    band, *_ = bands.draw([bands.Row("North", None, 6, 3, "")], "Agreed", "Started")["data"]
    assert (band["base"], band["x"]) == ([0], [6])


def test_the_words_beside_the_longest_bar_have_room():
    short, long = (
        outline_bars.draw([outline_bars.Row("North", 1, 1, note)])["layout"]["margin"]["r"]
        for note in ("1", "1,234 of 1,456")
    )
    assert long > short


def test_a_long_name_takes_two_lines():
    label = canvas.label("Northmere Social Work Teaching Partnership")
    assert label == "Northmere Social Work Teaching<br>Partnership"


def test_a_name_too_long_for_two_lines_is_shortened():
    label = canvas.label("The Very Long Name of a Teaching Partnership and All of Its Many Friends")
    assert label.endswith("…")


def test_a_name_cannot_bring_markup_into_a_chart():
    assert canvas.label("<b>A&B</b>") == "&lt;b&gt;A&amp;B&lt;/b&gt;"


def test_a_chart_grows_with_its_rows():
    assert canvas.height(["A"] * 10) - canvas.height(["A"] * 9) == canvas.ROW_HEIGHT


def test_rows_with_a_name_of_two_lines_are_taller():
    long = "Northmere Social Work Teaching Partnership"
    assert canvas.height([long]) == canvas.height(["A"]) + canvas.LINE_HEIGHT


@given(st.floats(1e-6, 1e9), st.floats(0, 1))
def test_no_value_is_drawn_further_from_its_place_than_a_screen_shows(top, part):
    assert abs(canvas.along(part * top, top) - part * top) <= top / 1_000 / 2 * 1.001


@given(st.lists(st.floats(0, 1e5), min_size=1, max_size=7))
def test_parts_of_a_row_end_where_they_should_however_many_come_before(values):
    parts = [Series(str(place), (value,), theme.MAIN) for place, value in enumerate(values)]
    top = sum(values)
    *bars, _words = stacked_rows.draw([stacked_rows.Row("North", "")], parts)["data"]
    for bar in bars:
        end = sum(each["x"][0] for each in bars[: bars.index(bar) + 1])
        wanted = sum(values[: int(bar["name"]) + 1])
        assert abs(end - wanted) <= top / 1_000


def test_a_chart_of_noughts_is_drawn_as_it_is():
    assert canvas.along(0, 0) == 0


def test_a_part_that_nobody_has_stays_out_of_the_legend():
    parts = [Series("Adults", (1,), theme.MAIN), Series("Mixed", (0,), theme.PAPER, "/")]
    data = stacked_rows.draw([stacked_rows.Row("North", "n = 1")], parts)["data"]
    assert [trace["name"] for trace in data if "name" in trace] == ["Adults"]


def test_a_target_is_marked_only_where_there_is_one():
    rows = [stacked_rows.Row("North", "", 0.45), stacked_rows.Row("South", "")]
    data = stacked_rows.draw(rows, [Series("Adults", (1, 1), theme.MAIN)])["data"]
    (mark,) = (trace for trace in data if trace.get("name") == "Target")
    assert mark["x"] == [0.45, 0.45, None]


def test_a_bullet_without_target_or_last_year_leaves_them_out_of_the_legend():
    legend = bullets.Legend("All", "Current", "Before", "Target")
    data = bullets.draw([bullets.Row("Stage 1", 10, 8, None, None, "")], legend)["data"]
    assert [trace["name"] for trace in data if "name" in trace] == ["Current", "All"]


def test_a_column_says_its_number_and_a_missing_one_says_nothing():
    (bars,) = columns.draw(["Dec", "Jan"], [1200, None])["data"]
    assert bars["text"] == ["1,200", ""]


def test_small_charts_share_one_scale():
    panels = [
        small_multiples.Panel(name, (Series("New", values, theme.MAIN),))
        for name, values in (("Stage 1", (3, 9)), ("Stage 2", (1, 1)))
    ]
    layout = small_multiples.draw(["2024/25", "2025/26"], panels)["layout"]
    assert layout["yaxis"]["range"] == layout["yaxis2"]["range"] == [0, 9]


def test_a_legend_names_each_part_of_small_charts_once():
    panels = [
        small_multiples.Panel(name, (Series("New", (1,), theme.MAIN),)) for name in ("1", "2")
    ]
    data = small_multiples.draw(["2025/26"], panels)["data"]
    assert [trace["name"] for trace in data if "name" in trace] == ["New"]


def line(values, provisional):
    return trend.Line("Places", values, "4", provisional)


def test_a_missing_year_is_a_gap_in_the_line():
    (drawn,) = trend.draw(["A", "B", "C"], [line((3, None, 4), (False,) * 3)], ",d")["data"]
    assert drawn["y"] == [3, None, 4]
    assert drawn["connectgaps"] is False


def test_a_provisional_point_is_hollow():
    (drawn,) = trend.draw(["A", "B"], [line((3, 4), (False, True))], ",d")["data"]
    assert drawn["marker"]["color"] == [theme.MAIN, theme.PAPER]


def test_numbers_at_the_ends_of_lines_do_not_lie_on_one_another():
    lines = [line((3, 4), (False, False)), line((3, 4.01), (False, False))]
    low, high = trend.draw(["A", "B"], lines, ",d")["layout"]["annotations"]
    assert high["y"] - low["y"] > 0.3


def test_a_line_without_any_number_has_none_at_its_end():
    drawn = trend.draw(["A"], [line((None,), (False,))], ",d")
    assert drawn["layout"]["annotations"] == []


def test_lines_differ_in_symbol_as_well_as_in_colour():
    lines = [line((3, 4), (False, False)), line((3, 5), (False, False))]
    first, second = trend.draw(["A", "B"], lines, ",d")["data"]
    assert first["marker"]["symbol"] != second["marker"]["symbol"]


def test_a_name_of_two_lines_stands_higher_above_its_bar():
    layout = canvas.rows_layout(["Northmere Social Work Teaching Partnership", "A"], ["", ""], 1)
    above, below = layout["yaxis"]["tickvals"]
    assert 0 - above > 1 - below
