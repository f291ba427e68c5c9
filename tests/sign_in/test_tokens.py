"""Tokens of one's own: made on a page, shown once, taken by the interface alone."""

import re
from datetime import timedelta

import pytest
from sqlalchemy import select

from dashboard.server.sign_in import bearer
from data.calendar import today
from data.changes import people
from data.engine import reading
from data.schema import API_TOKEN, APP_SESSION
from tests.api.conftest import NORTH, manager, world
from tests.support.people import AUTHOR, SAFE
from tests.support.program import Program

pytestmark = pytest.mark.clock

__all__ = ["manager", "world"]

HOME = "/account/tokens"
FIGURES = "/api/v1/indicators/demand"


def form(**changes):
    last = today() + timedelta(days=30)
    return {"name": "Excel", "last_day": last.isoformat(), "reads": "figures"} | changes


@pytest.fixture
def browser(world, account, browser_of):
    """The browser of somebody who manages a partnership."""
    return browser_of(account("manager", NORTH, "partnership:south"))


def secret_of(answer):
    return re.search(r'id="secret" value="(tpd_[\w-]{43})"', answer.text)[1]


@pytest.fixture
def used(sqlite_engine):
    """When the only token was used last."""

    def find():
        with reading(sqlite_engine) as connection:
            return connection.execute(select(API_TOKEN.c.last_used_at)).scalar()

    return find


def test_a_token_is_shown_once_and_lets_a_program_in(closed, browser):
    secret = secret_of(browser.post(HOME, form()))
    assert Program(closed, secret).get("indicators/demand").status_code == 200
    again = browser.get(HOME).text
    assert ("Excel" in again, secret in again) == (True, False)


def test_a_token_is_made_as_the_form_says(closed, browser):
    made = browser.post(HOME, form(reads="rows", partnership=["south"]))
    program = Program(closed, secret_of(made))
    assert [row["ref"] for row in program.rows("tables/offers")] == ["O2"]
    assert "Figures and rows of South Teaching Partnership" in browser.get(HOME).text


def test_a_token_is_revoked_with_a_click(closed, browser):
    secret = secret_of(browser.post(HOME, form()))
    answer = browser.post(f"{HOME}/revoke", {"token": "1"})
    assert (answer.status_code, answer.location) == (303, f"{HOME}?done=revoked")
    assert Program(closed, secret).get("indicators/demand").status_code == 401
    assert "revoked on" in browser.get(HOME).text


def test_what_can_t_be_is_said_and_the_form_keeps_what_was_typed(browser, used):
    for changes in ({"name": ""}, {"last_day": "soon"}, {"partnership": "moon"}):
        answer = browser.post(HOME, form(**changes))
        assert answer.status_code == 422
        assert "There is a problem" in answer.text
    assert 'value="Excel"' in answer.text
    assert used() is None


def test_the_same_form_twice_makes_one(browser, sqlite_engine):
    answers = [browser.post(HOME, form()).status_code for _ in range(2)]
    with reading(sqlite_engine) as connection:
        assert len(connection.execute(select(API_TOKEN)).all()) == 1
    assert answers == [200, 422]


def test_who_reads_figures_alone_is_offered_nothing_else(world, account, browser_of):
    page = browser_of(account("viewer", NORTH)).get(HOME).text
    assert "Figures, and rows" not in page


@pytest.mark.parametrize("number", ["1", "99"])
def test_another_person_s_token_is_refused_like_one_of_nobody(
    closed, browser, account, browser_of, number
):
    secret = secret_of(browser.post(HOME, form()))
    other = browser_of(account("viewer", NORTH))
    assert other.post(f"{HOME}/revoke", {"token": number}).status_code == 403
    assert Program(closed, secret).get("indicators/demand").status_code == 200


def test_another_site_makes_none_for_anybody(browser, used):
    elsewhere = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    assert browser.post(HOME, form(), headers=elsewhere).status_code == 403


def test_who_has_yet_to_set_up_a_second_factor_makes_none(world, account, browser_of):
    browser = browser_of(account("manager", NORTH), factor="password")
    assert browser.post(HOME, form()).location == "/account/second-factor"
    answer = browser.get(FIGURES)
    assert (answer.status_code, answer.mimetype) == (403, "application/problem+json")


def test_a_token_opens_nothing_but_the_interface(manager):
    sent = {"Authorization": f"Bearer {manager.secret}", "Accept": "text/html"}
    for path in ("/", "/account/tokens", "/data-version", "/download/placements/by-term.csv"):
        answer = manager.client.get(path, base_url=SAFE, headers=sent)
        assert answer.status_code in (303, 401), path


def test_a_token_makes_no_session(manager, sqlite_engine):
    answer = manager.get("indicators")
    with reading(sqlite_engine) as connection:
        assert connection.execute(select(APP_SESSION)).all() == []
    assert "Set-Cookie" not in answer.headers


def test_a_wrong_token_counts_even_where_somebody_is_signed_in(browser):
    answers = [
        browser.get(FIGURES).status_code,
        browser.get(FIGURES, headers={"Authorization": "Bearer tpd_wrong"}).status_code,
    ]
    assert answers == [200, 401]


@pytest.mark.parametrize(
    "sent", ["Bearer", "Bearer ", "Bearer \xff", "Basic eDp5", "bearer x y", "x", ""]
)
def test_what_is_no_token_is_refused_in_json(manager, sent):
    answer = manager.get("indicators", Authorization=sent)
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")
    assert answer.headers["WWW-Authenticate"] == "Bearer"


def test_a_stranger_s_browser_is_not_led_to_a_form(closed):
    headers = {"Accept": "text/html"}
    answer = closed.server.test_client().get(FIGURES, base_url=SAFE, headers=headers)
    assert (answer.status_code, answer.mimetype) == (401, "application/problem+json")


def test_what_is_taken_from_the_owner_is_taken_from_the_token_at_once(manager, sqlite_engine):
    people.set_role(sqlite_engine, AUTHOR, "manager@example.org", "viewer")
    assert manager.get("tables/offers").status_code == 403
    people.disable(sqlite_engine, AUTHOR, "manager@example.org")
    assert manager.get("indicators/demand").status_code == 401


def test_the_page_says_when_a_token_was_used(manager, used, monkeypatch):
    assert used() is None
    manager.get("indicators")
    first = used()
    manager.get("indicators")
    assert used() == first
    monkeypatch.setattr(bearer, "NOTED", timedelta(0))
    manager.get("indicators")
    assert used() > first


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nothing_can_be_changed_by_the_interface(manager, method):
    answer = manager.get("tables/offers", method=method)
    assert (answer.status_code, answer.mimetype) == (405, "application/problem+json")
    assert "GET" in answer.headers["Allow"]


def test_who_asks_too_often_is_told_to_wait(manager):
    asked = (manager.get("nothing") for _ in range(1000))
    answer = next(answer for answer in asked if answer.status_code != 404)
    assert (answer.status_code, answer.mimetype) == (429, "application/problem+json")
    assert int(answer.headers["Retry-After"]) >= 1
