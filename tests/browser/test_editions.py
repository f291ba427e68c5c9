"""An edition is made, read and travelled in, as people do it."""

import pytest
from selenium.webdriver.support.ui import WebDriverWait

from dashboard.server.reporting import background
from tests.browser.conftest import NARROW, WIDE, WIDTH, drawn


def line(browser):
    return browser.find_element("[data-selection]").text


def until(browser, holds):
    WebDriverWait(browser.driver, 120).until(lambda _driver: holds())


@pytest.fixture
def shown(as_somebody):
    """A page as somebody has it, drawn."""

    def show(who, path):
        browser = as_somebody(who, path)
        drawn(browser)
        return browser

    return show


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("path", ["/?edition=1", "/placements/progress?edition=1"])
def test_a_page_of_an_edition_breaks_no_rule_and_fits(shown, viewport, axe, path, width):
    viewport(width)
    browser = shown("manager", path)
    until(browser, lambda: browser.driver.execute_script(WIDTH) == width)
    assert axe(browser) == []


def test_an_edition_stays_while_one_travels_and_until_one_leaves_it(shown):
    browser = shown("viewer", "/?edition=1&year=2025/26")
    browser.find_element("#nav-placements").click()
    until(browser, lambda: "/placements?" in browser.driver.current_url)
    until(browser, lambda: line(browser).startswith("Edition 1 of "))
    assert "edition=1" in browser.driver.current_url
    browser.find_element("#clear-filters").click()
    until(browser, lambda: "all years" in line(browser))
    assert "edition=1" in browser.driver.current_url
    browser.driver.find_element("link text", "Live data in place of it").click()
    until(browser, lambda: "Live data" in line(browser))
    assert "edition" not in browser.driver.current_url


def test_a_funder_begins_at_their_latest_edition(shown):
    browser = shown("funder", "/")
    assert line(browser).startswith("Edition 2 of ")
    links = [each.get_attribute("href") for each in browser.find_elements("nav a")]
    assert [link for link in links if "/actions" in link] == []


@pytest.fixture
def ask(as_somebody):
    """Has somebody ask for an edition, step by step."""

    def steps(who):
        browser = as_somebody(who, "/reports/new")
        _in_three_steps(browser)
        return browser

    return steps


def _in_three_steps(browser):
    browser.find_element("form[action='/reports/new'] button").click()
    until(browser, lambda: browser.driver.find_elements("css selector", "#title"))
    browser.find_element("#title").send_keys("Steering group")
    browser.find_element("form[method='post'].stacked button").click()
    until(browser, lambda: "What is missing or unsigned" in browser.find_element("main").text)
    browser.find_element("form[action='/reports/'] button").click()
    until(browser, lambda: "Steering group" in browser.driver.title)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_an_edition_on_its_way_breaks_no_rule_and_fits(ask, viewport, axe, monkeypatch, width):
    monkeypatch.setattr(background, "start", lambda _engine, _name: None)
    viewport(width)
    browser = ask("manager")
    assert browser.driver.title.startswith("Making the edition: Steering group")
    assert axe(browser) == []
    assert browser.driver.execute_script(WIDTH) == width


def test_an_edition_is_made_in_three_steps_and_its_files_are_tried(ask):
    browser = ask("manager")
    until(browser, lambda: browser.driver.title.startswith("Edition 3: Steering group"))
    assert "Nothing that is changed from now on changes it." in browser.find_element("main").text
    until(browser, lambda: "Workbook (Excel), " in browser.find_element("main").text)
