"""How long somebody stays signed in, and what ends it."""

from datetime import timedelta

import pytest
from sqlalchemy import update

from dashboard.server.sign_in import sessions
from data.changes import people
from data.engine import writing
from data.people import sessions as kept
from data.schema import APP_SESSION
from tests.support.people import AUTHOR

pytestmark = pytest.mark.clock

PAGE = "/placements"


@pytest.fixture
def clock(monkeypatch):
    """Moves the clock on: `clock(minutes=31)`."""
    began = sessions.now()

    def move(**by):
        monkeypatch.setattr(sessions, "now", lambda: began + timedelta(**by))

    return move


@pytest.fixture
def viewer(account):
    return account("viewer", email="vera@example.org")


def test_what_a_page_asks_by_itself_keeps_nobody_signed_in(viewer, browser_of, clock):
    browser = browser_of(viewer)
    for minutes in (10, 20, 29):
        clock(minutes=minutes)
        browser.get("/data-version")
    clock(minutes=31)
    assert browser.get(PAGE).status_code == 303


def test_another_role_counts_from_the_next_request_on(account, browser_of, sqlite_engine):
    browser = browser_of(account("administrator", email="ade@example.org"))
    before = browser.get("/admin/").status_code
    people.set_role(sqlite_engine, AUTHOR, "ade@example.org", "viewer")
    assert (before, browser.get("/admin/").status_code) == (200, 403)


def test_one_that_ended_meanwhile_stays_ended(viewer, browser_of, sqlite_engine):
    browser = browser_of(viewer)
    session = kept.Kept({"_user_id": str(viewer)}, sessions.now() + timedelta(hours=1), viewer)
    kept.end(sqlite_engine, browser.cookie)
    kept.go_on(sqlite_engine, browser.cookie, session)
    assert browser.get(PAGE).status_code == 303


def test_reading_goes_on_while_somebody_writes_for_long(viewer, browser_of, sqlite_engine, clock):
    browser = browser_of(viewer)
    clock(minutes=5)
    with writing(sqlite_engine) as connection:
        connection.execute(update(APP_SESSION).values(user_id=viewer))
        assert browser.get(PAGE).status_code == 200
