"""Signing on by a proxy that has seen who somebody is, such as Shibboleth."""

import pytest

from app import create_app
from dashboard.settings import Settings, SettingsError
from tests.support.people import Browser

PROXY, HEADER = "192.0.2.10", "X-Signed-On"


@pytest.fixture
def browser(sqlite_url, account):
    account("viewer", email="sam@example.org")
    settings = Settings(
        sqlite_url,
        production=True,
        secret_key="of the tests",
        trusted_header=HEADER,
        trusted_proxies=(PROXY,),
    )
    return Browser(create_app(settings))


def ask(browser, sender, who="sam@example.org"):
    told = {HEADER: who, "X-Forwarded-For": "198.51.100.7", "X-Forwarded-Proto": "https"}
    return browser.get("/placements", headers=told, environ_base={"REMOTE_ADDR": sender})


def test_whom_the_proxy_names_is_in(browser):
    assert ask(browser, PROXY).status_code == 200


@pytest.mark.parametrize("who", ["nobody@example.org", "", "sam"])
def test_whom_it_names_without_an_account_is_not(browser, who):
    assert ask(browser, PROXY, who).status_code == 303


def test_the_same_header_from_elsewhere_is_worth_nothing(browser):
    assert ask(browser, "198.51.100.7").status_code == 303


def test_a_header_that_anybody_could_send_is_refused_at_start():
    environment = {"TRUSTED_HEADER_AUTH": HEADER, "DATABASE_URL": "sqlite://"}
    with pytest.raises(SettingsError, match="TRUSTED_PROXIES"):
        Settings.from_environment(environment)
