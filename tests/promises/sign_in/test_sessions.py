"""A7: sessions end when they should, and copies of their cookie with them."""

from datetime import timedelta

import pytest

from dashboard.server.sign_in import sessions
from data.changes import credentials, people
from tests.promises.sign_in.conftest import EMAIL
from tests.support.people import AUTHOR, Browser

pytestmark = pytest.mark.clock
PAGE = "/help"


def status_with(service, cookie):
    """What somebody gets who has a copy of a cookie."""
    thief = Browser(service)
    thief.client.set_cookie("__Host-session", cookie, domain="localhost", secure=True)
    return thief.get(PAGE).status_code


def test_a7_the_key_is_new_after_signing_in_and_the_one_before_is_dead(service, sam, try_in):
    browser = Browser(service)
    browser.come_in(sam)
    before = browser.cookie
    try_in(browser=browser)
    assert status_with(service, browser.cookie) == 200
    assert status_with(service, before) == 303


ENDS = {
    "signing out": lambda engine, user, browser: browser.post("/sign-out"),
    "another password": lambda engine, user, browser: credentials.set_password(
        engine, AUTHOR, user, "a digest"
    ),
    "disabling": lambda engine, user, browser: people.disable(engine, AUTHOR, EMAIL),
}


@pytest.mark.parametrize("end", ENDS.values(), ids=ENDS)
def test_a7_a_copy_of_the_cookie_dies_with(service, engine, sam, try_in, end):
    browser, _ = try_in()
    copied = browser.cookie
    assert status_with(service, copied) == 200
    end(engine, sam, browser)
    assert status_with(service, copied) == 303


@pytest.mark.parametrize(
    ("minutes", "status"),
    [
        ([29], 200),
        ([31], 303),
        ([20, 40, 60], 200),
        (range(20, 720, 20), 200),
        ([*range(20, 720, 20), 721], 303),
        ([-60], 200),
    ],
    ids=["29", "31 idle", "busy", "12 hours busy", "over 12 hours busy", "clock set back"],
)
def test_a7_half_an_hour_idle_or_twelve_hours_in_all_end_it(
    service, person, monkeypatch, minutes, status
):
    browser, began = person("viewer", "partnership:north"), sessions.now()
    for later in minutes:
        moment = began + timedelta(minutes=later)
        monkeypatch.setattr(sessions, "now", lambda moment=moment: moment)
        found = browser.get(PAGE).status_code
    assert found == status


def test_a7_the_cookie_is_as_closed_as_can_be(sam, try_in):
    said = try_in()[1].headers["Set-Cookie"]
    assert said.startswith("__Host-session=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(said.split("; "))
