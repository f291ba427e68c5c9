"""Signing on with one's own organisation's account, at a real provider of OpenID Connect."""

import re
import shutil
import socket
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import pytest
import requests
from sqlalchemy import select, update

from app import create_app
from dashboard.settings import Provider, Settings
from data.changes import people
from data.engine import reading, writing
from data.schema import APP_IDENTITY, APP_USER
from tests.support.left_out import give_up
from tests.support.people import AUTHOR, Browser

SCRIPT = Path(__file__).parents[1] / "support" / "provider.mjs"
LIBRARY = Path(__file__).parents[2] / "node_modules" / "oidc-provider"
BACK = "https://localhost/sign-on/1/return"
EMAIL = "sam@example.org"


@pytest.fixture(scope="module")
def provider():
    """A provider that runs on this machine."""
    beside = Path(sys.executable).parent
    node = shutil.which("node") or shutil.which("node", path=str(beside))
    if not node or not LIBRARY.exists():
        give_up("no node, or no oidc-provider (`make test` installs it)")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    command = [node, str(SCRIPT), str(port), "dashboard", "of the tests", BACK]
    process = subprocess.Popen(  # noqa: S603 - the provider of the tests
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout.readline() == "listening\n", process.stderr.read()
    yield Provider("University", f"http://127.0.0.1:{port}", "dashboard", "of the tests")
    process.terminate()
    process.communicate(timeout=30)


@pytest.fixture
def settings(provider, sqlite_url):
    return Settings(
        sqlite_url,
        production=True,
        secret_key="of the tests",
        providers=(provider,),
        public_url="https://localhost",
    )


@pytest.fixture
def sign_on(settings):
    """Signs on as somebody whom the provider knows: gives the browser and the last answer."""

    def go(name, settings=settings, tamper=lambda back: back):
        browser = Browser(create_app(settings))
        asked = browser.get("/sign-on/1?next=/placements").headers["Location"]
        back = tamper(at_the_provider(asked, name))
        return browser, browser.get(back.removeprefix("https://localhost"))

    return go


def at_the_provider(address, name):
    """Sign in and agree, as a person does; gives the address that leads back."""
    with requests.Session() as person:
        page = person.get(address, timeout=30)
        for _ in range(2):
            form = urljoin(page.url, re.search(r'action="([^"]+)"', page.text)[1])
            prompt = re.search(r'name="prompt" value="(\w+)"', page.text)[1]
            answers = {"prompt": prompt, "login": name, "password": "any"}
            page = person.post(form, answers, timeout=30, allow_redirects=False)
            while not page.headers.get("Location", BACK).startswith(BACK):
                onwards = urljoin(page.url, page.headers["Location"])
                page = person.get(onwards, timeout=30, allow_redirects=False)
            if "Location" in page.headers:
                return page.headers["Location"]
    raise AssertionError(page.text)


@pytest.fixture
def sam(account):
    return account("viewer", email=EMAIL)


def test_who_has_an_account_comes_in(sam, sign_on):
    browser, answer = sign_on("sam")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/placements")
    assert browser.get("/placements").status_code == 200


def test_the_question_is_bound_to_the_browser_that_asked(settings):
    asked = Browser(create_app(settings)).get("/sign-on/1").headers["Location"]
    told = urlsplit(asked).query
    assert [name in told for name in ("code_challenge=", "S256", "state=", "nonce=")] == [True] * 4


def test_a_stranger_is_told_whom_to_ask(sam, sign_on):
    browser, answer = sign_on("stranger")
    assert (answer.status_code, "there is no account for you here" in answer.text) == (403, True)
    assert browser.get("/placements").status_code == 303


@pytest.mark.parametrize("name", ["unverified", "unowned", "unsaid"])
def test_an_address_that_nobody_verified_opens_nothing(sam, sign_on, name):
    assert sign_on(name)[1].status_code == 403


def test_an_address_may_be_vouched_for_as_microsoft_entra_does(sam, sign_on):
    assert sign_on("council")[1].status_code == 303


def test_a_provider_vouches_for_its_own_domains_alone(sam, sign_on, settings):
    strict = replace(settings.providers[0], domains=("elsewhere.example",))
    found = sign_on("sam", replace(settings, providers=(strict,)))[1]
    assert found.status_code == 403


def test_a_disabled_account_stays_out(sam, sign_on, sqlite_engine):
    sign_on("sam")
    people.disable(sqlite_engine, AUTHOR, EMAIL)
    assert sign_on("sam")[1].status_code == 403


def test_somebody_is_known_again_after_their_address_changed(sam, sign_on, sqlite_engine):
    sign_on("sam")
    with writing(sqlite_engine) as connection:
        connection.execute(update(APP_USER).values(email="sam.smith@example.org"))
    assert sign_on("sam")[1].status_code == 303


def test_somebody_else_of_that_address_does_not_get_the_account(sam, sign_on, sqlite_engine):
    sign_on("sam")
    with writing(sqlite_engine) as connection:
        connection.execute(update(APP_IDENTITY).values(subject="an earlier sam"))
    assert sign_on("sam")[1].status_code == 403


def test_whoever_signs_on_twice_is_linked_once(sam, sign_on, sqlite_engine):
    sign_on("sam")
    sign_on("sam")
    with reading(sqlite_engine) as connection:
        assert connection.scalars(select(APP_IDENTITY.c.subject)).all() == ["sam"]


@pytest.mark.parametrize(
    "tamper",
    [
        lambda back: re.sub("state=[^&]+", "state=another", back),
        lambda back: re.sub("code=[^&]+", "code=another", back),
        lambda back: f"{BACK}?error=access_denied",
        lambda back: BACK,
    ],
    ids=["another state", "another code", "refused there", "nothing"],
)
def test_an_answer_that_does_not_fit_is_refused_in_words(sam, sign_on, tamper):
    browser, answer = sign_on("sam", tamper=tamper)
    assert (answer.status_code, "Signing on did not work" in answer.text) == (401, True)
    assert browser.get("/placements").status_code == 303


def test_an_answer_is_taken_once(sam, settings):
    browser = Browser(create_app(settings))
    back = at_the_provider(browser.get("/sign-on/1").headers["Location"], "sam")
    path = back.removeprefix("https://localhost")
    assert [browser.get(path).status_code for _ in range(2)] == [303, 401]


def test_an_unknown_provider_is_nowhere(settings):
    browser = Browser(create_app(settings))
    assert [browser.get(f"/sign-on/{key}").status_code for key in ("2", "x")] == [404, 404]


def test_a_provider_that_is_away_is_named(settings):
    lost = replace(settings.providers[0], issuer="http://127.0.0.1:1")
    answer = Browser(create_app(replace(settings, providers=(lost,)))).get("/sign-on/1")
    assert (answer.status_code, "be reached just now" in answer.text) == (503, True)


def test_several_providers_stand_side_by_side(settings):
    other = replace(settings.providers[0], name="Council")
    both = replace(settings, providers=(*settings.providers, other))
    page = Browser(create_app(both)).get("/sign-in").text
    assert re.findall(r'href="/sign-on/(\d)[^>]*>(\w+)', page) == [
        ("1", "University"),
        ("2", "Council"),
    ]
