"""Accounts as administrators look after them."""

import pytest
from sqlalchemy import select

from data.engine import reading
from data.people import accounts, person
from data.schema import AUDIT
from tests import factories

EMAIL = "sam@example.org"
HERE = f"/admin/people/{EMAIL}"


@pytest.fixture
def browser(browser_of, account, holding):
    holding(*factories.reference())
    return browser_of(account("administrator"))


@pytest.fixture
def sam(browser):
    """Adds an account by the form."""
    return browser.post("/admin/people/", {"name": "Sam", "email": EMAIL, "role": "viewer"})


def test_an_account_is_added(sam, sqlite_engine):
    assert (sam.status_code, sam.headers["Location"]) == (303, HERE)
    assert accounts.by_email(sqlite_engine, EMAIL).role == "viewer"


def test_it_is_listed_with_what_it_reaches(sam, browser):
    page = browser.get("/admin/people/").text
    assert (EMAIL in page, "nothing" in page) == (True, True)


def test_a_second_one_of_the_address_is_refused_and_what_was_typed_stays(sam, browser):
    answer = browser.post("/admin/people/", {"name": "Kim", "email": EMAIL, "role": "viewer"})
    assert (answer.status_code, "already" in answer.text) == (422, True)
    assert 'value="Kim"' in answer.text


def test_its_role_and_reach_are_changed(sam, browser, sqlite_engine):
    browser.post(f"{HERE}/role", {"name": "Sam Smith", "role": "coordinator"})
    browser.post(f"{HERE}/reach", {"organisation": "riverside"})
    found = person.find(sqlite_engine, accounts.by_email(sqlite_engine, EMAIL).id)
    assert (found.name, found.role) == ("Sam Smith", "coordinator")
    assert (found.organisations, found.partnerships) == ({"riverside"}, {"north"})


def test_a_scope_that_is_not_kept_goes(sam, browser, sqlite_engine):
    browser.post(f"{HERE}/reach", {"organisation": "riverside"})
    browser.post(f"{HERE}/reach", {"partnership": "north"})
    (found,) = [one for one in accounts.every(sqlite_engine) if one["email"] == EMAIL]
    assert found["scopes"] == ["partnership:north"]


def test_a_scope_that_names_nothing_is_refused(sam, browser):
    answer = browser.post(f"{HERE}/reach", {"organisation": "nowhere"})
    assert (answer.status_code, "There is no organisation" in answer.text) == (422, True)


def test_it_is_shut_out_and_let_in_again(sam, browser, sqlite_engine):
    browser.post(f"{HERE}/disable")
    shut_out = accounts.by_email(sqlite_engine, EMAIL)
    browser.post(f"{HERE}/enable")
    assert (shut_out, accounts.by_email(sqlite_engine, EMAIL).email) == (None, EMAIL)


def test_without_a_mail_server_the_link_is_shown_to_who_invites(sam, browser):
    answer = browser.post(f"{HERE}/link")
    assert ("Give them this link" in answer.text, "/welcome/" in answer.text) == (True, True)
    assert "No mail server is set up here." in browser.get("/admin/people/mail").text


def test_every_change_is_in_the_history(sam, browser, sqlite_engine):
    browser.post(f"{HERE}/role", {"name": "Sam", "role": "manager"})
    browser.post(f"{HERE}/reach", {"partnership": "north"})
    with reading(sqlite_engine) as connection:
        lines = connection.execute(
            select(AUDIT).where(AUDIT.c.table == "app_user", AUDIT.c.row == EMAIL)
        ).all()
    assert [line.after for line in lines] == [
        {"email": EMAIL, "name": "Sam", "role": "viewer"},
        {"role": "manager"},
        {"scopes": ["partnership:north"]},
    ]


def test_what_is_not_there_is_nowhere(sam, browser):
    answers = [browser.get(f"{HERE}x"), browser.post(f"{HERE}x/role"), browser.post(f"{HERE}/fly")]
    assert [answer.status_code for answer in answers] == [404] * 3
