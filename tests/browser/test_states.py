"""What a page says of its figures, and what it costs to open it."""

import pytest
from selenium.webdriver.common.keys import Keys

from layouts.pages import PAGES

PATHS = [page.path for page in PAGES]
STATUSES = {"ok", "partial", "provisional", "not_reported", "not_applicable"}
EMPTY = "/placements?partnership=sample-northmere&region=E12000007"
ATTRIBUTE = """
return [...document.querySelectorAll(arguments[0])].map((each) => each.getAttribute(arguments[1]));
"""
SHARING = """
return [...document.querySelectorAll(".js-plotly-plot")].filter((graph) =>
  graph._context.showSendToCloud || graph._context.plotlyServerURL
  || graph.querySelector(".modebar-btn")).length;
"""
# What a page asks every few seconds anyway is none of its cost.
WEIGHT = """
return [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
  .filter((entry) => entry.name.startsWith("http") && !entry.name.endsWith("/data-version"))
  .map((entry) => entry.transferSize);
"""


def attributes(browser, selector, name):
    return browser.driver.execute_script(ATTRIBUTE, selector, name)


@pytest.mark.parametrize("path", PATHS)
def test_no_figure_is_without_its_status(opened, path):
    browser = opened(path)
    figures = attributes(browser, "[data-indicator], [data-value]", "data-status")
    assert set(figures) <= STATUSES


@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_of_one_version_of_the_data(opened, path):
    versions = set(attributes(opened(path), "[data-data-version]", "data-data-version"))
    assert len(versions) == 1
    assert versions.pop().isdigit()


def test_no_chart_offers_to_send_itself_away(opened):
    browser = opened("/placements")
    browser.wait_for_element(".js-plotly-plot .main-svg", timeout=20)
    assert browser.driver.execute_script(SHARING) == 0


def test_charts_without_a_match_say_so_and_offer_to_clear_the_filters(opened):
    browser = opened(EMPTY)
    browser.find_element("#by-level .empty a").click()
    browser.wait_for_contains_text("[data-selection]", "all regions", timeout=15)
    assert browser.driver.current_url.endswith("/placements")


def test_a_day_in_the_past_is_named(opened):
    browser = opened("/placements?as_at=2026-02-01")
    assert "as at 1 February 2026" in browser.find_element("[data-selection]").text


def test_published_examples_are_named_and_have_no_numbers(opened):
    browser = opened("/?partnership=humber")
    assert "Published example" in browser.find_element("#notice").text
    assert set(attributes(browser, "[data-indicator]", "data-value")) == {""}


def test_where_a_number_came_from_is_asked_for_once_it_is_opened(opened):
    browser = opened("/placements")
    browser.driver.execute_script("performance.clearResourceTimings()")
    browser.find_element("[data-indicator='demand'] .where-from summary").click()
    browser.wait_for_contains_text("[data-indicator='demand'] .where-from", "Rows counted")
    browser._wait_for_callbacks()
    assert len(browser.driver.execute_script(WEIGHT)) - 1 == 1


def linked(browser, figure, number):
    browser.find_element(f"{figure} button.leads").send_keys(Keys.ENTER)
    browser.wait_for_element(f"{figure} td a.lead-on")
    return browser.find_elements(f"{figure} td a.lead-on")[number]


def test_the_numbers_of_a_table_lead_to_where_they_came_from_once_that_is_asked(opened, axe):
    browser = opened("/placements?year=2025/26")
    assert not browser.find_elements("td a.lead-on")
    link = linked(browser, "#shortfall-by-area", 0)
    assert axe(browser) == []
    number = link.text
    link.send_keys(Keys.ENTER)
    browser.wait_for_contains_text("h1", "where this number came from")
    assert browser.find_element(".value").text == number


def test_numbers_that_a_filter_changes_lead_on_as_the_old_ones_did(opened):
    browser = opened("/placements")
    linked(browser, "#shortfall-by-area", 0)
    browser.find_element("input[value='2024/25']").click()
    browser.wait_for_element("#shortfall-by-area td a[href*='year=2024/25']", timeout=15)


def test_links_of_numbers_are_put_away_again(opened):
    browser = opened("/placements?year=2025/26")
    linked(browser, "#shortfall-by-area", 0)
    browser.find_element("#shortfall-by-area button.leads").send_keys(Keys.ENTER)
    assert not browser.find_elements("#shortfall-by-area td a.lead-on")


def test_a_headline_leads_to_everything_behind_it(opened):
    browser = opened("/placements?year=2025/26")
    browser.find_element("[data-indicator='demand'] .where-from summary").click()
    browser.wait_for_element("[data-indicator='demand'] a[href^='/figure/demand']").click()
    browser.wait_for_contains_text("h1", "where this number came from")
    assert browser.driver.current_url.endswith("/figure/demand?year=2025/26")


def test_a_page_opened_for_the_first_time_weighs_little(serve, sampled):
    # Its address is new to the browser, so that nothing is in its store.
    browser = serve(sampled, "/placements")
    browser.wait_for_element("#by-level .main-svg", timeout=20)
    browser._wait_for_callbacks()
    sizes = browser.driver.execute_script(WEIGHT)
    assert sum(sizes) <= 750_000
    assert len(sizes) <= 20
