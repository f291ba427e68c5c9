import pytest

from app import create_app
from dashboard.settings import Settings
from data.engine import make_engine
from data.samples.load import load
from tests.support.browser import running


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


def drawn(browser):
    browser.wait_for_element("main[data-data-version]:not([data-data-version=''])", timeout=20)
    browser._wait_for_callbacks()
