"""Signing in with a password."""

import pytest
from argon2 import PasswordHasher
from sqlalchemy import select
from zxcvbn.frequency_lists import FREQUENCY_LISTS

from app import create_app
from dashboard.server import passwords
from dashboard.settings import Settings
from data.changes import credentials, people
from data.engine import reading
from data.schema import APP_SESSION, APP_USER
from tests.support.people import AUTHOR, FROM_HERE, SAFE, Browser

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


def test_known_and_unknown_accounts_are_answered_alike(sam, try_in):
    answers = [
        try_in(email=email, password="wrong wrong")[1] for email in (EMAIL, "no@example.org")
    ]
    known, unknown = [
        (answer.status_code, answer.text.replace(EMAIL, "").replace("no@example.org", ""))
        for answer in answers
    ]
    assert known == unknown


def test_an_unknown_account_costs_exactly_one_look_at_a_password(try_in, monkeypatch):
    looks = []
    verify = passwords.HASHER.verify
    monkeypatch.setattr(
        passwords,
        "HASHER",
        type("H", (), {"verify": lambda _, *given: looks.append(1) or verify(*given)})(),
    )
    try_in(email="no@example.org")
    assert looks == [1]


def test_the_sixth_try_in_five_minutes_has_to_wait(sam, try_in):
    for _ in range(5):
        try_in(password="wrong wrong")
    _, answer = try_in()
    assert (answer.status_code, int(answer.headers["Retry-After"]) > 200) == (429, True)


def test_waiting_is_counted_over_processes(sam, try_in, sqlite_url):

    for _ in range(5):
        try_in(password="wrong wrong")
    other = create_app(Settings(sqlite_url, production=True, secret_key="another process"))
    _, answer = try_in(browser=Browser(other))
    assert answer.status_code == 429


def test_one_account_s_tries_leave_others_alone(sam, account, try_in):
    account("viewer", email="kim@example.org", password=PASSWORD)
    for _ in range(6):
        try_in(password="wrong wrong")
    assert try_in(email="kim@example.org")[1].status_code == 303


def test_somebody_who_came_in_starts_anew(sam, try_in):
    for _ in range(4):
        try_in(password="wrong wrong")
    try_in()
    assert [try_in(password="wrong wrong")[1].status_code for _ in range(5)] == [401] * 5


def test_a_weaker_digest_is_replaced_when_its_owner_comes_in(sam, try_in, sqlite_engine):

    weak = PasswordHasher(time_cost=1, memory_cost=8192).hash(PASSWORD)
    credentials.rehashed(sqlite_engine, sam, weak)
    try_in()
    with reading(sqlite_engine) as connection:
        kept = connection.execute(select(APP_USER.c.password_hash)).scalar_one()
    assert kept.startswith("$argon2id$v=19$m=65536,t=3,p=4$")


def test_a_disabled_account_is_refused_like_a_wrong_password(sam, try_in, sqlite_engine):

    people.disable(sqlite_engine, AUTHOR, EMAIL)
    assert try_in()[1].status_code == 401


def test_the_key_of_a_session_is_new_after_signing_in(sam, try_in, browser_of):
    browser = browser_of()
    browser.get("/sign-on/none")
    before = browser.cookie
    try_in(browser=browser)
    assert browser.cookie not in (None, before)


def test_a_key_from_before_signing_in_is_worth_nothing(sam, try_in, browser_of):
    browser = browser_of(sam)
    fixated = browser.cookie
    try_in(browser=browser)
    browser.client.set_cookie("__Host-session", fixated, domain="localhost", secure=True)
    assert browser.get("/placements").status_code == 303


def test_a_copy_of_the_cookie_is_dead_after_signing_out(sam, try_in):
    browser, _ = try_in()
    copied = browser.cookie
    browser.post("/sign-out")
    browser.client.set_cookie("__Host-session", copied, domain="localhost", secure=True)
    assert browser.client.get("/_dash-layout", base_url=SAFE).status_code == 401


def test_the_cookie_is_as_closed_as_can_be(sam, try_in):
    _, answer = try_in()
    said = answer.headers["Set-Cookie"]
    assert said.startswith("__Host-session=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(said.split("; "))


def test_the_table_of_sessions_lets_nobody_in(sam, try_in, sqlite_engine):
    browser, _ = try_in()
    with reading(sqlite_engine) as connection:
        kept = connection.scalars(select(APP_SESSION.c.id)).all()
    assert browser.cookie not in kept


def test_another_site_can_t_sign_anybody_in(sam, browser_of):
    told = FROM_HERE | {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    form = {"email": EMAIL, "password": PASSWORD}
    assert browser_of().post("/sign-in", form, headers=told).status_code == 403


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
def test_a_password_is_refused_for_a_reason(password, said):
    found = passwords.fault(password, ("Sam", EMAIL))
    assert (said in found) if said else found == ""


def test_the_most_common_passwords_are_refused():

    long = [one for one in FREQUENCY_LISTS["passwords"][:3000] if len(one) >= 12]
    assert long
    assert [one for one in long if not passwords.fault(one, ())] == []
