"""Accounts to try the service with: a click signs in, where they are there."""

import re

import pytest

DEMO = "manager@northmere.example"
OFFERED = r'name="email" value="([^"@]+@northmere[.]example)"'


@pytest.fixture
def browser(application):
    return application.server.test_client()


def test_the_sign_in_page_offers_those_that_are_there(browser, account):
    account("manager", email=DEMO)
    assert re.findall(OFFERED, browser.get("/sign-in").text) == [DEMO]


def test_on_data_of_one_s_own_it_offers_none(browser):
    page = browser.get("/sign-in").text
    assert (re.findall(OFFERED, page), "Try it as somebody" in page) == ([], False)
