"""Reference tables as administrators change them, by the same rules as a file."""

from datetime import date

import pytest
from sqlalchemy import select

from dashboard.server.administration.tables import TITLES
from data.engine import reading
from data.reader import Reader
from data.schema import AUDIT, RETURN_PERIOD, SETTING
from data.selection import Selection
from data.workbench import Workbench
from tests import factories

PERIOD = {
    "quarter": "2026/27 Q1",
    "starts_on": "2026-09-01",
    "ends_on": "30 Nov 2026",
    "opens": "01/12/2026",
    "due": "2026-12-18",
}


@pytest.fixture
def browser(browser_of, account, holding):
    holding(*factories.reference())
    return browser_of(account("administrator"))


@pytest.mark.parametrize("role", ["viewer", "funder", "coordinator", "approver", "manager"])
@pytest.mark.parametrize("path", ["/admin/", "/admin/setting", "/admin/people/"])
def test_nobody_else_comes_in(account, browser_of, role, path):
    browser = browser_of(account(role))
    answer = browser.get(path)
    assert (answer.status_code, "You may not do that" in answer.text) == (403, True)


@pytest.mark.parametrize("role", ["viewer", "funder", "coordinator", "approver", "manager"])
@pytest.mark.parametrize("path", ["/admin/setting", "/admin/people/", "/admin/people/x@y.z/role"])
def test_nobody_else_changes_anything(account, browser_of, role, path):
    assert browser_of(account(role)).post(path, PERIOD).status_code == 403


def test_what_was_refused_is_in_the_history(account, browser_of, sqlite_engine):
    browser_of(account("viewer")).post("/admin/setting", {"key": "currency_months"})
    with reading(sqlite_engine) as connection:
        line = connection.execute(select(AUDIT).where(AUDIT.c.table == "denied")).one()
    assert (line.who, line.after, line.reason) == (
        "viewer@example.org",
        {"action": "administer"},
        "denied",
    )


@pytest.mark.parametrize("table", TITLES)
def test_a_table_is_shown_with_a_form(browser, table):
    page = browser.get(f"/admin/{table}")
    assert (page.status_code, page.text.count("<form")) == (200, 2)


def test_a_table_that_is_none_is_nowhere(browser):
    assert [browser.get(f"/admin/{name}").status_code for name in ("audit", "app_user")] == [
        404
    ] * 2


def test_a_period_is_added_and_its_dates_are_read_as_everywhere(browser, sqlite_engine):
    assert browser.post("/admin/return_period", PERIOD).status_code == 303
    with reading(sqlite_engine) as connection:
        found = connection.execute(select(RETURN_PERIOD)).one()
    assert (found.ends_on, found.opens) == (date(2026, 11, 30), date(2026, 12, 1))


def test_a_rule_gets_a_value_from_a_day_on(browser, sqlite_engine):
    form = {"key": "currency_months", "value": "36", "valid_from": "2027-01-01", "country": "any"}
    browser.post("/admin/setting", form)
    with reading(sqlite_engine) as connection:
        kept = connection.execute(select(SETTING).where(SETTING.c.key == "currency_months")).all()
    assert sorted((row.valid_from.year, row.value) for row in kept) == [(1900, "24"), (2027, "36")]


def test_a_daily_fee_can_be_entered_where_there_was_none(browser, sqlite_engine):
    form = {"key": "daily_fee_pence", "value": "2000", "country": "England"}
    for first in ("2014-09-01", "2027-09-01"):
        assert browser.post("/admin/setting", form | {"valid_from": first}).status_code == 303
    with reading(sqlite_engine) as connection:
        kept = connection.execute(select(SETTING).where(SETTING.c.key == "daily_fee_pence")).all()
    assert [(row.valid_from.year, row.value) for row in kept] == [(2014, "2000"), (2027, "2000")]


def test_a_rule_that_holds_in_one_country_alone_holds_nowhere_else(browser, sqlite_engine):
    form = {"key": "daily_fee_pence", "value": "2000", "country": "England"}
    browser.post("/admin/setting", form | {"valid_from": "2014-09-01"})
    with Reader(sqlite_engine).snapshot() as snapshot:
        rules = Workbench(snapshot).context(Selection(date(2026, 2, 1))).by_key()
    assert rules["daily_fee_pence"] == {"England": 2000}


def test_the_change_is_in_the_history_under_who_made_it(browser, sqlite_engine):
    browser.post("/admin/return_period", PERIOD)
    with reading(sqlite_engine) as connection:
        line = connection.execute(select(AUDIT).where(AUDIT.c.table == "return_period")).one()
    assert (line.who, line.door, line.row) == ("administrator@example.org", "form", "2026/27 Q1")


def test_what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays(browser, sqlite_engine):
    answer = browser.post("/admin/return_period", PERIOD | {"due": "soon", "opens": "2026-12-01"})
    assert answer.status_code == 422
    assert ('id="due-error"' in answer.text, 'value="soon"' in answer.text) == (True, True)
    with reading(sqlite_engine) as connection:
        assert connection.execute(select(RETURN_PERIOD)).all() == []


def test_a_link_fills_the_form_with_what_there_is(browser):
    page = browser.get(
        "/admin/setting?key=currency_months&value=24&valid_from=1900-01-01&country=any"
    )
    assert ('value="currency_months"' in page.text, "Change it" in page.text) == (True, True)
