"""Signing in and updating, page by page: by every rule of the guidelines, and on paper."""

import pytest

from layouts.pages import PAGES
from tests.browser.conftest import HOME, NARROW, WIDE, WIDTH

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
