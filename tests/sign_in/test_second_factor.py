"""The second factor of those whose account could do most harm."""

from time import time

import pyotp
import pytest

from data.changes import credentials
from tests.support.people import AUTHOR

EMAIL, PASSWORD = "mina@example.org", "three unrelated words"
FORM = {"email": EMAIL, "password": PASSWORD, "next": "/placements"}


@pytest.fixture
def manager(account):
    return account("manager", email=EMAIL, password=PASSWORD)


@pytest.fixture
def with_a_code(manager, sqlite_engine):
    """The secret of a manager who has set up a second factor."""
    secret = pyotp.random_base32()
    credentials.set_second_factor(sqlite_engine, AUTHOR, manager, secret)
    return secret


@pytest.fixture
def after_the_password(browser_of):
    browser = browser_of()
    answer = browser.post("/sign-in", FORM)
    return browser, answer


@pytest.mark.parametrize("path", ["/", "/placements", "/_dash-layout", "/admin/"])
def test_with_a_password_alone_a_manager_gets_no_further(manager, browser_of, path):
    browser = browser_of(manager, factor="password")
    answer = browser.get(path)
    assert (answer.status_code, answer.headers["Location"]) == (303, "/account/second-factor")


def test_the_password_alone_lets_nobody_in_who_has_a_code(with_a_code, after_the_password):
    browser, answer = after_the_password
    assert answer.headers["Location"] == "/sign-in/code?next=/placements"
    assert browser.get("/placements").headers["Location"].startswith("/sign-in?")


def test_the_code_lets_in(with_a_code, after_the_password):
    browser, _ = after_the_password
    code = pyotp.TOTP(with_a_code).now()
    answer = browser.post("/sign-in/code", {"code": f"{code[:3]} {code[3:]}", "next": "/help"})
    assert (answer.status_code, answer.headers["Location"]) == (303, "/help")
    assert browser.get("/placements").status_code == 200


def test_a_code_is_taken_once(with_a_code, browser_of):
    code = pyotp.TOTP(with_a_code).now()
    statuses = []
    for _ in range(2):
        browser = browser_of()
        browser.post("/sign-in", FORM)
        statuses.append(browser.post("/sign-in/code", {"code": code}).status_code)
    assert statuses == [303, 401]


@pytest.mark.parametrize(
    "code", ["000000", "", "12345", "abcdef", "\uff11\uff12\uff13\uff14\uff15\uff16"]
)
def test_another_code_is_refused(with_a_code, after_the_password, code):
    browser, _ = after_the_password
    answer = browser.post("/sign-in/code", {"code": code})
    assert (answer.status_code, "That code is not right" in answer.text) == (401, True)


def test_an_old_code_is_refused(with_a_code, after_the_password):
    browser, _ = after_the_password
    old = pyotp.TOTP(with_a_code).at(int(time()) - 120)
    assert browser.post("/sign-in/code", {"code": old}).status_code == 401


def test_codes_can_t_be_tried_out(with_a_code, after_the_password):
    browser, _ = after_the_password
    statuses = [browser.post("/sign-in/code", {"code": "000000"}).status_code for _ in range(6)]
    assert statuses == [401] * 5 + [429]


def test_without_the_password_no_code_is_asked_for(with_a_code, browser_of):
    browser = browser_of()
    code = pyotp.TOTP(with_a_code).now()
    assert browser.post("/sign-in/code", {"code": code}).headers["Location"] == "/sign-in"


def test_setting_one_up_lets_a_manager_go_on(manager, browser_of):
    browser = browser_of(manager, factor="password")
    page = browser.get("/account/second-factor").text
    secret = page.split("<code>")[1].split("</code>")[0].replace(" ", "")
    wrong = browser.post("/account/second-factor", {"code": "000000"})
    right = browser.post("/account/second-factor", {"code": pyotp.TOTP(secret).now()})
    assert (wrong.status_code, right.status_code) == (401, 303)
    assert browser.get("/placements").status_code == 200
