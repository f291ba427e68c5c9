"""Nothing runs out of its box, however long it is."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.reports.slides import fitting, tables
from dashboard.reports.slides.fitting import Room
from dashboard.reports.slides.stage import BODY
from dashboard.views.view import Cell, Table

SIZES = (28, 20, 16)
TEXT = st.text(max_size=400)
NAMES = st.text(min_size=1, max_size=120).filter(fitting.clean)


@given(TEXT, st.integers(80, 900), st.integers(20, 300))
def test_what_was_fitted_fits(text, width, height):
    found = fitting.fitted(text, Room(width, height), SIZES)
    assert found.size in SIZES
    assert fitting.height(found.text, width, found.size) <= max(
        height, found.size * fitting.LEADING
    )


@given(TEXT, st.integers(40, 900))
def test_no_line_is_wider_than_its_room_and_no_letter_is_lost(text, width):
    text = fitting.clean(text)
    found = fitting.lines(text, width, 16)
    assert all(fitting.width(line, 16) <= width for line in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")


def test_what_fits_is_not_cut():
    assert fitting.fitted("Short of places", Room(400, 40), SIZES) == ("Short of places", 28)


def test_what_is_too_long_says_that_it_was_cut():
    found = fitting.fitted("word " * 200, Room(300, 60), SIZES)
    assert (found.text[-1], found.size) == ("…", 16)


@pytest.mark.parametrize("text", ["a\x00b", "a\x0bb", "a\ud800b", "a\ufffeb"])
def test_what_a_file_can_t_hold_is_left_out(text):
    assert fitting.clean(text) == "a b"


@given(st.lists(st.tuples(NAMES, st.integers(0, 10**9)), min_size=1, max_size=40))
def test_rows_of_a_table_fill_slides_and_none_runs_off(rows):
    table = Table(
        ("Partnership", "Places offered"), tuple((Cell(n), Cell(str(v), v)) for n, v in rows)
    )
    pages = list(tables.pages(table))
    assert [row for page in pages for row in page] == list(table.rows)
    widths = tables._widths(table)
    assert sum(widths) == pytest.approx(BODY.width)
    for page in pages:
        heights = [tables._height([tables.said(cell) for cell in row], widths) for row in page]
        assert sum(heights) + tables._height(table.columns, widths, tables.BOLD) <= BODY.height
