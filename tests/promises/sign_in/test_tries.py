"""A9: passwords can't be tried out, and nobody learns which accounts there are."""

import pytest

from app import create_app
from dashboard.server import passwords
from tests.promises.sign_in.conftest import EMAIL, PASSWORD, WRONG, account
from tests.support.people import Browser

pytestmark = pytest.mark.clock


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
