"""Nobody looks at old figures unawares: what the server refuses is said, and taken back."""

import threading
from contextlib import ExitStack
from http import HTTPStatus

import pytest

from app import create_app
from dashboard.settings import Settings
from tests.browser.conftest import drawn
from tests.support.browser import running

YEAR = "#filter-year input[value='2025/26']"
LEVEL = "#filter-level input[value='first']"
UPDATE = "/_dash-update-component"
SAID = {
    401: "You are signed out",
    413: "That is too large",
    500: "Something went wrong on the server",
    503: "The database can't be reached",
}


class Faulty:
    """A server that refuses to draw for as long as it is told to."""

    def __init__(self, inner):
        self.inner = inner
        self.status = None

    def __call__(self, environ, start_response):
        drawing = environ["PATH_INFO"] in (UPDATE, "/healthz/ready")
        if self.status and drawing:
            start_response(f"{self.status} {HTTPStatus(self.status).phrase}", [])
            return [b""]
        return self.inner(environ, start_response)


@pytest.fixture
def faulty(serve, samples_url):
    """A page that is drawn, and its server, which can be made to fail."""
    app = create_app(Settings(samples_url, open_access=True))
    server = app.server.wsgi_app = Faulty(app.server.wsgi_app)
    browser = serve(app, "/placements")
    drawn(browser)
    yield browser, server
    # The browser itself writes down what was refused.
    browser.get_logs()


def says(browser, words):
    browser.wait_for_contains_text("#alert", words, timeout=3)


@pytest.mark.parametrize(("status", "words"), SAID.items())
def test_a_refusal_is_said_at_once(faulty, status, words):
    browser, server = faulty
    server.status = status
    browser.find_element(YEAR).click()
    says(browser, words)


def test_the_words_are_read_out_and_name_the_time(faulty):
    browser, server = faulty
    server.status = 500
    browser.find_element(YEAR).click()
    says(browser, "Not updated since ")
    assert browser.find_element("#alert").get_attribute("role") == "alert"


def test_the_words_break_no_rule_of_the_guidelines(faulty, axe):
    browser, server = faulty
    server.status = 500
    browser.find_element(YEAR).click()
    says(browser, SAID[500])
    assert axe(browser) == []


def test_the_words_go_when_an_answer_comes(faulty):
    browser, server = faulty
    server.status = 500
    browser.find_element(YEAR).click()
    says(browser, SAID[500])
    server.status = None
    browser.find_element(LEVEL).click()
    browser.wait_for_text_to_equal("#alert", "", timeout=5)


def test_a_database_that_comes_back_is_asked_again_unbidden(faulty):
    browser, server = faulty
    server.status = 503
    browser.find_element(YEAR).click()
    says(browser, SAID[503])
    server.status = None
    browser.wait_for_contains_text("[data-selection]", "2025/26", timeout=15)
    assert browser.find_element("#alert").text == ""


def test_without_a_network_the_page_says_so(faulty):
    browser, _ = faulty
    conditions = {"offline": True, "latency": 0, "throughput": 0}
    browser.driver.set_network_conditions(**conditions)
    browser.find_element(YEAR).click()
    says(browser, "The service can't be reached")
    browser.driver.delete_network_conditions()


def test_a_server_that_is_restarted_is_found_again(visit, samples_url):
    app = create_app(Settings(samples_url, open_access=True))
    with ExitStack() as first:
        address = first.enter_context(running(app))
        browser = visit(f"{address}/placements")
        drawn(browser)
    browser.find_element(YEAR).click()
    says(browser, "The service can't be reached")
    with running(app, port=int(address.rpartition(":")[2])):
        browser.wait_for_contains_text("[data-selection]", "2025/26", timeout=15)
        browser.get_logs()
        assert browser.find_element("#alert").text == ""


def test_f6_a_page_that_nobody_touches_says_so_too_and_takes_it_back(visit, samples_url):
    app = create_app(Settings(samples_url, open_access=True))
    with ExitStack() as first:
        address = first.enter_context(running(app))
        browser = visit(f"{address}/placements")
        drawn(browser)
    browser.wait_for_contains_text("#alert", "The service can't be reached", timeout=6)
    assert "Not updated since" in browser.find_element("#alert").text
    with running(app, port=int(address.rpartition(":")[2])):
        browser.wait_for_text_to_equal("#alert", "", timeout=15)
        browser.get_logs()


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
