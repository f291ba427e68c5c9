"""A7 to A9: sessions end when they should, passwords are kept safe and can't be tried out."""

from datetime import timedelta

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from app import create_app
from dashboard.server import passwords
from dashboard.server.sign_in import sessions
from data.changes import credentials, people
from data.engine import reading
from data.schema import APP_USER
from tests.support.people import AUTHOR, Browser

pytestmark = pytest.mark.clock

PAGE = "/help"
EMAIL, PASSWORD, WRONG = "sam@example.org", "three unrelated words", "something else"
# The lower bound of RFC 9106 where memory is short.
STRENGTH = "$argon2id$v=19$m=65536,t=3,p=4$"


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


def test_a8_a_weaker_digest_is_replaced_when_its_owner_comes_in(sam, try_in, engine):
    weak = PasswordHasher(time_cost=1, memory_cost=8192).hash(PASSWORD)
    credentials.rehashed(engine, sam, weak)
    try_in()
    with reading(engine) as connection:
        kept = connection.execute(select(APP_USER.c.password_hash)).scalar_one()
    assert kept.startswith(STRENGTH)


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("short", "at least 12 characters"),
        ("x" * 1025, "at most 1,024"),
        ("passwordpassword", ""),
        ("sam@example.org1", "little more than"),
        ("aaaaaaaaaaaaaaa", "first to be tried"),
        ("correct horse battery staple" * 3, ""),
        ("дельфины любят чай 🐬", ""),
    ],
)
def test_a8_a_password_is_refused_for_a_reason(password, said):
    found = passwords.fault(password, ("Sam", EMAIL))
    assert (said in found) if said else found == ""


def test_a8_the_most_common_passwords_are_refused():
    long = [one for one in FREQUENCY_LISTS["passwords"][:3000] if len(one) >= 12]
    assert long
    assert [one for one in long if not passwords.fault(one, ())] == []


@pytest.fixture
def quickly(monkeypatch):
    """Passwords are compared without the time that it takes."""
    monkeypatch.setattr(passwords, "matches", lambda kept, password: password == PASSWORD)


def test_a9_the_sixth_wrong_try_in_five_minutes_has_to_wait(sam, try_in, quickly):
    answers = [try_in(password=WRONG)[1] for _ in range(6)]
    assert [answer.status_code for answer in answers] == [401] * 5 + [429]
    assert int(answers[5].headers["Retry-After"]) > 200


def test_a9_the_fiftieth_wrong_try_from_one_address_has_to_wait(try_in, quickly):
    answers = [try_in(email=f"{n}@example.org", password=WRONG)[1] for n in range(50)]
    assert [answer.status_code for answer in answers] == [401] * 49 + [429]


def test_a9_tries_are_counted_over_processes_and_restarts(settings, sam, try_in, quickly):
    for _ in range(5):
        assert try_in(password=WRONG)[1].status_code == 401
    started_anew = create_app(settings)
    assert try_in(browser=Browser(started_anew))[1].status_code == 429


def test_a9_one_account_s_tries_leave_others_alone(engine, sam, try_in, quickly):
    account(engine, "kim@example.org")
    for _ in range(6):
        try_in(password=WRONG)
    assert try_in(email="kim@example.org")[1].status_code == 303


def test_a9_whoever_has_to_wait_still_gets_in_by_a_link(sam, service, try_in, quickly):
    for _ in range(6):
        try_in(password=WRONG)
    browser = Browser(service)
    assert browser.post("/forgot", {"email": EMAIL}).status_code == 200


def test_a9_known_and_unknown_accounts_are_answered_alike(sam, try_in, quickly):
    answers = [try_in(email, WRONG)[1] for email in (EMAIL, "no@example.org")]
    known, unknown = [
        (answer.status_code, answer.text.replace(EMAIL, "").replace("no@example.org", ""))
        for answer in answers
    ]
    assert known == unknown


def test_a9_an_unknown_account_costs_exactly_one_look_at_a_password(try_in, monkeypatch):
    looks = []

    class Counting:
        def verify(self, *given):
            looks.append(1)
            return verify(*given)

    verify = passwords.HASHER.verify
    monkeypatch.setattr(passwords, "HASHER", Counting())
    try_in(email="no@example.org")
    assert looks == [1]
