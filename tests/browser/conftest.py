from datetime import date

import pytest
from selenium.webdriver.common.keys import Keys
from selenium.webdriver.support.ui import WebDriverWait

from app import create_app
from dashboard.editions.samples import add_missing
from dashboard.settings import Settings
from data.engine import make_engine
from data.samples import people
from data.samples.load import load
from data.samples.open_return import open_return
from tests.support.browser import running

HOME = "/update/sample-northmere/sample-northmere-council"
WIDE, NARROW = 1400, 320
WIDTH = "return document.documentElement.scrollWidth"
FOCUS = "return document.activeElement"


@pytest.fixture(scope="session")
def samples_url(sqlite_template, tmp_path_factory):
    """A database with the samples, made once: these tests only look."""
    path = tmp_path_factory.mktemp("samples") / "samples.db"
    path.write_bytes(sqlite_template.read_bytes())
    url = f"sqlite:///{path}"
    engine = make_engine(url)
    load(engine)
    engine.dispose()
    return url


@pytest.fixture(scope="session")
def sampled(samples_url):
    """The application on the samples."""
    return create_app(Settings(samples_url, open_access=True))


@pytest.fixture(scope="session")
def sampled_at(sampled):
    """Where the application on the samples is: one server, so that files are fetched once."""
    with running(sampled) as address:
        yield address


@pytest.fixture
def opened(visit, sampled_at):
    """Open a page of the application on the samples and wait until it is drawn."""

    def open_page(path):
        browser = visit(sampled_at + path)
        drawn(browser)
        return browser

    return open_page


@pytest.fixture(scope="module")
def written_url(samples_url, tmp_path_factory):
    """A database that people may write to: the samples, the accounts, and a return that is open."""
    path = tmp_path_factory.mktemp("written") / "samples.db"
    source = samples_url.removeprefix("sqlite:///")
    with open(source, "rb") as samples:
        path.write_bytes(samples.read())
    url = f"sqlite:///{path}"
    engine = make_engine(url)
    people.add_missing(engine)
    open_return(engine, date.today())
    add_missing(engine, date.today())
    engine.dispose()
    return url


@pytest.fixture(scope="module")
def service(written_url):
    """A service on it."""
    with running(create_app(Settings(written_url))) as address:
        yield address


@pytest.fixture
def as_somebody(browser, service):
    """Opens a page as somebody: `as_somebody("council", "/update/")`."""

    def open_page(who, path):
        browser.driver.get(f"{service}/sign-in")
        browser.driver.delete_all_cookies()
        if who:
            field = f"input[value='{who}@northmere.example'] ~ button"
            browser.find_element(field).click()
            WebDriverWait(browser.driver, 10).until(lambda d: "/sign-in" not in d.current_url)
        browser.driver.get(service + path)
        return browser

    yield open_page
    # What was refused on purpose is written down by the browser itself.
    browser.get_logs()
    browser.driver.delete_all_cookies()


def drawn(browser):
    browser.wait_for_element("main[data-data-version]:not([data-data-version=''])", timeout=20)
    browser._wait_for_callbacks()


def on_the_grid(as_somebody, sheet="finance"):
    """The grid of a sheet, as the council's coordinator has it."""
    browser = as_somebody("council", f"{HOME}/{sheet}/grid")
    browser.wait_for_element(".ag-header-cell", timeout=20)
    return browser


def put(browser, column, value, *, end=Keys.ENTER):
    """Types a value into a cell of the first row, with the keyboard."""
    cell = f".ag-row[row-index='0'] .ag-cell[col-id='{column}']"
    browser.wait_for_element(cell)
    browser.find_element(cell).click()
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
    editor = browser.driver.switch_to.active_element
    editor.send_keys(Keys.CONTROL, "a")
    editor.send_keys(value, end)


def add_a_row(browser):
    browser.driver.execute_script("document.getElementById('grid-add').focus()")
    browser.driver.switch_to.active_element.send_keys(Keys.ENTER)
