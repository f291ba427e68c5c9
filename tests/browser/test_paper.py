"""What does not fit: charts longer than a page on paper, tables wider than a narrow screen."""

import pytest
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.conftest import NARROW, WIDE

PAPER = 688
# A sheet of A4 without its margins, at 96 dots an inch.
SHEET = 1017
CALENDAR = "/placements/calendar?year=2025/26&as_at=2026-11-22"
# Of each part of a chart: how high it is, and whether each bar is in it, out of it, or cut.
PARTS = """
return [...document.querySelectorAll("#windows .picture-part")].map((part) => {
  const frame = part.getBoundingClientRect();
  const bars = [...part.querySelectorAll(".bars path")].map((bar) => bar.getBoundingClientRect());
  const within = bars.filter((bar) => bar.top >= frame.top && bar.bottom <= frame.bottom);
  const beyond = bars.filter((bar) => bar.bottom <= frame.top || bar.top >= frame.bottom);
  return {height: frame.height, bars: bars.length, within: within.length, beyond: beyond.length};
});
"""
EVENT = "window.dispatchEvent(new Event(arguments[0]))"
SCROLLED = """
const frame = document.querySelector("#activities .table-scroll");
frame.scrollLeft = 150;
const left = (sign) => Math.round(frame.querySelector(sign).getBoundingClientRect().left);
return {frame: Math.round(frame.getBoundingClientRect().left), scrolled: frame.scrollLeft,
  name: left("tbody th"), heading: left("thead th"), number: left("td")};
"""
TICK = "document.querySelector('#filter-year input').click()"
# Which charts are not as large as their places.
MISFITS = """
return [...document.querySelectorAll(".js-plotly-plot")].filter((chart) => {
  const svg = chart.querySelector(".main-svg");
  return !svg || Number(svg.getAttribute("width")) !== chart.clientWidth
    || Number(svg.getAttribute("height")) !== chart.clientHeight;
}).map((chart) => chart.parentElement.id);
"""


def all_fit(browser):
    """Wait until each chart is as large as its place."""
    WebDriverWait(browser.driver, 10).until(lambda d: d.execute_script(MISFITS) == [])


@pytest.fixture
def printed(opened, viewport):
    browser = opened(CALENDAR)
    browser.wait_for_element("#windows .main-svg", timeout=20)
    viewport(PAPER, media="print")
    browser.driver.execute_script(EVENT, "beforeprint")
    return browser


def test_a_chart_longer_than_a_page_is_cut_between_its_rows(printed):
    parts = printed.driver.execute_script(PARTS)
    assert len(parts) > 1
    assert [part for part in parts if part["height"] > SHEET] == []
    assert [part for part in parts if part["within"] + part["beyond"] != part["bars"]] == []
    assert sum(part["within"] for part in parts) == parts[0]["bars"]


def test_after_that_it_is_whole_again(printed):
    printed.driver.execute_script(EVENT, "afterprint")
    assert printed.driver.execute_script(PARTS) == []
    assert printed.find_element("#windows .picture").is_displayed()


def test_names_of_rows_stay_in_sight_while_a_table_is_scrolled(opened, viewport):
    browser = opened("/engagement")
    viewport(NARROW)
    found = browser.driver.execute_script(SCROLLED)
    assert found["scrolled"] == 150
    assert found["name"] == found["heading"] == found["frame"]
    assert found["number"] < found["frame"]


def test_charts_fit_their_places_whatever_is_chosen_and_however_wide_the_window_is(
    opened, viewport
):
    viewport(WIDE)
    browser = opened("/adults-and-children")
    browser.wait_for_element(".js-plotly-plot .main-svg", timeout=20)
    all_fit(browser)
    for width in (NARROW, WIDE):
        before = browser.find_element("#selection-line").text
        for event in ("beforeprint", "afterprint"):
            browser.driver.execute_script(EVENT, event)
        browser.driver.execute_script(TICK)
        WebDriverWait(browser.driver, 10).until(
            lambda _, then=before: browser.find_element("#selection-line").text != then
        )
        all_fit(browser)
        viewport(width)
        all_fit(browser)
