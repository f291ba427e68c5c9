"""One request draws a page, or gives the page that is there its new values."""

from datetime import date

import pytest

from dashboard import ids
from layouts.pages import PAGES
from tests import factories
from tests.support.drawn import parts

YEAR = "?year=2025/26"


def texts(part):
    """Every piece of text in a plain element."""
    return part if isinstance(part, str) else "".join(map(texts, part[2]))


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_a_page_is_drawn_from_an_empty_database(draw, page):
    assert draw(page.path)["slots"][ids.HEADING]["children"] == page.title


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_the_browser_tab_names_page_and_service(draw, page):
    assert draw(page.path)["title"] == f"{page.title} \u2013 Teaching Partnership Dashboard"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_a_page_that_is_there_is_not_sent_again(draw, page):
    mounted = draw(page.path)["slots"][ids.MOUNTED]["data"]
    assert ids.CONTENT not in draw(page.path, YEAR, mounted)["slots"]


def test_a_page_that_is_there_takes_new_figures(draw, holding):
    holding(*factories.reference(), factories.demand(students=42))
    mounted = draw("/placements")["slots"][ids.MOUNTED]["data"]
    slots = draw("/placements", YEAR, mounted)["slots"]
    assert slots[ids.headline("demand", "card")]["data-value"] == "42"


def test_a_missing_figure_has_no_raw_value(draw, holding):
    holding(*factories.reference(), factories.period())
    mounted = draw("/placements")["slots"][ids.MOUNTED]["data"]
    card = draw("/placements", "", mounted)["slots"][ids.headline("demand", "card")]
    assert (card["data-value"], card["data-status"]) == ("", "not_reported")


def test_another_page_is_sent_whole(draw):
    mounted = draw("/")["slots"][ids.MOUNTED]["data"]
    assert ids.CONTENT in draw("/placements", "", mounted)["slots"]


def test_a_change_of_the_data_is_seen_by_the_next_request(draw, holding):
    draw("/placements")
    holding(*factories.reference(), factories.demand(students=7), factories.data_version(2))
    assert draw("/placements")["slots"][ids.MAIN]["data-data-version"] == "2"


def test_the_selection_is_said_in_words(draw, holding):
    holding(*factories.reference(), factories.demand())
    line = draw("/", f"{YEAR}&region=E12000003")["slots"][ids.SELECTION_LINE]["children"]
    assert line.startswith("Showing: Yorkshire and The Humber, 2025/26, 2 of 2 partners reported.")


def test_an_unknown_value_is_left_out_and_said_so(draw, holding):
    holding(*factories.reference())
    line = draw("/", "?region=Atlantis")["slots"][ids.SELECTION_LINE]["children"]
    assert "Region “Atlantis” is not known here, so it is left out." in line


def test_the_day_in_question_is_said(draw):
    line = draw("/", "?as_at=2026-03-01")["slots"][ids.SELECTION_LINE]["children"]
    assert "as at 1 March 2026" in line


def test_links_between_pages_keep_the_filters(draw, holding):
    holding(*factories.reference(), factories.demand())
    slots = draw("/", f"{YEAR}&level=final")["slots"]
    assert slots[ids.nav("/placements")]["href"] == "/placements?year=2025/26&level=final"


def test_the_navigation_marks_the_page_that_is_open(draw):
    slots = draw("/placements")["slots"]
    current = [page.slug for page in PAGES if slots.get(ids.nav(page.path), {}).get("aria-current")]
    assert current == ["placements"]


def test_invented_partnerships_are_named_as_such(draw, holding):
    holding(factories.partnership(origin="illustrative"), factories.council())
    holding(factories.membership("riverside"))
    notice = "".join(map(texts, parts(draw("/")["slots"][ids.NOTICE])))
    assert notice.startswith("Illustrative: North Teaching Partnership is invented")


def test_a_database_without_partnerships_says_how_to_begin(draw):
    notice = "".join(map(texts, parts(draw("/")["slots"][ids.NOTICE])))
    assert notice.startswith("Nothing yet: There is no partnership that you may read.")
    assert "partnership samples load" in notice


def test_an_unknown_address_is_answered_in_words(draw):
    assert draw("/nowhere")["slots"][ids.HEADING]["children"] == "Page not found"


@pytest.mark.parametrize(
    "row",
    [
        factories.activity(held_on=date(2015, 10, 14)),
        factories.workforce(census_on=date(2015, 9, 30)),
    ],
    ids=["activities", "workforce"],
)
def test_a_year_of_such_rows_alone_can_be_chosen(draw, holding, row):
    holding(*factories.reference(), row)
    line = draw("/", "?year=2015/16")["slots"][ids.SELECTION_LINE]["children"]
    assert ("2015/16" in line, "not known here" in line) == (True, False)
