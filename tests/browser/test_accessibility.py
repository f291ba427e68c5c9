"""Every page works for everyone: rules of the guidelines, the keyboard, a narrow screen."""

import pytest
from selenium.webdriver.common.keys import Keys

PATHS = (
    "/",
    "/placements",
    "/practice-educators",
    "/adults-and-children",
    "/help",
    "/nothing",
    "/placements?year=2025/26&region=E12000002&level=first",
    "/placements?area=adults&region=Atlantis",
)
WIDE, NARROW = 1400, 320
FOCUS = "return document.activeElement"


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("path", PATHS)
def test_no_rule_of_the_guidelines_is_broken(opened, viewport, axe, path, width):
    viewport(width)
    assert axe(opened(path)) == []


@pytest.mark.parametrize("path", PATHS)
def test_nothing_is_wider_than_a_narrow_screen(opened, viewport, path):
    viewport(NARROW)
    browser = opened(path)
    assert browser.driver.execute_script("return document.documentElement.scrollWidth") == NARROW


@pytest.mark.parametrize("path", PATHS[:5])
def test_the_first_stop_is_the_skip_link(opened, path):
    browser = opened(path)
    browser.find_element("body").send_keys(Keys.TAB)
    assert browser.driver.execute_script(f"{FOCUS}.textContent") == "Skip to main content"


@pytest.mark.parametrize("path", PATHS[:5])
def test_the_main_content_is_at_most_twelve_stops_away(opened, path):
    browser = opened(path)
    stops = 0
    while not browser.driver.execute_script("return !!document.activeElement.closest('main')"):
        browser.driver.switch_to.active_element.send_keys(Keys.TAB)
        stops += 1
        assert stops <= 13


def test_the_skip_link_leads_to_the_main_content(opened):
    browser = opened("/placements")
    browser.find_element("body").send_keys(Keys.TAB)
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    assert browser.driver.execute_script(f"{FOCUS}.id") == "main"


def test_the_table_of_a_chart_opens_and_closes_with_the_keyboard(opened):
    browser = opened("/placements")
    summary = browser.find_element("details.as-table summary")
    browser.driver.execute_script("arguments[0].focus()", summary)
    summary.send_keys(Keys.ENTER)
    assert browser.find_element("details.as-table table").is_displayed()
    summary.send_keys(Keys.ENTER)
    assert not browser.find_element("details.as-table table").is_displayed()


def test_a_chart_has_a_text_alternative(opened):
    browser = opened("/placements")
    pictures = browser.find_elements("figure [role='img']")
    assert [each for each in pictures if not each.get_attribute("aria-label")] == []
