"""F6: whatever goes wrong is said within three seconds; what was typed stays; it clears again."""

import re

import pytest

from tests.browser.conftest import HOME, add_a_row, drawn, put
from tests.support.faulty import Faulty

SOON = 3
YEAR = "#filter-year input[value='2025/26']"
LEVEL = "#filter-level input[value='first']"
SINCE = r"Not updated since \d\d:\d\d (GMT|BST)\."
SAID = {
    "offline": "The service can't be reached",
    "killed": "The service can't be reached",
    "database": "The database can't be reached",
    "401": "You are signed out",
    "413": "That is too large",
    "500": "Something went wrong on the server",
}
# A page that asks again gets the same answer to these, so the next thing that is sent clears them.
OF_ONE_REQUEST = {"413"}
OF_ONE_FORM = {"413", "500"}


@pytest.fixture(scope="module")
def service(written_url):
    """A service that can be made to fail."""
    with pytest.MonkeyPatch.context() as monkeypatch:
        made = Faulty(written_url, monkeypatch)
        yield made
        made.end()


@pytest.fixture
def visited(browser, service):
    """Open a page as somebody of the samples: `visited("council", "/update/")`."""
    service.driver = browser.driver

    def open_page(who, path):
        browser.driver.get(f"{service.address}/sign-in")
        browser.driver.delete_all_cookies()
        browser.find_element(f"input[value='{who}@northmere.example'] ~ button").click()
        browser.wait_for_element("a[href='/account']")
        browser.driver.get(f"{service.address}{path}")
        return browser

    yield open_page
    service.come()
    # What was refused on purpose is written down by the browser itself.
    browser.get_logs()
    browser.driver.delete_all_cookies()


def says(browser, words):
    browser.wait_for_contains_text("#alert", words, timeout=SOON)
    assert browser.find_element("#alert").get_attribute("role") == "alert"


def clears(browser):
    browser.wait_for_text_to_equal("#alert", "", timeout=15)


@pytest.mark.parametrize("fault", SAID)
def test_f6_old_figures_say_since_when_and_are_drawn_anew_by_themselves(visited, service, fault):
    browser = visited("manager", "/placements")
    drawn(browser)
    service.go(fault)
    browser.find_element(YEAR).click()
    says(browser, SAID[fault])
    assert re.search(SINCE, browser.find_element("#alert").text)
    service.come()
    if fault in OF_ONE_REQUEST:
        browser.find_element(LEVEL).click()
    browser.wait_for_contains_text("[data-selection]", "2025/26", timeout=15)
    clears(browser)


UNTOUCHED = [
    *((fault, "/placements") for fault in ("offline", "killed", "database", "401")),
    ("killed", f"{HOME}/finance/grid"),
]


@pytest.mark.parametrize(("fault", "path"), UNTOUCHED)
def test_f6_a_page_that_nobody_touches_says_so_too_and_takes_it_back(visited, service, fault, path):
    browser = visited("council", path)
    browser.wait_for_element("#by-level .main-svg, .ag-header-cell", timeout=20)
    service.go(fault)
    says(browser, SAID[fault])
    assert re.search(SINCE, browser.find_element("#alert").text)
    service.come()
    clears(browser)


@pytest.mark.parametrize("fault", SAID)
def test_f6_what_is_typed_in_a_form_stays_and_can_be_sent_again(visited, service, fault):
    browser = visited("council", f"{HOME}/offers/row")
    button = "form.stacked button.btn-primary"
    browser.find_element("#places").send_keys("7")
    service.go(fault)
    browser.find_element(button).click()
    says(browser, SAID[fault])
    assert browser.find_element("#places").get_attribute("value") == "7"
    service.come()
    if fault not in OF_ONE_FORM:
        clears(browser)
    browser.find_element(button).click()
    browser.wait_for_element(".error-summary")
    clears(browser)
    assert browser.find_element("#places").get_attribute("value") == "7"


@pytest.mark.parametrize("fault", SAID)
def test_f6_what_is_typed_on_the_grid_stays_and_is_sent_again_by_itself(visited, service, fault):
    browser = visited("council", f"{HOME}/finance/grid")
    browser.wait_for_element(".ag-header-cell", timeout=20)
    add_a_row(browser)
    service.go(fault)
    put(browser, "heading", "Money")
    says(browser, SAID[fault])
    browser.wait_for_contains_text("#grid-unsaved", "not stored yet", timeout=SOON)
    assert typed(browser) == "Money"
    service.come()
    if fault in OF_ONE_REQUEST:
        browser.find_element("#grid-again").click()
    browser.wait_for_contains_text("#grid-told", "A value is missing", timeout=15)
    clears(browser)
    assert (typed(browser), browser.find_element("#grid-unsaved").is_displayed()) == (
        "Money",
        False,
    )


@pytest.mark.parametrize("path", ["/placements", f"{HOME}/finance/grid"], ids=["figures", "grid"])
def test_the_words_break_no_rule_of_the_guidelines(visited, service, axe, path):
    browser = visited("council", path)
    browser.wait_for_element("#by-level .main-svg, .ag-header-cell", timeout=20)
    service.go("401")
    says(browser, SAID["401"])
    assert axe(browser) == []


def typed(browser):
    return browser.find_element(".ag-row[row-index='0'] .ag-cell[col-id='heading']").text
