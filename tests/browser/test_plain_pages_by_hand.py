"""Signing in and updating, as people do it: by mouse and keyboard, with somebody else at work."""

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.browser.conftest import FOCUS, HOME, NARROW, WIDTH

# Somebody gives a reason for the first query of a desk.
CHANGE = """
const [home, done] = arguments;
fetch(home, {headers: {Accept: "text/html"}}).then((page) => page.text()).then(function (text) {
    const query = text.match(/name="query" value="(\\d+)"/)[1];
    const form = new URLSearchParams({query: query, reason: "Agreed in May"});
    return fetch(home + "/reason", {method: "POST", body: form});
}).then(() => done(), () => done());
"""


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
