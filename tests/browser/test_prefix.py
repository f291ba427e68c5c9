"""Under a path of somebody else's host a browser finds its way, and stays within it."""

import pytest
from selenium.webdriver.support.ui import WebDriverWait

from app import create_app
from dashboard.settings import Settings
from data.engine import make_engine, writing
from tests import factories
from tests.browser.conftest import drawn

PREFIX = "/partnership"
YEAR = "#filter-year input[value='2025/26']"


@pytest.fixture
def within(serve, written_url):
    """A browser on a page of a service that lives under a prefix."""
    app = create_app(Settings(written_url, open_access=True, url_prefix=PREFIX))
    browser = serve(app, f"{PREFIX}/placements")
    drawn(browser)
    return browser


def path(browser):
    return browser.driver.execute_script("return location.pathname")


def test_a_link_leads_to_another_page_without_loading_anew(within):
    within.driver.execute_script("window.stayed = true")
    within.find_element(f"a[href='{PREFIX}/practice-educators']").click()
    wait = WebDriverWait(within.driver, 20)
    wait.until(lambda driver: driver.title.startswith("Practice educators"))
    assert path(within) == f"{PREFIX}/practice-educators"
    assert within.driver.execute_script("return window.stayed")


def test_a_filter_changes_the_address_and_the_figures(within):
    within.find_element(YEAR).click()
    wait = WebDriverWait(within.driver, 20)
    wait.until(
        lambda driver: "2025/26" in driver.find_element("css selector", "[data-selection]").text
    )
    assert path(within) == f"{PREFIX}/placements"
    assert "year=2025/26" in within.driver.current_url


def test_an_open_page_hears_of_a_change(within, written_url):
    main = within.find_element("main")
    before = int(main.get_attribute("data-data-version"))
    engine = make_engine(written_url)
    with writing(engine) as connection:
        connection.execute(factories.data_version(before + 1))
    engine.dispose()
    WebDriverWait(within.driver, 20).until(
        lambda driver: main.get_attribute("data-data-version") == str(before + 1)
    )
