"""The page of a grid: its rows, as many as it holds, and its script."""

import re

import pytest

from dashboard.grid_editor import MOST
from data.returns.sheets import SHEETS
from layouts.grid import LEFT_OUT
from layouts.grid import grid as drawn
from tests.callbacks.grid.conftest import PATH
from tests.support.application import question

SCRIPT = r'<script src="[^"]*dash_ag_grid[^"]*">'


def test_more_rows_than_the_grid_holds_are_named_as_left_out():
    rows = [{"id": str(number)} for number in range(MOST + 1)]
    for count, hidden in ((MOST, True), (MOST + 1, False)):
        shown = drawn(SHEETS["offers"], rows[:count], "/update/north/riverside")
        (left_out,) = [p for p in shown.children if getattr(p, "children", "") == LEFT_OUT]
        assert (left_out.hidden, len(shown["grid"].rowData)) == (hidden, MOST)


def test_the_page_of_a_grid_holds_the_rows(world, account, browser_of):
    browser = browser_of(account("coordinator", "organisation:riverside"))
    answer = browser.send("/_dash-update-component", question(PATH))
    slots = answer.get_json()["response"]["answer"]["data"]["slots"]
    assert slots["heading"]["children"] == "Offers: Riverside"
    assert '"ref": "O1"' in str(slots).replace("'", '"')


@pytest.mark.parametrize("path", ["/", "/placements", "/help"])
def test_no_other_page_asks_for_the_script_of_the_grid(account, browser_of, path):
    page = browser_of(account("administrator")).get(path).text
    assert re.findall(SCRIPT, page) == []


@pytest.mark.parametrize("path", ["/", "/placements", PATH])
def test_no_page_asks_for_a_table_that_none_has(account, browser_of, path):
    assert "/dash_table/" not in browser_of(account("administrator")).get(path).text


def test_the_page_of_a_grid_asks_for_its_script(account, browser_of):
    page = browser_of(account("administrator")).get(PATH).text
    assert len(re.findall(SCRIPT, page)) == 1
