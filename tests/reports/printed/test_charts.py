"""Charts on paper: told apart without colour, in pieces if they are long, and labelled."""

import re
from itertools import combinations

import pytest

from dashboard.reports.building import build
from dashboard.reports.pack import Chart, Section
from dashboard.reports.printed.drawing import drawings
from dashboard.theme import CONTEXT, INK, MAIN, PAPER
from dashboard.views.view import Cell, Table
from tests.reports.printed.conftest import EDITIONS

pytestmark = pytest.mark.usefixtures("pango")
FILL = re.compile(r'<rect[^>]* fill="([^"]+)"[^>]* stroke=')
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# As a black-and-white printer sees them, two greys so far apart are two.
APART = 80


def bars(kind, series):
    """A section whose chart shows some series."""
    columns = ("Row", *(f"Series {place}" for place in range(series)))
    row = (Cell("A"), *(Cell(f"{place + 3}", place + 3) for place in range(series)))
    chart = Chart(kind, tuple(range(1, series + 1)), "count")
    return Section("Bars", "Bars", table=Table(columns, (row,)), chart=chart, alt="Bars")


@pytest.mark.parametrize("kind", ["bars", "stacked", "shares"])
def test_series_are_told_apart_without_colour(kind):
    (drawn,) = drawings(bars(kind, 4))
    looks = set(FILL.findall(drawn))
    assert len(looks) == 4
    greys = [grey(each) for each in looks if COLOUR.fullmatch(each)]
    assert all(abs(one - other) > APART for one, other in combinations(greys, 2))


@pytest.mark.parametrize("kind", ["bars", "stacked", "shares", "lines"])
def test_charts_have_no_other_colours(kind):
    drawn = "".join(drawings(bars(kind, 4)))
    assert set(COLOUR.findall(drawn)) <= {INK, PAPER, MAIN, CONTEXT}


def grey(colour):
    """How bright a colour is, of 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.3 * red + 0.59 * green + 0.11 * blue


def test_lines_differ_in_dashes_and_marks():
    (drawn,) = drawings(bars("lines", 4))
    dashes = set(re.findall(r'stroke-dasharray="([^"]+)"', drawn))
    assert len(dashes) == 4


def test_a_chart_of_many_rows_comes_in_several_pieces(pack):
    table = Table(("Row", "Number"), tuple((Cell(f"Row {n}"), Cell(f"{n}", n)) for n in range(70)))
    section = Section("Many", "Many", table=table, chart=Chart("bars", (1,), "count"), alt="Bars.")
    found = drawings(section)
    assert len(found) > 1
    assert "Part 2 of" in found[1]
    assert re.findall(r">Row (\d+)<", "".join(found)) == [str(n) for n in range(70)]


def test_a_row_without_a_number_says_why(pack):
    row = (Cell("Riverside"), Cell("not reported"))
    section = Section(
        "A", "A", table=Table(("Row", "N"), (row,)), chart=Chart("bars", (1,), "count"), alt="A"
    )
    assert "(not reported)" in drawings(section)[0]


def test_bars_are_named_also_where_those_beside_them_are_hidden(files):
    pack = build(files.at()(f"edition={EDITIONS['small counts hidden']}"))
    (section,) = [each for each in pack.sections if each.heading == "Needed and available"]
    drawn = "".join(drawings(section))
    assert section.chart.kind == "bars"
    assert all(name in drawn for name in section.table.columns[1:3])
    assert "(hidden)" in drawn
