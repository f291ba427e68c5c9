"""Columns are matched, and what came of it is chosen, by mouse and from the keyboard alone."""

from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from tests.browser.conftest import FOCUS
from tests.browser.matching.conftest import ROWS, WRONG, conflict, errors, go_on, say, send


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
