"""Signing in with a password."""

from contextlib import ExitStack

import pytest
from sqlalchemy import select

from dashboard.server import passwords
from data.changes import people
from data.engine import reading
from data.schema import APP_SESSION, SIGN_IN_TRY
from tests.support.people import AUTHOR, FROM_HERE

EMAIL, PASSWORD = "sam@example.org", "three unrelated words"


@pytest.fixture
def sam(account):
    return account("viewer", email=EMAIL, password=PASSWORD)


@pytest.fixture
def try_in(browser_of):
    """Tries to sign in: `try_in(password="…")`; gives the browser and the answer."""

    def make(email=EMAIL, password=PASSWORD, onwards="/placements", browser=None):
        browser = browser or browser_of()
        form = {"email": email, "password": password, "next": onwards}
        return browser, browser.post("/sign-in", form)

    return make


def test_the_right_password_leads_to_where_one_wanted_to_go(sam, try_in):
    browser, answer = try_in()
    assert (answer.status_code, answer.headers["Location"]) == (303, "/placements")
    assert browser.get("/placements").status_code == 200


def test_a_wrong_password_is_refused_in_words(sam, try_in):
    _, answer = try_in(password="something else")
    assert answer.status_code == 401
    assert "The e-mail address or the password is not right." in answer.text


@pytest.mark.parametrize("elsewhere", ["//evil.example", "https://evil.example", "/\\evil.example"])
def test_it_never_leads_to_another_site(sam, try_in, elsewhere):
    _, answer = try_in(onwards=elsewhere)
    assert answer.headers["Location"] == "/"


def test_somebody_who_came_in_starts_anew(sam, try_in):
    for _ in range(4):
        try_in(password="wrong wrong")
    try_in()
    assert [try_in(password="wrong wrong")[1].status_code for _ in range(5)] == [401] * 5


def test_a_disabled_account_is_refused_like_a_wrong_password(sam, try_in, sqlite_engine):

    people.disable(sqlite_engine, AUTHOR, EMAIL)
    assert try_in()[1].status_code == 401


def test_the_table_of_sessions_lets_nobody_in(sam, try_in, sqlite_engine):
    browser, _ = try_in()
    with reading(sqlite_engine) as connection:
        kept = connection.scalars(select(APP_SESSION.c.id)).all()
    assert browser.cookie not in kept


def test_another_site_can_t_sign_anybody_in(sam, browser_of):
    told = FROM_HERE | {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    form = {"email": EMAIL, "password": PASSWORD}
    assert browser_of().post("/sign-in", form, headers=told).status_code == 403


def test_l6_of_many_at_once_few_are_tried_and_the_others_are_told_at_once(
    sam, try_in, sqlite_engine
):
    with ExitStack() as others:
        for _ in range(4):
            others.enter_context(passwords.queue())
        _, answer = try_in(password="wrong")
    with reading(sqlite_engine) as connection:
        noted = connection.execute(select(SIGN_IN_TRY)).all()
    assert (answer.status_code, answer.headers["Retry-After"], noted) == (429, "2", [])


def test_l6_a_place_is_given_back(sam, try_in):
    assert [try_in(password="wrong")[1].status_code for _ in range(5)] == [401] * 5
