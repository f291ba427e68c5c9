"""What can be taken from a chart: its numbers, its picture, a link to it."""

import csv
import io
import re
from pathlib import Path
from urllib.request import urlopen

import pytest
from selenium.webdriver.support.ui import WebDriverWait

PLACES = ("/placements?year=2025/26", "/practice-educators", "/adults-and-children")
NUMBER = re.compile(r"[0-9][0-9,]*(\.[0-9]+)?")
PNG = b"\x89PNG\r\n\x1a\n"
# The parts that a picture names, whether it has a legend, and the legend on the page.
PICTURED = """
const [name, done] = arguments;
window.Plotly.downloadImage = ({ data, layout }) => done([
  data.filter((part) => part.showlegend).map((part) => part.name),
  layout.showlegend,
  [...document.querySelectorAll("#" + name + " .legend li")].map((entry) => entry.textContent),
]);
document.querySelector("#" + name + " a[data-download=png]").click();
"""
CARDS = """
return [...document.querySelectorAll("figure[data-figure]")].map((figure) => ({
  name: figure.dataset.figure,
  file: figure.querySelector("a[data-download=csv]").href,
  totals: figure.querySelectorAll("tfoot tr").length,
  more: Boolean(figure.querySelector("a[href*='rows=']")),
  rows: [...figure.querySelectorAll("table.numbers tr")].map(
    (row) => [...row.cells].map((cell) => [...cell.childNodes]
      .filter((node) => !(node.matches && node.matches("span"))).map((node) => node.textContent)
      .join("").trim())),
}));
"""


def table_of(file):
    """The rows of a CSV file below its words about itself, which end with an empty line."""
    with urlopen(file) as answer:  # noqa: S310 - the page's own address
        lines = list(csv.reader(io.StringIO(answer.read().decode("utf-8-sig"))))
    return lines[lines.index([]) + 1 :]


def same(shown, filed):
    """Whether a cell on the screen and one of a file tell the same number, or the same words."""
    try:
        exact = abs(float(filed))
    except ValueError:
        return shown == filed.removeprefix("'")
    said = NUMBER.search(shown)
    if not said:
        return exact == 0
    digits = said.group().replace(",", "")
    places = len(digits.partition(".")[2])
    of_a_hundred = 100 if "%" in shown else 1
    return abs(exact * of_a_hundred - float(digits)) <= 0.5001 * 10**-places


def as_long(card):
    """The rows of a card's file, as far as the card shows them, which may be the first ones."""
    rows = table_of(card["file"])
    if not card["more"]:
        return rows
    assert len(rows) > len(card["rows"])
    below = len(rows) - card["totals"]
    return rows[: len(card["rows"]) - card["totals"]] + rows[below:]


@pytest.mark.parametrize("path", PLACES)
def test_a_file_has_the_numbers_of_the_table_on_the_screen(opened, path):
    cards = opened(path).driver.execute_script(CARDS)
    differing = [
        (card["name"], shown, filed)
        for card in cards
        for shown_row, filed_row in zip(card["rows"], as_long(card), strict=True)
        for shown, filed in zip(shown_row, filed_row, strict=True)
        if not same(shown, filed)
    ]
    assert differing == []


def saved(browser):
    """The names and the contents of the files that the browser has saved."""
    folder = Path(browser.download_path)
    return {path.name: path.read_bytes() for path in folder.iterdir()}


@pytest.fixture
def saving(opened):
    """A page with charts, and a folder without files."""
    browser = opened("/placements")
    browser.wait_for_element("#by-level .main-svg", timeout=20)
    for path in Path(browser.download_path).iterdir():
        path.unlink()
    return browser


def test_the_picture_of_a_chart_is_saved(saving):
    saving.find_element("#by-level a[data-download=png]").click()
    WebDriverWait(saving.driver, 20).until(lambda _: "by-level.png" in saved(saving))
    assert saved(saving)["by-level.png"].startswith(PNG)


def test_the_picture_says_what_its_parts_are_as_the_legend_beside_it_does(opened):
    browser = opened("/adults-and-children")
    browser.wait_for_element("#mix-of-supply .main-svg", timeout=20)
    parts, legend, beside = browser.driver.execute_async_script(PICTURED, "mix-of-supply")
    assert legend
    assert parts == beside == ["Adults", "Children's", "Mental health", "Mixed", "All-age"]


def test_the_numbers_of_a_chart_are_saved(saving):
    saving.find_element("#by-level a[data-download=csv]").click()
    WebDriverWait(saving.driver, 20).until(lambda _: "by-level.csv" in saved(saving))
    assert b"First placement" in saved(saving)["by-level.csv"]


def test_a_link_to_a_chart_stands_in_the_address(opened):
    browser = opened("/placements?year=2025/26")
    browser.find_element("#by-level a[data-download=link]").click()
    assert browser.driver.current_url.endswith("/placements?year=2025/26#by-level")


def test_a_link_to_a_chart_says_that_it_was_taken(opened):
    browser = opened("/placements")
    link = browser.find_element("#by-level a[data-download=link]")
    link.click()
    assert link.text in ("Link copied", "Link is in the address bar")


def test_a_link_to_a_chart_leads_to_it(opened):
    browser = opened("/placements#timeliness")
    script = "return document.getElementById('timeliness').getBoundingClientRect().top"
    WebDriverWait(browser.driver, 10).until(lambda d: abs(d.execute_script(script)) < 300)
