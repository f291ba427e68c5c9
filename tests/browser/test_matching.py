"""What a file leads to, step by step: by every rule of the guidelines, and from the keyboard."""

from uuid import uuid4

import pytest
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.browser.conftest import HOME, NARROW, WIDE

WIDTH = "return document.documentElement.scrollWidth"
FOCUS = "return document.activeElement"
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


def matched(browser, tmp_path):
    send(browser, tmp_path, ROWS)
    browser.wait_for_contains_text("h1", "Match columns")


def refused_match(browser, tmp_path):
    matched(browser, tmp_path)
    go_on(browser)
    browser.wait_for_contains_text(".error-summary", "Every row needs it.")


def matched_preview(browser, tmp_path):
    matched(browser, tmp_path)
    say(browser, service_area="C", places="F")
    go_on(browser)
    browser.wait_for_contains_text("h1", "What would change")


def which_sheet(browser, tmp_path):
    send(browser, tmp_path, ROWS, "autumn.csv")
    browser.wait_for_contains_text("h1", "Which sheet is it?")


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


STATES = [matched, refused_match, matched_preview, which_sheet, errors, conflict]


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize("reach", STATES)
def test_no_rule_is_broken_and_nothing_sticks_out(
    at_the_file, viewport, axe, tmp_path, reach, width
):
    viewport(width)
    reach(at_the_file, tmp_path)
    at_the_file.driver.execute_script(
        "document.querySelectorAll('main details').forEach((part) => { part.open = true; })"
    )
    assert axe(at_the_file) == []
    assert at_the_file.driver.execute_script(WIDTH) == width


def test_a_file_of_other_names_is_matched_looked_at_and_stored(at_the_file, tmp_path):
    send(
        at_the_file,
        tmp_path,
        ROWS.replace("final,adults,yes,2027-01-11", "first,mixed,no,2027-03-08"),
    )
    at_the_file.wait_for_contains_text("h1", "Match columns")
    say(at_the_file, service_area="C", places="F")
    go_on(at_the_file)
    at_the_file.wait_for_contains_text("h1", "What would change")
    at_the_file.find_element("form.bar button").click()
    at_the_file.wait_for_contains_text(".done", "Taken in.")
    at_the_file.driver.get(
        at_the_file.driver.current_url.split("?")[0] + "/offers/?find=2027-03-08"
    )
    assert "mixed no" in at_the_file.find_element("table.numbers tbody").text


def test_the_first_values_follow_what_is_chosen(matching):
    told = matching.find_element("#match-offers-places-told")
    assert told.text == ""
    say(matching, places="F")
    assert told.text == "First values: 3"
    say(matching, places="")
    assert told.text == ""


def test_a_wrong_match_takes_the_focus_to_the_summary_and_from_there_to_its_place(matching):
    go_on(matching)
    matching.wait_for_element(".error-summary")
    focused = matching.driver.execute_script(FOCUS)
    assert "error-summary" in focused.get_attribute("class")
    focused.send_keys(Keys.TAB)
    matching.driver.switch_to.active_element.send_keys(Keys.ENTER)
    at = matching.driver.execute_script(f"{FOCUS}.id")
    assert at == "match-offers-service_area"


def test_columns_are_matched_from_the_keyboard_alone(matching):
    driver = matching.driver
    for column, typed in (("service_area", "Area"), ("places", "How")):
        driver.execute_script(f"document.getElementById('match-offers-{column}').focus()")
        driver.switch_to.active_element.send_keys(typed)
    for _ in range(20):
        driver.switch_to.active_element.send_keys(Keys.TAB)
        if driver.execute_script(f"{FOCUS}.textContent") == "Continue":
            break
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    matching.wait_for_contains_text("h1", "What would change")
    assert driver.execute_script(f"{FOCUS}.tagName") == "H1"


def test_every_choice_has_a_label_and_says_what_belongs_there(matching):
    for field in matching.driver.find_elements(By.CSS_SELECTOR, ".matching select"):
        name = field.get_attribute("id")
        assert matching.find_element(f"label[for='{name}']").text
        assert matching.find_element(f"#{name}-holds").text
        assert f"{name}-holds" in field.get_attribute("aria-describedby")


def test_the_errors_of_a_file_take_the_focus_and_it_can_be_sent_again(at_the_file, tmp_path):
    errors(at_the_file, tmp_path)
    focused = at_the_file.driver.execute_script(FOCUS)
    assert "error-summary" in focused.get_attribute("class")
    send(at_the_file, tmp_path, WRONG.replace("many", "4").replace("middle", "first"))
    at_the_file.wait_for_contains_text("h1", "What would change")


def test_one_keeps_theirs_or_one_s_own_from_the_keyboard(at_the_file, tmp_path):
    conflict(at_the_file, tmp_path)
    driver = at_the_file.driver
    stops = []
    while "Cancel" not in stops and len(stops) < 12:
        driver.switch_to.active_element.send_keys(Keys.TAB)
        stops.append(driver.execute_script(f"{FOCUS}.textContent"))
    assert stops[-3:] == ["Keep theirs", "Keep yours", "Cancel"]
    driver.switch_to.active_element.send_keys(Keys.SHIFT, Keys.TAB)
    assert driver.execute_script(f"{FOCUS}.textContent") == "Keep yours"
    driver.switch_to.active_element.send_keys(Keys.ENTER)
    WebDriverWait(driver, 10).until(lambda opened: "done=" in opened.current_url)
