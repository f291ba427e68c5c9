"""The address is the only state: links, Back, several windows, one request a change."""

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.support.ui import Select, WebDriverWait

from layouts.pages import PAGES

OF_FIGURES = [
    *(page.path for page in PAGES if page.filtered),
    "/partners/sample-northmere-council",
]
YEAR = "#filter-year input[value='2025/26']"
SHOWING = "[data-selection]"
# Notes the ids of the components that take new values by way of Dash.
WATCH = """
window.took = [];
const set = window.dash_clientside.set_props;
window.dash_clientside.set_props = function (id, properties) {
  window.took.push(id);
  set(id, properties);
};
"""
ALL_DRAWN = """
return [...document.querySelectorAll(".dash-graph")].every(function (place) {
  const chart = place.querySelector(".js-plotly-plot:not(.dash-graph--pending)");
  return chart && chart.data;
});
"""
DRAWN = """
return [...document.querySelectorAll(".js-plotly-plot")].map(
  (chart) => chart.data.map((trace) => [...trace.x].join()),
);
"""
# The page without its charts, which draw themselves when they come to it.
WORDS = """
const copy = document.getElementById("content").cloneNode(true);
copy.querySelectorAll(".dash-graph").forEach((chart) => chart.replaceChildren());
return copy.innerText;
"""
GO = "window.dash_clientside.page.go(arguments[0])"
POLL = "/data-version"


def asked(browser):
    """The addresses that the page has asked for, but for what it holds in itself.

    Every few seconds it asks whether the data have changed, whatever its reader does.
    """
    script = "return performance.getEntriesByType('resource').map((entry) => entry.name)"
    found = browser.driver.execute_script(script)
    return [each for each in found if each.startswith("http") and not each.endswith(POLL)]


def says(browser, words):
    browser.wait_for_contains_text(SHOWING, words, timeout=15)


def ticked(browser):
    return browser.driver.find_element(By.CSS_SELECTOR, YEAR).is_selected()


def test_a_link_shows_what_it_names(opened):
    browser = opened("/placements?year=2025/26")
    says(browser, "2025/26")
    assert ticked(browser)


def test_a_filter_changes_the_address(opened):
    browser = opened("/placements")
    browser.find_element(YEAR).click()
    says(browser, "2025/26")
    assert browser.driver.current_url.endswith("/placements?year=2025/26")


def test_the_focus_stays_where_it_was(opened):
    browser = opened("/placements")
    box = browser.find_element(YEAR)
    box.click()
    says(browser, "2025/26")
    assert browser.driver.switch_to.active_element == box


def test_back_restores_the_filters_and_the_figures(opened):
    browser = opened("/placements")
    browser.find_element(YEAR).click()
    says(browser, "2025/26")
    browser.driver.back()
    says(browser, "all years")
    assert not ticked(browser)


def test_forward_goes_there_again(opened):
    browser = opened("/placements")
    browser.find_element(YEAR).click()
    says(browser, "2025/26")
    browser.driver.back()
    says(browser, "all years")
    browser.driver.forward()
    says(browser, "2025/26")
    assert ticked(browser)


def test_the_filters_travel_to_the_next_page(opened):
    browser = opened("/placements?year=2025/26")
    browser.find_element("#nav-practice-educators").click()
    browser.wait_for_text_to_equal("h1", "Practice educators", timeout=15)
    assert browser.driver.current_url.endswith("/practice-educators?year=2025/26")


def test_a_page_gone_to_by_links_is_the_page_that_an_address_opens(opened):
    paths = [page.path for page in PAGES if page.filtered]
    loaded = {path: opened(path).driver.execute_script(WORDS) for path in paths}
    browser = opened(paths[0])
    for path in [*paths, *reversed(paths)]:
        browser.driver.execute_script(GO, path)
        WebDriverWait(browser.driver, 10).until(
            lambda driver, path=path: driver.execute_script(WORDS) == loaded[path]
        )


def test_another_page_is_read_from_its_heading(opened):
    browser = opened("/placements")
    browser.find_element("#nav-practice-educators").click()
    browser.wait_for_text_to_equal("h1", "Practice educators", timeout=15)
    browser.wait_for_element("h1:focus")


def test_a_choice_from_a_long_list_becomes_a_chip(opened):
    browser = opened("/placements")
    Select(browser.find_element("#filter-partnership")).select_by_value("sample-northmere")
    says(browser, "Northmere Social Work Teaching Partnership")
    chip = browser.find_element("#filter-partnership-chosen label")
    assert chip.text.startswith("Northmere Social Work Teaching Partnership")


def test_a_chip_that_is_unticked_goes_and_leaves_the_focus_at_its_list(opened):
    browser = opened("/placements?partnership=sample-northmere")
    browser.find_element("#filter-partnership-chosen input").click()
    says(browser, "all regions")
    browser.wait_for_no_elements("#filter-partnership-chosen input")
    assert browser.driver.switch_to.active_element.get_attribute("id") == "filter-partnership"


def test_clear_all_clears_all_and_keeps_the_day(opened):
    browser = opened("/placements?year=2025/26&as_at=2026-03-01")
    browser.find_element("#clear-filters").click()
    says(browser, "all years")
    assert browser.driver.current_url.endswith("/placements?as_at=2026-03-01")


def test_two_windows_keep_their_own_selections(opened):
    browser = opened("/placements?year=2025/26")
    first = browser.driver.current_window_handle
    browser.driver.switch_to.new_window("tab")
    browser.driver.get(browser.server_url.replace("2025/26", "2024/25"))
    says(browser, "2024/25")
    browser.driver.close()
    browser.driver.switch_to.window(first)
    assert ticked(browser)


@pytest.mark.parametrize("path", OF_FIGURES)
def test_a_filter_is_exactly_one_request(opened, path):
    browser = opened(path)
    browser.driver.execute_script("performance.clearResourceTimings()")
    browser.find_element(YEAR).click()
    says(browser, "2025/26")
    browser._wait_for_callbacks()
    assert ["_dash-update-component" in address for address in asked(browser)] == [True]


def test_a_filter_leaves_nothing_to_dash_once_its_charts_are_drawn(opened):
    browser = opened("/placements")
    browser.wait_for_element(".js-plotly-plot .main-svg", timeout=20)
    patience = WebDriverWait(browser.driver, 20)
    patience.until(lambda driver: driver.execute_script(ALL_DRAWN))
    browser.driver.execute_script(WATCH)
    before = browser.driver.execute_script(DRAWN)
    browser.find_element(YEAR).click()
    says(browser, "2025/26")
    patience.until(lambda driver: driver.execute_script(DRAWN) != before)
    assert browser.driver.execute_script("return window.took") == []


def test_a_chart_that_changes_stays_mounted(opened):
    browser = opened("/placements")
    browser.wait_for_element(".js-plotly-plot .main-svg", timeout=20)
    browser.driver.execute_script("window.first = document.querySelector('.js-plotly-plot')")
    browser.find_element(YEAR).click()
    says(browser, "2025/26")
    assert browser.driver.execute_script("return window.first.isConnected")


@pytest.mark.parametrize(
    "path", ["/", "/placements", "/practice-educators", "/adults-and-children", "/help"]
)
def test_no_page_asks_another_host_for_anything(opened, path):
    browser = opened(path)
    own = browser.server_url.removesuffix(path)
    assert [address for address in asked(browser) if not address.startswith(own)] == []
