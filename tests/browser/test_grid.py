"""The grid, as people use it: by every rule of the guidelines, and from the keyboard."""

import pytest
from selenium.webdriver.common.keys import Keys

from tests.browser.conftest import FOCUS, WIDTH, add_a_row, on_the_grid, put

WIDE, NARROW = 1400, 320
# Selenium types more slowly than the service stores, and people need not.
SLOWLY = """
const asks = window.fetch;
window.fetch = (...asked) => new Promise((go) => setTimeout(go, 400)).then(() => asks(...asked));
"""
LEAVES = "return window.dispatchEvent(new Event('beforeunload', {cancelable: true}))"


def keys(browser, *pressed):
    browser.driver.switch_to.active_element.send_keys(*pressed)


def choose_kind(browser):
    browser.find_element(".ag-row[row-index='0'] .ag-cell[col-id='kind']").click()
    keys(browser, Keys.ENTER)
    keys(browser, Keys.ARROW_DOWN, Keys.ENTER)


def row_of(browser, heading):
    """What stands in the row of a heading, as it is stored: the page is loaded anew."""
    browser.driver.refresh()
    browser.wait_for_contains_text(".ag-center-cols-container", heading, timeout=20)
    rows = browser.driver.find_elements("css selector", ".ag-center-cols-container .ag-row")
    (row,) = [row for row in rows if heading in row.text]
    return row.text.split("\n")


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_grid_breaks_no_rule(as_somebody, viewport, axe, width):
    viewport(width)
    browser = on_the_grid(as_somebody)
    assert axe(browser) == []
    assert browser.driver.execute_script(WIDTH) == width


def test_a_signed_value_comes_back_and_is_explained(as_somebody):
    browser = on_the_grid(as_somebody, "activities")
    put(browser, "title", "Another title")
    browser.wait_for_contains_text("#grid-told", "This was signed off for 2025/26 Q4")
    cells = browser.driver.find_elements("css selector", ".ag-cell[col-id='title']")
    assert "Another title" not in [cell.text for cell in cells]


def test_a_row_is_added_changed_and_undone_from_the_keyboard(as_somebody):
    browser = on_the_grid(as_somebody)
    add_a_row(browser)
    put(browser, "heading", "Keyboard money")
    browser.wait_for_contains_text("#grid-told", "A value is missing")
    put(browser, "financial_year", "2026-27")
    choose_kind(browser)
    browser.wait_for_contains_text("#grid-told", "Added.")
    keys(browser, Keys.CONTROL, "z")
    browser.wait_for_contains_text("#grid-told", "Undone.")


def test_what_is_typed_quickly_is_stored_one_after_another(as_somebody):
    browser = on_the_grid(as_somebody)
    browser.driver.execute_script(SLOWLY)
    add_a_row(browser)
    put(browser, "heading", "In a hurry", end=Keys.TAB)
    keys(browser, Keys.TAB)
    for value in ("2026-27", "1", "200"):
        keys(browser, value, Keys.TAB)
    choose_kind(browser)
    put(browser, "actual", "100")
    browser.wait_for_contains_text("#grid-told", "Saved.")
    told = browser.find_element("#grid-told").text
    assert ("Added." in told, "meanwhile" in told) == (True, False)
    assert row_of(browser, "In a hurry") == ["In a hurry", "grant", "2026-27", "1", "200", "100"]


def test_a_refused_value_takes_no_other_with_it_and_is_still_told(as_somebody):
    browser = on_the_grid(as_somebody)
    add_a_row(browser)
    put(browser, "heading", "Half right")
    put(browser, "financial_year", "2026-27")
    choose_kind(browser)
    browser.wait_for_contains_text("#grid-told", "Added.")
    browser.driver.execute_script(SLOWLY)
    put(browser, "quarter", "9", end=Keys.TAB)
    keys(browser, "300", Keys.ENTER)
    browser.wait_for_contains_text("#grid-told", "Saved.")
    assert "Quarter: " in browser.find_element("#grid-told").text
    assert row_of(browser, "Half right") == ["Half right", "grant", "2026-27", "300"]


def test_leaving_asks_first_while_something_is_not_stored(as_somebody):
    browser = on_the_grid(as_somebody)
    add_a_row(browser)
    browser.driver.execute_script("window.fetch = () => new Promise(() => {})")
    assert browser.driver.execute_script(LEAVES)
    put(browser, "heading", "Unsaved")
    assert not browser.driver.execute_script(LEAVES)


def test_the_table_can_be_skipped(as_somebody):
    browser = on_the_grid(as_somebody)
    link = browser.find_element("a[href='#after-grid']")
    browser.driver.execute_script("arguments[0].focus()", link)
    link.send_keys(Keys.ENTER)
    assert browser.driver.execute_script(f"{FOCUS}.id") == "after-grid"
