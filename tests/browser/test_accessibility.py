"""Every page works for everyone: rules of the guidelines, the keyboard, a narrow screen."""

from pathlib import Path

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from layouts.pages import PAGES
from tests.browser.conftest import FOCUS, WIDTH, drawn

PATHS = [page.path for page in PAGES]
STATES = {
    **{page.slug: page.path for page in PAGES},
    "partial": "/placements?partnership=sample-northmere&year=2025/26",
    "provisional": "/practice-educators?year=2025/26&as_at=2026-02-01",
    "not-reported": "/?partnership=humber",
    "not-applicable": "/adults-and-children?route=step_up",
    "empty-by-filter": "/placements?partnership=sample-northmere&region=E12000007",
    "unknown-filter": "/practice-educators?area=adults&region=Atlantis",
    "unknown-page": "/nothing",
    "partner": "/partners/sample-northmere-council?year=2025/26",
    "one-service": "/partners/sample-calderwick-trust?as_at=2026-11-22",
    "unknown-partner": "/partners/nobody",
    "searched": "/partners?q=northmere",
    "claims-of-two-kinds": "/evidence?partnership=kent&partnership=sample-northmere",
    "no-claims": "/evidence?partnership=cumbria-lancaster",
}
WIDE, NARROW = 1400, 320
IN_MAIN = "return !!document.activeElement.closest('main')"


@pytest.fixture(scope="module", params=STATES.values(), ids=STATES)
def state(request, browser, sampled_at):
    """A page in one of the states, opened once for all that is asked of it."""
    browser.server_url = sampled_at + request.param
    drawn(browser)
    # The browser itself writes down that there is no such page.
    browser.get_logs()
    return browser


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_no_rule_of_the_guidelines_is_broken(state, viewport, axe, width):
    viewport(width)
    fits(state, width)
    assert axe(state) == []


def test_nothing_is_wider_than_a_narrow_screen(state, viewport):
    viewport(NARROW)
    fits(state, NARROW)


def fits(browser, width):
    """Wait until the charts have taken the page's new width, and nothing sticks out of it."""
    WebDriverWait(browser.driver, 10).until(lambda driver: driver.execute_script(WIDTH) == width)


def test_no_rule_is_broken_where_everything_is_open(opened, axe):
    browser = opened("/placements?year=2025/26")
    browser.driver.execute_script("document.querySelectorAll('details').forEach((d) => d.open = 1)")
    assert axe(browser) == []


@pytest.mark.parametrize("path", PATHS)
def test_the_first_stop_is_the_skip_link(opened, path):
    browser = opened(path)
    browser.find_element("body").send_keys(Keys.TAB)
    assert browser.driver.execute_script(f"{FOCUS}.textContent") == "Skip to main content"


@pytest.mark.parametrize("path", PATHS)
def test_the_main_content_is_at_most_twelve_stops_away(opened, path):
    browser = opened(path)
    stops = 0
    while not browser.driver.execute_script(IN_MAIN) and stops <= 13:
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        stops += 1
    # The last of them stands in the main content itself.
    assert stops - 1 <= 12


def test_the_skip_link_leads_to_the_main_content(opened):
    browser = opened("/placements")
    browser.find_element("body").send_keys(Keys.TAB)
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.driver.execute_script(f"{FOCUS}.id") == "main"


def test_a_filter_is_set_with_the_keyboard_and_keeps_the_focus(opened):
    browser = opened("/placements")
    box = browser.find_element("#filter-level input[value='first']")
    box.send_keys(Keys.SPACE)
    browser.wait_for_contains_text("[data-selection]", "First placement", timeout=15)
    assert browser.driver.switch_to.active_element == box


def test_the_table_of_a_chart_opens_and_closes_with_the_keyboard(opened):
    browser = opened("/placements")
    summary = browser.find_element("details.as-table summary")
    summary.send_keys(Keys.ENTER)
    assert browser.find_element("details.as-table table").is_displayed()
    summary.send_keys(Keys.ENTER)
    assert not browser.find_element("details.as-table table").is_displayed()


def test_the_numbers_of_a_chart_are_saved_with_the_keyboard(opened):
    browser = opened("/placements")
    browser.find_element("#by-term a[data-download=csv]").send_keys(Keys.ENTER)
    file = Path(browser.download_path) / "by-term.csv"
    WebDriverWait(browser.driver, 20).until(lambda _: file.exists())


def test_every_change_is_told_politely(opened):
    line = opened("/placements").find_element("[data-selection]")
    assert line.get_attribute("role") == "status"


def test_a_chart_has_a_text_alternative(opened):
    browser = opened("/placements")
    pictures = browser.find_elements("figure [role='img']")
    assert [each for each in pictures if not each.get_attribute("aria-label")] == []
