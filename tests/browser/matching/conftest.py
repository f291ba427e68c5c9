"""A file whose columns have other names, and the way through its steps."""

from uuid import uuid4

import pytest
from selenium.webdriver.support.ui import Select

from tests.browser.conftest import HOME

HEADINGS = "sectr,level,Area,statutory,window_start,How many,status"
ROWS = f"{HEADINGS}\nlocal_authority,final,adults,yes,2027-01-11,3,offered\n"
WRONG = (
    ROWS.replace("How many", "places").replace("Area", "service_area").replace("sectr", "sector")
)
WRONG = WRONG.replace(",3,", ",many,").replace("final", "middle")
# A row that nobody has signed off.
ROW = {
    "sector": "local_authority",
    "level": "final",
    "service_area": "adults",
    "statutory": "yes",
    "window_start": "2027-01-11",
    "places": "1",
    "status": "offered",
}
# Somebody else sends a form before this page does.
SENT = """
const [address, values, done] = arguments;
const open = document.querySelector("form[data-keeps]");
const form = new URLSearchParams(open ? new FormData(open) : {});
Object.entries(values).forEach(([name, value]) => form.set(name, value));
fetch(address, {method: "POST", body: form}).then(() => done(), () => done());
"""


def send(browser, tmp_path, content, name="offers.csv"):
    path = tmp_path / name
    path.write_text(content)
    browser.find_element("#file").send_keys(str(path))
    browser.find_element("form.stacked button.btn-primary").click()


def go_on(browser):
    browser.find_element(".bar button.btn-primary").click()


def say(browser, **columns):
    for column, letter in columns.items():
        Select(browser.find_element(f"#match-offers-{column}")).select_by_value(letter)


@pytest.fixture
def at_the_file(as_somebody):
    return as_somebody("council", f"{HOME}/file")


@pytest.fixture
def matching(at_the_file, tmp_path):
    """A browser at the step where columns are matched."""
    send(at_the_file, tmp_path, ROWS)
    at_the_file.wait_for_contains_text("h1", "Match columns")
    return at_the_file


def errors(browser, tmp_path):
    send(browser, tmp_path, WRONG)
    browser.wait_for_contains_text(".error-summary", "2 problems; nothing was stored")


def conflict(browser, _):
    home, ref = browser.driver.current_url.removesuffix("/file"), f"C{uuid4().hex}"
    cells = {f"cell-{name}": value for name, value in (ROW | {"ref": ref}).items()}
    browser.driver.execute_async_script(SENT, f"{home}/offers/row", cells)
    browser.driver.get(f"{home}/offers/?find={ref}")
    browser.find_element("td a[href*='row?row=']").click()
    theirs = {"cell-team": "Their team", "once": ref}
    browser.driver.execute_async_script(SENT, f"{home}/offers/row", theirs)
    browser.find_element("#team").send_keys("My own team")
    browser.find_element("form.stacked button.btn-primary").click()
    browser.wait_for_contains_text("h1", "Somebody changed this row meanwhile")
