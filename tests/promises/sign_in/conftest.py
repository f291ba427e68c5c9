"""Somebody's account, and a way to try to come in."""

import pytest

from dashboard.server import passwords
from data.changes import credentials, people
from tests.support.people import AUTHOR, Browser

EMAIL, PASSWORD, WRONG = "sam@example.org", "three unrelated words", "something else"


def account(engine, email, password=PASSWORD):
    number = people.add(engine, AUTHOR, people.New(email, "Sam", "viewer"))
    credentials.set_password(engine, AUTHOR, number, passwords.hashed(password))
    return number


@pytest.fixture
def sam(engine, service):
    return account(engine, EMAIL)


@pytest.fixture
def try_in(service):
    """Tries to sign in: `try_in(password="…")`; gives the browser and the answer."""

    def make(email=EMAIL, password=PASSWORD, browser=None):
        browser = browser or Browser(service)
        return browser, browser.post("/sign-in", {"email": email, "password": password})

    return make
