"""Invitations and ways back, by letters that a real mail server receives."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from app import create_app
from dashboard.invitations import Invitations
from dashboard.mail import WITHOUT
from dashboard.server.sign_in import one_time_links
from dashboard.settings import Settings
from data.engine import reading
from data.schema import AUDIT, MAIL, ONE_TIME_LINK
from tests.support.people import Browser

EMAIL, PASSWORD = "sam@example.org", "three unrelated words"
CHOSEN = {"password": PASSWORD, "again": PASSWORD}


@pytest.fixture
def settings(box, sqlite_url):
    return Settings(
        sqlite_url,
        production=True,
        secret_key="of the tests",
        smtp_url=box.url,
        mail_from="no-reply@example.org",
        public_url="https://localhost",
    )


@pytest.fixture
def browser(settings):
    return Browser(create_app(settings))


@pytest.fixture
def sent(settings, sqlite_engine, account, box):
    """Sends somebody a link; gives its path, as it arrived."""

    def send(purpose):
        number = account("viewer", email=EMAIL)
        Invitations(sqlite_engine, settings).send(number, purpose, EMAIL)
        return path_in(box.letters[-1])

    return send


@pytest.fixture
def invited(sent):
    """The path of an invitation that somebody got."""
    return sent("invitation")


def path_in(letter):
    return re.search(r"https://localhost(/welcome/\S+)", letter.get_payload())[1]


def test_an_invitation_lets_its_reader_choose_a_password_and_come_in(invited, browser):
    page = browser.get(invited)
    assert (page.status_code, EMAIL in page.text) == (200, True)
    assert browser.post(invited, CHOSEN).headers["Location"] == "/sign-in?ready=1"
    answer = browser.post("/sign-in", {"email": EMAIL, "password": PASSWORD})
    assert answer.headers["Location"] == "/"


def test_a_link_works_once(invited, browser):
    browser.post(invited, CHOSEN)
    answers = [browser.get(invited), browser.post(invited, CHOSEN)]
    assert [answer.status_code for answer in answers] == [410, 410]
    assert "This link no longer works" in answers[0].text


def test_looking_at_a_link_does_not_use_it_up(invited, browser):
    # Mail scanners follow each link before its reader does.
    browser.get(invited)
    assert browser.get(invited).status_code == 200


def test_a_new_link_ends_the_one_before(invited, browser, box):
    browser.post("/forgot", {"email": EMAIL})
    assert browser.get(invited).status_code == 410
    assert browser.get(path_in(box.letters[-1])).status_code == 200


@pytest.mark.parametrize(("link", "good_for"), [("invitation", 7 * 24), ("reset", 1)])
def test_a_link_ends_after_its_time(sent, browser, monkeypatch, link, good_for):
    began = one_time_links.now()
    path = sent(link)
    statuses = []
    for minutes in (-1, 1):
        later = began + timedelta(hours=good_for, minutes=minutes)
        monkeypatch.setattr(one_time_links, "now", lambda later=later: later)
        statuses.append(browser.get(path).status_code)
    assert statuses == [200, 410]


def test_a_weak_password_leaves_the_link_as_it_is(invited, browser):
    answer = browser.post(invited, {"password": "short", "again": "short"})
    assert (answer.status_code, "at least 12 characters" in answer.text) == (401, True)
    assert browser.post(invited, CHOSEN).status_code == 303


def test_two_passwords_that_differ_are_refused(invited, browser):
    answer = browser.post(invited, CHOSEN | {"again": "something else"})
    assert "The two passwords differ" in answer.text


def test_whoever_asks_for_a_link_learns_nothing_of_who_has_an_account(invited, browser, box):
    answers = [browser.post("/forgot", {"email": each}).text for each in (EMAIL, "no@example.org")]
    assert answers[0] == answers[1]
    assert [letter["To"] for letter in box.letters] == [EMAIL, EMAIL]


def test_a_mailbox_can_t_be_flooded(invited, browser):
    statuses = [browser.post("/forgot", {"email": EMAIL}).status_code for _ in range(6)]
    assert statuses == [200] * 5 + [429]


def test_what_was_sent_is_noted_and_no_secret_with_it(invited, sqlite_engine):
    with reading(sqlite_engine) as connection:
        (letter,) = connection.execute(select(MAIL)).all()
        kept = connection.scalars(select(ONE_TIME_LINK.c.token_hash)).all()
        history = str(connection.execute(select(AUDIT)).all())
    secret = invited.removeprefix("/welcome/")
    assert (letter.kind, letter.recipient, letter.failure) == ("invitation", EMAIL, None)
    assert [secret in text for text in (str(letter), str(kept), history)] == [False] * 3


def test_without_a_mail_server_whoever_invites_gets_the_link(sqlite_engine, sqlite_url, account):
    number = account("viewer", email=EMAIL)
    settings = Settings(sqlite_url, public_url="https://localhost")
    link, failure = Invitations(sqlite_engine, settings).send(number, "invitation", EMAIL)
    assert (failure, link.startswith("https://localhost/welcome/")) == (WITHOUT, True)


def test_a_mail_server_that_is_away_is_named(sqlite_engine, settings, account):
    number = account("viewer", email=EMAIL)
    lost = Settings(settings.database_url, smtp_url="smtp://127.0.0.1:1")
    _, failure = Invitations(sqlite_engine, lost).send(number, "invitation", EMAIL)
    assert failure == "The mail server did not take it (ConnectionRefusedError)."
