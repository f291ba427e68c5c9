"""What a file leads to, step by step: by every rule of the guidelines."""

import pytest

from tests.browser.conftest import NARROW, WIDE, WIDTH
from tests.browser.matching.conftest import ROWS, conflict, errors, go_on, say, send


def matched(browser, tmp_path):
    send(browser, tmp_path, ROWS)
    browser.wait_for_contains_text("h1", "Match columns")


def refused_match(browser, tmp_path):
    matched(browser, tmp_path)
    go_on(browser)
    browser.wait_for_contains_text(".error-summary", "Every row needs it.")


def matched_preview(browser, tmp_path):
    matched(browser, tmp_path)
    say(browser, service_area="C", places="F")
    go_on(browser)
    browser.wait_for_contains_text("h1", "What would change")


def which_sheet(browser, tmp_path):
    send(browser, tmp_path, ROWS, "autumn.csv")
    browser.wait_for_contains_text("h1", "Which sheet is it?")


STATES = [matched, refused_match, matched_preview, which_sheet, errors, conflict]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("reach", STATES)
def test_no_rule_is_broken_and_nothing_sticks_out(
    at_the_file, viewport, axe, tmp_path, reach, width
):
    viewport(width)
    reach(at_the_file, tmp_path)
    at_the_file.driver.execute_script(
        "document.querySelectorAll('main details').forEach((part) => { part.open = true; })"
    )
    assert axe(at_the_file) == []
    assert at_the_file.driver.execute_script(WIDTH) == width
