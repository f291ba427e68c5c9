"""Looking for a partner: by typing, by a link, by keyboard; and choosing whom to compare with."""

from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import Select, WebDriverWait

from tests.browser.test_address import asked

BOX = "#view-partners-search"
ROWS = "#view-partners-table tbody tr:not([hidden])"
TOLD = ".searching [role=status]"


def names(browser):
    return [row.text.splitlines()[0] for row in browser.find_elements(f"{ROWS} th a")]


def test_typing_leaves_what_matches_and_says_how_many(opened):
    browser = opened("/partners")
    browser.find_element(BOX).send_keys("thornhollow")
    browser.wait_for_contains_text(TOLD, "1 of")
    assert names(browser) == ["Thornhollow County Council"]


def test_what_is_typed_stays_in_the_address_and_asks_for_nothing(opened):
    browser = opened("/partners")
    browser.driver.execute_script("performance.clearResourceTimings()")
    browser.find_element(BOX).send_keys("saltmere")
    browser.wait_for_contains_text(TOLD, "2 of")
    assert browser.driver.current_url.endswith("/partners?q=saltmere")
    assert [each for each in asked(browser) if "_dash-update" in each] == []


def test_a_link_with_words_to_look_for_shows_what_they_match(opened):
    browser = opened("/partners?q=saltmere+university")
    browser.wait_for_contains_text(TOLD, "1 of")
    assert browser.find_element(BOX).get_attribute("value") == "saltmere university"


def test_words_are_kept_when_a_filter_changes(opened):
    browser = opened("/partners?q=council")
    browser.find_element("#filter-region input[value='E12000003']").click()
    browser.wait_for_contains_text("[data-selection]", "Yorkshire", timeout=15)
    browser._wait_for_callbacks()
    WebDriverWait(browser.driver, 10).until(lambda _: names(browser) == ["Hull City Council"])
    assert "q=council" in browser.driver.current_url


def test_a_partner_is_reached_by_keyboard_and_back_leads_to_what_was_found(opened):
    browser = opened("/partners?q=thornhollow")
    browser.wait_for_contains_text(TOLD, "1 of")
    browser.find_element(f"{ROWS} th a").send_keys(Keys.ENTER)
    browser.wait_for_text_to_equal("h1", "Thornhollow County Council", timeout=15)
    assert "q=" not in browser.driver.current_url
    browser.driver.back()
    browser.wait_for_text_to_equal("h1", "Partners", timeout=15)
    browser.wait_for_contains_text(TOLD, "1 of")
    assert names(browser) == ["Thornhollow County Council"]


def test_where_a_line_is_drawn_its_numbers_are_said(opened):
    browser = opened("/partners/sample-northmere-council?as_at=2026-11-22")
    line = browser.find_element("img.sparkline")
    assert line.get_attribute("alt").startswith("2023/24: ")


SHOW = "#view-map-show-offered"
TITLE = "#view-map-title"


def test_another_figure_on_the_map_is_one_request_and_keeps_the_focus(opened):
    browser = opened("/partners?year=2025/26")
    browser.driver.execute_script("performance.clearResourceTimings()")
    Select(browser.find_element(SHOW)).select_by_value("pe_current")
    browser.wait_for_contains_text(TITLE, "Current practice educators", timeout=15)
    assert ["_dash-update-component" in address for address in asked(browser)] == [True]
    assert browser.driver.switch_to.active_element.get_attribute("id") == SHOW.removeprefix("#")
    assert browser.driver.current_url.endswith("/partners?year=2025/26&show=pe_current")


def test_back_shows_the_figure_before(opened):
    browser = opened("/partners")
    Select(browser.find_element(SHOW)).select_by_value("pe_current")
    browser.wait_for_contains_text(TITLE, "Current practice educators", timeout=15)
    browser.driver.back()
    browser.wait_for_contains_text(TITLE, "Places offered", timeout=15)
    assert Select(browser.find_element(SHOW)).first_selected_option.text == "Places offered"


def test_the_square_of_a_region_sets_its_filter(opened):
    browser = opened("/partners?year=2025/26")
    browser.find_element(".tile.whole a[href*='E12000002']").send_keys(Keys.ENTER)
    browser.wait_for_contains_text("[data-selection]", "North West", timeout=15)
    assert len(browser.find_elements(".tile.whole")) == 1


def test_the_square_of_a_council_leads_to_its_page(opened):
    browser = opened("/partners")
    browser.find_element(".tile a[href^='/partners/sample-saltmere-council']").send_keys(Keys.ENTER)
    browser.wait_for_text_to_equal("h1", "Saltmere Borough Council", timeout=15)


PARTNER = "/partners/sample-northmere-council?as_at=2026-11-22&year=2025/26"
COMPARED = "#view-scorecard-subtitle"


def test_another_group_of_peers_is_one_request(opened):
    browser = opened(PARTNER)
    browser.driver.execute_script("performance.clearResourceTimings()")
    Select(browser.find_element("#view-scorecard-peers-offered")).select_by_value("everywhere")
    browser.wait_for_contains_text(COMPARED, "same kind everywhere", timeout=15)
    assert ["_dash-update-component" in address for address in asked(browser)] == [True]
    assert browser.driver.current_url.endswith("&peers=everywhere")


def test_partners_are_added_and_taken_away_again(opened):
    browser = opened(f"{PARTNER}&peers=chosen")
    box = "#view-scorecard-peer-offered"
    for code in ("sample-saltmere-council", "sample-tidewall-council"):
        Select(browser.find_element(box)).select_by_value(code)
        browser.wait_for_element(f"#view-scorecard-peer-chosen input[value='{code}']", timeout=15)
    browser.wait_for_contains_text(COMPARED, "2 partners", timeout=15)
    assert browser.driver.switch_to.active_element.get_attribute("id") == box.removeprefix("#")
    browser.find_element("#view-scorecard-peer-chosen input[value*='saltmere']").click()
    browser.wait_for_contains_text(COMPARED, "1 partner", timeout=15)
    assert browser.driver.current_url.endswith("&peers=chosen&peer=sample-tidewall-council")
    assert browser.driver.switch_to.active_element.get_attribute("id") == box.removeprefix("#")
