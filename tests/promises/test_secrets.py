"""A11: what people type and are known by stands in no log, no metrics and on no error page."""

import logging

import pytest

from dashboard.server import passwords
from dashboard.server.watching.logs import Lines
from data.changes import credentials
from tests.promises.conftest import HOME
from tests.support.people import AUTHOR

UNRELATED = "canary three unrelated words"
TYPED = "CANARY-S77"
ADDRESS = "coordinator0@example.org"
WRONG = 'someone@canary.example\r\n{"level": "error"}\x1b[2J'
ERRORS = {
    "no such page": lambda browser: browser.get(f"/{TYPED}"),
    "no such file": lambda browser: browser.get(f"/download/{TYPED}/{TYPED}.csv"),
    "no right": lambda browser: browser.get(f"/update/{TYPED}/{TYPED}"),
    "no such callback": lambda browser: browser.send("/_dash-update-component", {"output": TYPED}),
    "too large": lambda browser: browser.post(f"{HOME}/file", TYPED * 10**6),
    "no such link": lambda browser: browser.get(f"/welcome/{TYPED}"),
}


@pytest.fixture
def coordinator(person, engine):
    """A coordinator who has a password, and a browser that is signed in."""
    browser = person("coordinator", "organisation:riverside")
    digest = passwords.hashed(UNRELATED)
    credentials.set_password(engine, AUTHOR, browser.user, digest)
    browser.come_in(browser.user)
    return browser


def told(caplog):
    """The log as whoever runs the service reads it."""
    return "\n".join(Lines().format(record) for record in caplog.records)


def test_a11_the_log_has_nothing_of_what_somebody_typed_or_is_known_by(coordinator, caplog):
    caplog.set_level(logging.DEBUG)
    key = coordinator.cookie
    coordinator.post("/sign-in", {"email": WRONG, "password": f"not {UNRELATED}"})
    coordinator.post(f"{HOME}/offers/row", {"row": "0", "version": "0", "cell-team": TYPED})
    for ask in ERRORS.values():
        ask(coordinator)
    coordinator.post("/sign-in", {"email": ADDRESS, "password": UNRELATED})
    found = [
        one for one in (UNRELATED, TYPED, ADDRESS, WRONG, "canary", key) if one in told(caplog)
    ]
    assert (found, "\x1b" in told(caplog), len(caplog.records) > len(ERRORS)) == ([], False, True)


@pytest.mark.parametrize("ask", ERRORS.values(), ids=ERRORS)
def test_a11_an_error_page_says_nothing_of_what_was_asked(coordinator, ask):
    answer = ask(coordinator)
    assert answer.status_code >= 400
    assert [one for one in (TYPED, ADDRESS, coordinator.cookie) if one in answer.text] == []
