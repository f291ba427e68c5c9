"""Pages of councils that ended lead to those who follow, and the other way about."""

import pytest

from callbacks.pages import Drawing
from data.reader import Reader
from layouts.pages import PAGES
from tests.changes.mergers.conftest import DAY


@pytest.fixture
def page(cumbria):
    """What a page says, as one text."""
    drawing = Drawing(PAGES, Reader(cumbria.engine), lambda: DAY)
    return lambda path, search="": str(drawing.draw(path, search).content.to_plotly_json())


def test_the_list_says_until_when_and_who_follows(page):
    assert (
        "until 31 March 2023, followed by Cumberland Council and Westmorland And Furness Council"
        in page("/partners")
    )


@pytest.mark.parametrize("year", ["2022/23", "2023/24"])
def test_the_pages_of_old_and_new_lead_to_each_other(page, year):
    old, new = page("/partners/cumbria", f"?year={year}"), page("/partners/cumberland")
    assert "/partners/westmorland-and-furness" in old
    assert "/partners/cumberland" in old
    assert "/partners/cumbria" in new


def test_the_page_of_an_old_council_says_where_its_figures_stay(page):
    assert "Figures stay with the organisation that reported them" in page("/partners/cumbria")


def test_the_list_of_a_later_year_has_the_new_councils_alone(page):
    listed = page("/partners", "?year=2023/24")
    linked = [f"/partners/{code}?year" in listed for code in ("cumberland", "cumbria")]
    assert linked == [True, False]
