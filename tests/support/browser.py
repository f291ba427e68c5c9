"""One headless Chromium for the whole run, and a fresh server for each test."""

import os
import threading
from contextlib import ExitStack, contextmanager
from pathlib import Path

import pytest
from werkzeug.serving import make_server

from tests.support.left_out import give_up

ANSWER = Path(__file__).parents[2] / ".tools" / "browser.env"
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
    "--lang=en-GB",
    "--window-size=1400,1000",
]


def where():
    """What `python -m tests.tools.browser` found, by name."""
    lines = ANSWER.read_text().splitlines() if ANSWER.exists() else []
    return dict(line.split("=", 1) for line in lines)


def options(chromium):
    """How Chromium is started."""
    from selenium.webdriver.chrome.options import Options  # noqa: PLC0415 - slow to import

    settings = Options()
    settings.binary_location = chromium
    for flag in FLAGS:
        settings.add_argument(flag)
    return settings


def open_browser(found, downloads):
    """A Browser of dash.testing with what was found; close it with `with`."""
    from dash.testing.browser import Browser  # noqa: PLC0415 - slow to import

    os.environ["PATH"] = f"{Path(found['CHROMEDRIVER']).parent}:{os.environ['PATH']}"
    chosen = [options(found["CHROMIUM"])]
    return Browser(
        "Chrome", headless=True, options=chosen, percy_run=False, download_path=str(downloads)
    )


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    """The browser itself; most tests want `serve`."""
    found = where()
    if "CHROMIUM" not in found:
        give_up(f"no browser ({found.get('REASON', '`make test` looks for one')})")
    with open_browser(found, tmp_path_factory.mktemp("downloads")) as opened:
        yield opened


@contextmanager
def running(app, port=0):
    """The address of a server with a Dash app, for as long as the block lasts."""
    # The first request sets Dash up, and two at once would meet half of it.
    app.server.test_client().get("/")
    server = make_server("127.0.0.1", port, app.server, threaded=True)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


@pytest.fixture
def visit(browser):
    """Open an address: `browser = visit("http://127.0.0.1:8050/placements")`.

    A test that leaves an error in the console fails; one that wants it reads `browser.get_logs()`.
    """

    def go(address):
        browser.reset_log_timestamp()
        browser.server_url = address
        return browser

    yield go
    unread = [entry["message"] for entry in browser.get_logs()]
    browser.driver.execute_script("try{localStorage.clear();sessionStorage.clear()}catch(e){}")
    browser.driver.delete_all_cookies()
    browser.driver.get("about:blank")
    assert unread == [], "the page wrote errors to the browser's console"


@pytest.fixture
def serve(visit, browser):
    """Serve a Dash app and open a path of it: `browser = serve(app, "/placements")`."""
    with ExitStack() as servers:
        yield lambda app, path="/": visit(servers.enter_context(running(app)) + path)
        # A page that is still open would ask a server that is gone, and write an error.
        browser.driver.get("about:blank")


def pytest_collection_modifyitems(items):
    """Mark what drives a browser, so that it can be left out."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
        if {"pg_url", "pg_server"}.intersection(getattr(item, "fixturenames", ())):
            item.add_marker("postgres")
