"""Orders that somebody places, and nobody carries out by itself."""

import pytest

from dashboard.reports import carry_out_order
from dashboard.server.reporting import background
from tests.editions.test_pages import FORM, hidden


@pytest.fixture
def begun(monkeypatch):
    """Which orders a process was begun for; none is carried out by itself."""
    found = []
    monkeypatch.setattr(background, "start", lambda _engine, name: found.append(name))
    return found


@pytest.fixture
def ask(person, begun):
    """Has a manager's browser ask for an edition: gives the browser, and the order's address."""

    makers = []

    def one(**changes):
        makers[:] = makers or [person()]
        (browser,) = makers
        form = hidden(browser.post("/reports/new", FORM | changes))
        return browser, browser.post("/reports/", form).headers["Location"]

    return one


@pytest.fixture
def no_files(monkeypatch):
    """No file of an edition is tried."""
    monkeypatch.setattr(carry_out_order, "FORMS", {})
