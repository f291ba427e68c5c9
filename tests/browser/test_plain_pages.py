"""Signing in and updating, as people do it: by every rule of the guidelines, and by hand."""

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from layouts.pages import PAGES
from tests.browser.conftest import HOME, NARROW, WIDE

WIDTH = "return document.documentElement.scrollWidth"
FOCUS = "return document.activeElement"
# Somebody gives a reason for the first query of a desk.
CHANGE = """
const [home, done] = arguments;
fetch(home, {headers: {Accept: "text/html"}}).then((page) => page.text()).then(function (text) {
    const query = text.match(/name="query" value="(\\d+)"/)[1];
    const form = new URLSearchParams({query: query, reason: "Agreed in May"});
    return fetch(home + "/reason", {method: "POST", body: form});
}).then(() => done(), () => done());
"""
# A page in each of its states, and who opens it.
STATES = {
    "sign-in": ("", "/sign-in"),
    "forgot": ("", "/forgot"),
    "spent-link": ("", "/welcome/nothing"),
    "account": ("council", "/account"),
    "tokens": ("administrator", "/account/tokens"),
    "tokens-for-figures": ("viewer", "/account/tokens"),
    "second-factor": ("council", "/account/second-factor"),
    "work": ("council", "/update/"),
    "nothing-to-do": ("viewer", "/update/"),
    "desk": ("council", HOME),
    "desk-of-approver": ("approver", HOME),
    "rows": ("council", f"{HOME}/offers/"),
    "no-rows": ("council", f"{HOME}/offers/?find=nothing"),
    "row": ("council", f"{HOME}/offers/row?row=1"),
    "history": ("council", f"{HOME}/offers/history?row=1"),
    "file": ("council", f"{HOME}/file"),
    "side-by-side": ("council", f"{HOME}/compared"),
    "partners": ("manager", "/update/partners/"),
    "reminder": ("manager", "/update/partners/sample-northmere/sample-northmere-council"),
    "actions": ("manager", "/actions/"),
    "actions-of-viewer": ("viewer", "/actions/"),
    "new-action": ("manager", "/actions/new"),
    "begin-a-meeting": ("manager", "/actions/meeting"),
    "meeting": ("manager", "/actions/meeting?partnership=sample-northmere&step=1"),
    "minutes": ("manager", "/actions/minutes?partnership=sample-northmere"),
    "reports": ("manager", "/reports/"),
    "reports-of-funder": ("funder", "/reports/"),
    "new-edition": ("manager", "/reports/new"),
    "revision": ("manager", "/reports/new?revises=1"),
    "report-definitions": ("manager", "/reports/definitions/"),
    "report-definition": ("administrator", "/reports/definitions/funder"),
    "report-definition-of-everybody": ("manager", "/reports/definitions/funder"),
    "new-report-definition": ("manager", "/reports/definitions/new"),
    "second-step": (
        "manager",
        "/reports/new?step=2&readers=steering_group&partnership=sample-northmere",
    ),
    "first-step-refused": ("manager", "/reports/new?step=2&readers=moon"),
    "commentary": (
        "manager",
        "/reports/commentary/?report=steering-group&partnership=sample-northmere",
    ),
    "commentary-refused": (
        "viewer",
        "/reports/commentary/?report=steering-group&partnership=sample-northmere",
    ),
    "exact-edition": ("manager", "/reports/1"),
    "edition": ("funder", "/reports/2"),
    "figure-of-edition": ("funder", "/figure/demand"),
    "figure": ("council", "/figure/net_supply?year=2025/26&of=term:autumn"),
    "figure-of-two-sides": ("manager", "/figure/statutory_share?year=2024/25"),
    "figure-without-rows": ("viewer", "/figure/unmatched_shortfall?of=level:final"),
    "figure-without-meaning": ("viewer", "/figure/balance?route=undergraduate"),
    "no-such-figure": ("viewer", "/figure/moon"),
    "refused": ("viewer", "/admin/"),
    "administration": ("administrator", "/admin/"),
    "people": ("administrator", "/admin/people/"),
    "person": ("administrator", "/admin/people/council@northmere.example"),
    "mail": ("administrator", "/admin/people/mail"),
    "settings": ("administrator", "/admin/setting"),
    "periods": ("administrator", "/admin/return_period"),
}


@pytest.mark.parametrize("width", [WIDE, NARROW])
@pytest.mark.parametrize(("who", "path"), STATES.values(), ids=STATES)
def test_no_rule_is_broken_and_nothing_sticks_out(as_somebody, viewport, axe, who, path, width):
    viewport(width)
    browser = as_somebody(who, path)
    assert axe(browser) == []
    assert browser.driver.execute_script(WIDTH) == width


def walk(browser, address, paths):
    """Open pages one after the other; give what the browser's rules kept from running on them."""
    for path in paths:
        browser.driver.get(address + path)
        browser._wait_for_callbacks()
    said = browser.driver.get_log("browser")
    return [entry["message"] for entry in said if "Content Security Policy" in entry["message"]]


@pytest.mark.parametrize(
    "who", ["", "viewer", "council", "approver", "manager", "funder", "administrator"]
)
def test_a10_no_page_breaks_the_rules_that_the_browser_is_given(as_somebody, service, who):
    browser = as_somebody(who, "/")
    paths = [path for somebody, path in STATES.values() if somebody == who]
    paths += [page.path for page in PAGES] if who == "manager" else []
    assert walk(browser, service, paths) == []


