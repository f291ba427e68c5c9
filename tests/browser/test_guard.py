"""Nobody looks at old figures unawares while new ones are on their way."""

import threading

from app import create_app
from dashboard.settings import Settings
from tests.browser.conftest import drawn

YEAR = "#filter-year input[value='2025/26']"
UPDATE = "/_dash-update-component"


def test_old_figures_are_dimmed_while_the_new_ones_are_awaited(serve, samples_url):
    app = create_app(Settings(samples_url, open_access=True))
    browser = serve(app, "/placements")
    drawn(browser)
    inner, released = app.server.wsgi_app, threading.Event()

    def slow(environ, start_response):
        if environ["PATH_INFO"] == UPDATE:
            released.wait(timeout=20)
        return inner(environ, start_response)

    app.server.wsgi_app = slow
    browser.find_element(YEAR).click()
    browser.wait_for_element("body.is-waiting", timeout=5)
    released.set()
    browser.wait_for_no_elements("body.is-waiting", timeout=10)
