"""The legend beside a chart: a swatch and a name for each of its parts that has a name."""

import pytest

from dashboard import theme
from dashboard.canvas import Series
from dashboard.figures import bands, bullets, dumbbell, outline_bars, stacked_rows, trend
from layouts.components.legend import legend


def swatches(figure):
    """The shape and the look of each entry, by its name."""
    ((_, _, entries),) = legend(figure)
    return {name: (swatch[1]["class"], swatch[1]["style"]) for _, _, (swatch, name) in entries}


def test_parts_of_rows_are_filled_and_hatched_as_the_bars_are():
    parts = [
        Series("Adults", (1,), theme.MAIN),
        *(Series(hatch, (1,), theme.PAPER, hatch) for hatch in "/x-."),
    ]
    drawn = swatches(stacked_rows.draw([stacked_rows.Row("North", "", 0.5)], parts))
    assert drawn["Adults"] == ("swatch bar", f"background-color:{theme.MAIN}")
    assert [drawn[hatch][0] for hatch in "/x-."] == [
        "swatch bar slanted",
        "swatch bar crossed",
        "swatch bar level",
        "swatch bar dotted",
    ]
    assert drawn["/"][1] == f"background-color:{theme.PAPER};border-color:{theme.INK}"
    assert drawn["Target"] == ("swatch upright", f"background-color:{theme.INK}")


def test_a_ring_and_a_solid_mark_are_told_apart():
    drawn = swatches(dumbbell.draw([dumbbell.Row("North", 0.4, 0.5, "")], "Demand", "Places"))
    assert drawn == {
        "Places": ("swatch dot", f"background-color:{theme.MAIN}"),
        "Demand": ("swatch dot", f"background-color:{theme.PAPER};border-color:{theme.INK}"),
    }


def test_lines_are_told_apart_by_their_symbols():
    lines = [trend.Line(name, (1,), "", (False,)) for name in "abcd"]
    drawn = swatches(trend.draw(["2025/26"], lines, ",d"))
    assert [shape for shape, _ in drawn.values()] == [
        "swatch dot",
        "swatch square",
        "swatch diamond",
        "swatch triangle",
    ]


@pytest.mark.parametrize(
    ("figure", "names"),
    [
        (bands.draw([bands.Row("N", 1, 2, 3, "")], "Agreed", "Came"), ["Agreed", "Came"]),
        (
            bullets.draw(
                [bullets.Row("N", 4, 3, 2, 1, "")], bullets.Legend("All", "Now", "Before", "Aim")
            ),
            ["Now", "All", "Before", "Aim"],
        ),
    ],
)
def test_entries_stand_in_the_order_of_the_parts(figure, names):
    assert list(swatches(figure)) == names


def test_a_chart_whose_parts_have_no_names_has_no_legend():
    assert legend(outline_bars.draw([outline_bars.Row("North", 2, 1, "1 of 2")])) == []
