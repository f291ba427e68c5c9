"""A long table shows its first rows, says so, and leads to all of them."""

from dataclasses import replace

import pytest

from dashboard.views import employers
from dashboard.views.view import Cell, Drawn, Table
from layouts.components import long_table
from layouts.pages import PAGES

PAGE = next(page for page in PAGES if page.path == "/placements")
WHOLE = replace(PAGE, own=(("rows", "by-employer"),))


def drawn(rows):
    cells = tuple((Cell(f"Employer {number}"), Cell("1", 1)) for number in range(rows))
    return Drawn("Title", "Subtitle", "Alt", Table(("Employer", "Places"), cells))


def words(rows, page=PAGE, view=employers.VIEW, query=""):
    return str(long_table.way_to_all(view, drawn(rows), page, query))


@pytest.mark.parametrize(("rows", "shown"), [(0, 0), (24, 24), (25, 18), (1200, 18)])
def test_a_table_is_whole_or_its_first_rows_are_shown(rows, shown):
    assert len(long_table.shown(employers.VIEW, drawn(rows), PAGE).rows) == shown


def test_a_shortened_table_says_how_many_there_are():
    assert "The first 18 of 1,200 rows." in words(1200)


def test_a_table_that_fits_says_nothing_of_rows():
    assert words(24) == "[]"


def test_the_way_to_all_rows_keeps_the_filters():
    assert "/placements?year=2024/25&rows=by-employer#by-employer" in words(
        41, query="year=2024/25"
    )


def test_on_paper_it_gives_the_address_in_place_of_the_link():
    ((_, _, (_, link, where)),) = long_table.way_to_all(employers.VIEW, drawn(41), PAGE, "")
    address = "/placements?rows=by-employer#by-employer"
    assert link == ["a", {"href": address, "class": "on-screen"}, ["Show all 41 rows"]]
    assert where == ["span", {"class": "on-paper"}, [f"All of them: {address}"]]


def test_every_row_is_shown_where_the_address_asks_for_them():
    assert len(long_table.shown(employers.VIEW, drawn(41), WHOLE).rows) == 41
    assert words(41, WHOLE) == "[]"


def test_another_table_of_the_page_stays_short():
    other = replace(employers.VIEW, name="another")
    assert len(long_table.shown(other, drawn(41), WHOLE).rows) == 18


def test_a_table_that_can_be_searched_is_whole():
    searched = replace(employers.VIEW, search="Search employers")
    assert len(long_table.shown(searched, drawn(41), PAGE).rows) == 41


def test_an_address_names_the_table_that_is_wanted_whole(sampled):
    page = sampled.draw("/placements", "?rows=by-employer").page
    assert page.own == (("rows", "by-employer"),)


def test_a_table_that_is_not_there_is_not_named(sampled):
    assert sampled.draw("/placements", "?rows=nothing").page.own == ()
