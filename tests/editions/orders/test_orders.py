"""An edition is made apart from the request that asks for it, which is told how far it is."""

import pytest

from dashboard.reports import carry_out_order
from data.changes import people
from data.editions.orders import find
from data.engine import writing
from tests import factories
from tests.editions.orders.order_states import name_of
from tests.editions.test_pages import FORM, hidden
from tests.support.people import AUTHOR, said

pytestmark = pytest.mark.usefixtures("few_figures")
LOOK_AGAIN = "/reports/new?step=2&amp;title=Steering+group&amp;readers=steering_group"


@pytest.mark.usefixtures("no_files")
def test_an_order_says_how_far_it_is_and_leads_to_its_edition(ask, of_pages, monkeypatch):
    browser, address = ask(readers="funder_rounded")
    before = browser.get(address).text
    seen = []

    def make(*args):
        args[-1].tell("protection", 3, 12)
        seen.append(browser.get(address).text)
        return as_it_is(*args)

    as_it_is = carry_out_order.make
    monkeypatch.setattr(carry_out_order, "make", make)
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    after = browser.get(address)
    assert "<strong>Waiting to begin</strong>" in before
    assert "<strong>Finding what would tell of few people</strong>: 3 of 12" in seen[0]
    assert '<progress aria-labelledby="how-far" max="12" value="3">' in seen[0]
    assert "Working out every figure: done" in seen[0]
    assert (after.status_code, after.headers["Location"]) == (303, "/reports/1?done=made")


def test_reports_list_what_is_on_its_way(ask):
    browser, address = ask()
    assert f'<a href="{address}">Steering group</a>, asked for' in browser.get("/reports/").text


def test_the_same_wish_sent_twice_is_begun_once(person, begun):
    browser = person()
    form = hidden(browser.post("/reports/new", FORM))
    first, second = [browser.post("/reports/", form).headers["Location"] for _ in range(2)]
    assert (first, begun) == (second, [name_of(first)])


@pytest.mark.parametrize("role", ["manager", "funder", "viewer"])
def test_another_s_order_is_refused_like_one_that_never_was(ask, account, browser_of, role):
    _, address = ask()
    browser = browser_of(account(role, "partnership:north", email="another@example.org"))
    answers = [browser.get(path) for path in (address, "/reports/orders/none")]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert said(answers[0]) == said(answers[1])


def test_who_lost_the_right_meanwhile_gets_none(ask, of_pages):
    _, address = ask()
    people.set_role(of_pages.engine, AUTHOR, "manager@example.org", "viewer")
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    found = find(of_pages.engine, name_of(address))
    assert found.problem.startswith("You may not make editions of these partnerships any more")
    assert of_pages.all() == []


def test_what_changed_meanwhile_is_looked_at_again_with_the_form_filled(ask, of_pages, holding):
    browser, address = ask()
    holding(factories.data_version(7))
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    page = browser.get(address).text
    assert "Somebody changed the data since you looked; no edition was made." in page
    assert LOOK_AGAIN in page
    assert of_pages.all() == []


@pytest.mark.usefixtures("no_files")
def test_what_another_partnership_saves_meanwhile_hinders_nobody(ask, of_pages):
    _, address = ask()
    touched = factories.touched(1, sheet="demand", owner="southern")
    with writing(of_pages.engine) as connection:
        for statement in (factories.data_version(1), touched):
            connection.execute(statement)
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    assert [each.data_version for each in of_pages.all()] == [1]


def test_a_fault_is_told_in_words_and_logged(ask, of_pages, monkeypatch, caplog):
    browser, address = ask()
    monkeypatch.setattr(carry_out_order, "make", lambda *_args: 1 / 0)
    carry_out_order.carry_out(of_pages.engine, name_of(address))
    assert "Something went wrong on the server; no edition was made." in browser.get(address).text
    assert "Steering group" in browser.get("/reports/").text
    assert "ZeroDivisionError" in caplog.text


def test_more_than_three_at_once_are_refused_and_nothing_typed_is_lost(ask):
    for _ in range(3):
        browser, _ = ask()
    form = hidden(browser.post("/reports/new", FORM | {"title": "A fourth"}))
    answer = browser.post("/reports/", form)
    assert answer.status_code == 422
    assert "Three editions are being made already." in answer.text
    assert 'value="A fourth"' in answer.text
