"""Whoever is told of a fault can name it, and whoever reads the log finds it by that name."""

import pytest

from app import create_app
from dashboard.settings import Settings
from tests.support.application import question
from tests.support.people import Browser

PROXY, OURS = "192.0.2.10", "req-20261128"
PAGE = {"Accept": "text/html"}


@pytest.fixture
def behind_a_proxy(sqlite_url):
    settings = Settings(sqlite_url, production=True, secret_key="k", trusted_proxies=(PROXY,))
    return create_app(settings).server.test_client()


def ask(client, sender, called):
    told = {"X-Request-ID": called}
    answer = client.get("/healthz/live", headers=told, environ_base={"REMOTE_ADDR": sender})
    return answer.headers["X-Request-ID"]


def test_each_request_is_called_otherwise(closed):
    client = closed.server.test_client()
    first, second = (client.get("/healthz/live").headers["X-Request-ID"] for _ in range(2))
    assert first != second


def test_it_is_called_as_the_proxy_calls_it(behind_a_proxy):
    assert ask(behind_a_proxy, PROXY, OURS) == OURS


@pytest.mark.parametrize("called", ["", "x", "a b c d e f", "x" * 65, "<script>"])
def test_what_is_no_name_is_not_taken(behind_a_proxy, called):
    assert ask(behind_a_proxy, PROXY, called) != called


def test_nobody_else_names_a_request(behind_a_proxy):
    assert ask(behind_a_proxy, "198.51.100.7", OURS) != OURS


@pytest.mark.parametrize("headers", [PAGE, {"Accept": "*/*"}], ids=["page", "text"])
@pytest.mark.parametrize("path", ["/admin/", "/download/none/none.csv"])
def test_every_refusal_says_it(closed, account, path, headers):
    browser = Browser(closed)
    browser.come_in(account("viewer"))
    answer = browser.get(path, headers=headers)
    assert answer.status_code in {403, 404}
    assert answer.headers["X-Request-ID"] in answer.text


@pytest.mark.parametrize("path", ["/admin/", "/download/none/none.csv"])
def test_every_page_that_refuses_leads_back(closed, account, path):
    browser = Browser(closed)
    browser.come_in(account("viewer"))
    assert '<a href="/">Overview</a>' in browser.get(path, headers=PAGE).text


def test_a_fault_says_it_and_the_log_does_too(application, monkeypatch, caplog):
    monkeypatch.setitem(application.server.view_functions, "health.live", lambda: 1 / 0)
    answer = application.server.test_client().get("/healthz/live", headers=PAGE)
    assert answer.status_code == 500
    assert answer.headers["X-Request-ID"] in answer.text


def test_what_a_page_asks_is_answered_with_it(application):
    answer = application.server.test_client().post("/_dash-update-component", json=question("/"))
    assert (answer.status_code, len(answer.headers["X-Request-ID"])) == (403, 12)
