"""What charts of a pack draw of the numbers in its tables."""

from dataclasses import replace

from dashboard.indicators.parts import Figure
from dashboard.reports.pack import Chart, drawn
from dashboard.reports.printed.naming import called
from dashboard.views.view import Cell

COUNT = Figure((), 0, None, None, 0, "ok", 3, 3)


def test_a_count_that_reads_nought_and_is_not_is_no_bar():
    assert drawn(Cell("fewer than 3", 0, figure=replace(COUNT, low=True))) is None


def test_nought_is_one_and_so_is_a_share_of_so_few():
    share = Figure((), 0.0, 0, 20, 20, "ok", 3, 3, low=True)
    assert [drawn(Cell("0", 0, figure=COUNT)), drawn(Cell("0.0%", 0.0, figure=share))] == [0, 0]


def test_its_row_says_why_there_is_none():
    row = (Cell("Legacy award"), Cell("fewer than 3", 0, figure=replace(COUNT, low=True)))
    assert called(row, Chart("bars", (1,), "count")) == ["Legacy award", "(fewer than 3)"]