def test_a10_what_breaks_a_rule_would_be_seen(as_somebody, service):
    browser = as_somebody("", "/sign-in")
    browser.driver.execute_script(
        "const image = document.createElement('img');"
        "image.src = 'http://127.0.0.2/x.png'; document.body.append(image);"
    )
    assert walk(browser, service, ["/sign-in"]) != []


def test_further_pages_open_within_a_narrow_screen(as_somebody, viewport):
    viewport(NARROW)
    browser = as_somebody("council", "/update/")
    browser.find_element("nav summary").click()
    assert browser.find_element("nav details a").is_displayed()
    assert browser.driver.execute_script(WIDTH) == NARROW


# A sheet of A4 without its margins, at 96 dots an inch.
PAPER = 688
# What would be pressed, if it were no paper.
PRESSED = """
return [...document.querySelectorAll("button, .btn, nav a, [type=file], .skip-link")]
    .filter((each) => each.checkVisibility()).map((each) => each.outerHTML);
"""


@pytest.mark.parametrize(("who", "path"), STATES.values(), ids=STATES)
def test_on_paper_nothing_is_cut_off_or_there_to_be_pressed(as_somebody, viewport, who, path):
    browser = as_somebody(who, path)
    viewport(PAPER, media="print")
    assert browser.driver.execute_script(PRESSED) == []
    # A table of many columns lies on its side, and is made smaller where it must be.
    many = browser.driver.find_elements("css selector", ".many")
    assert many or browser.driver.execute_script(WIDTH) == PAPER


def places(browser, value):
    field = browser.find_element("#places")
    field.clear()
    field.send_keys(value)
    browser.find_element("form.stacked button.btn-primary").click()


def test_a_refused_value_takes_the_focus_to_its_problem_and_stays(as_somebody, axe):
    browser = as_somebody("council", f"{HOME}/offers/row")
    places(browser, "-3")
    browser.wait_for_element(".error-summary")
    focused = browser.driver.execute_script(FOCUS)
    assert "error-summary" in focused.get_attribute("class")
    assert browser.find_element("#places").get_attribute("value") == "-3"
    assert axe(browser) == []


def test_a_double_click_sends_one_form(as_somebody):
    browser = as_somebody("council", f"{HOME}/offers/row")
    browser.driver.execute_script(
        "window.sent = 0; const f = window.fetch;"
        "window.fetch = (...a) => { window.sent += 1; return new Promise(() => {}); };"
    )
    button = browser.find_element("form.stacked button.btn-primary")
    for _ in range(2):
        button.click()
    assert browser.driver.execute_script("return window.sent") == 1


def test_rows_are_pasted_looked_at_and_confirmed(as_somebody, axe):
    browser = as_somebody("council", f"{HOME}/file")
    Select(browser.find_element("#paste-sheet")).select_by_value("offers")
    rows = "sector,level,service_area,statutory,window_start,places,status\n"
    rows += "local_authority,final,adults,yes,2027-01-11,3,offered"
    browser.find_element("#rows").send_keys(rows)
    browser.driver.find_elements("css selector", "form.stacked button.btn-primary")[1].click()
    browser.wait_for_contains_text("h1", "What would change")
    assert axe(browser) == []
    browser.find_element("form.bar button").click()
    browser.wait_for_contains_text(".done", "Taken in.")


def test_a_form_is_sent_from_the_keyboard_and_a_signed_value_is_kept(as_somebody):
    browser = as_somebody("council", f"{HOME}/offers/row?row=2")
    browser.driver.execute_script("document.getElementById('team').focus()")
    keys = browser.driver.switch_to.active_element
    keys.send_keys(Keys.CONTROL, "a")
    keys.send_keys("Another team", Keys.ENTER)
    browser.wait_for_contains_text(".error-summary", "This was signed off for 2025/26 Q4")


def test_the_warning_before_a_session_ends_lets_one_stay(as_somebody):
    browser = as_somebody("council", f"{HOME}/offers/row")
    driver = browser.driver
    driver.execute_script("const now = Date.now; Date.now = () => now() + 28.5 * 60 * 1000")
    browser.wait_for_contains_text("#session", "You will be signed out in 2 minutes")
    browser.find_element("#session button").click()
    WebDriverWait(driver, 10).until(
        lambda d: d.execute_script("return document.getElementById('session').hidden")
    )


def test_an_open_page_follows_somebody_else_s_change_within_five_seconds(as_somebody, service):
    browser = as_somebody("manager", "/placements?partnership=sample-northmere")
    driver = browser.driver
    browser.wait_for_element("main[data-data-version]:not([data-data-version=''])", timeout=20)
    before = driver.execute_script("return document.querySelector('main').dataset.dataVersion")
    driver.execute_script("document.querySelector('.skip-link').focus(); window.scrollTo(0, 400)")
    driver.execute_async_script(CHANGE, HOME)
    WebDriverWait(driver, 5).until(
        lambda d: (
            d.execute_script("return document.querySelector('main').dataset.dataVersion") != before
        )
    )
    assert "Updated " in browser.find_element("#news").get_attribute("textContent")
    assert driver.execute_script("return window.scrollY") == 400
    assert driver.execute_script(f"{FOCUS}.className") == "skip-link"


def test_a_token_is_made_by_hand_and_can_be_copied(as_somebody, viewport, axe):
    viewport(NARROW)
    browser = as_somebody("council", "/account/tokens")
    browser.find_element("#name").send_keys("Excel")
    browser.find_element("form.stacked button.btn-primary").click()
    browser.wait_for_element("#secret")
    assert browser.find_element("#secret").get_attribute("value").startswith("tpd_")
    assert browser.driver.execute_script(WIDTH) == NARROW
    assert axe(browser) == []
