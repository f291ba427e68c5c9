"""Who left is forgotten after a time that a setting says; what they did stays."""

import json
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import select

from data.backups import tables
from data.backups.make import texts
from data.changes import people
from data.changes.author import Author
from data.changes.rows import Edit, Place, save
from data.engine import reading
from data.people.rights import DeniedError
from data.protection.retention import due, forget
from data.schema import APP_USER, AUDIT, FACTS
from tests import factories
from tests.changes.conftest import by
from tests.promises.test_data_integrity import typed_in

LEFT = datetime(2024, 1, 31, tzinfo=UTC)
OVER = datetime(2026, 1, 31, tzinfo=UTC)
BEFORE = datetime(2026, 1, 30, tzinfo=UTC)


def operator(at=OVER):
    return Author("command line", "command", at)


@pytest.fixture
def world(engine, given):
    """A manager who stored a row, has an action and left; and another who stays."""
    given(*factories.reference(), factories.action(owner="Jo Leaver"))
    for email, name in (("jo@example.org", "Jo Leaver"), ("al@example.org", "Al Stayer")):
        people.add(engine, operator(LEFT), people.New(email, name, "manager"))
    jo = by("manager")
    jo = replace(jo, who="jo@example.org", shown="Jo Leaver")
    edit = Edit(Place("offers", "north", "riverside"), None, None, typed_in("offers"), "one")
    assert save(engine, edit, jo).outcome.errors == ()
    people.disable(engine, operator(LEFT), "jo@example.org")


def everything(engine):
    with reading(engine) as connection:
        found = tables.found(connection).sorted_tables
        return json.dumps([[*texts(connection, table)] for table in found])


def column(engine, statement):
    with reading(engine) as connection:
        return connection.execute(statement).scalars().all()


def test_nobody_is_forgotten_before_the_time_is_over(engine, world):
    before = everything(engine)
    assert forget(engine, operator(BEFORE)) == []
    assert everything(engine) == before


def test_whose_time_is_over_is_named_nowhere(engine, world):
    assert "jo@example.org" in everything(engine)
    (leaver,) = forget(engine, operator())
    left = everything(engine)
    assert [name in left for name in ("jo@example.org", "Jo Leaver")] == [False, False]
    assert leaver.pseudonym in left


def test_what_they_did_stays_theirs(engine, world):
    (leaver,) = forget(engine, operator())
    assert column(engine, select(FACTS["offers"].c.updated_by)) == [leaver.pseudonym]
    who = select(AUDIT.c.who).where(AUDIT.c.table == "offers")
    assert column(engine, who) == [leaver.pseudonym]


def test_no_account_and_no_entry_of_the_history_goes(engine, world):
    accounts, entries = (column(engine, select(key)) for key in (APP_USER.c.id, AUDIT.c.sequence))
    forget(engine, operator())
    assert column(engine, select(APP_USER.c.id)) == accounts
    assert set(entries) < set(column(engine, select(AUDIT.c.sequence)))


def test_who_is_forgotten_can_not_sign_in(engine, world):
    forget(engine, operator())
    with reading(engine) as connection:
        row = connection.execute(select(APP_USER).where(APP_USER.c.disabled_at.is_not(None))).one()
    assert (row.password_hash, row.totp_secret) == (None, None)


def test_nobody_is_forgotten_twice(engine, world):
    forget(engine, operator())
    assert due(engine, OVER) == []


def test_a_setting_says_how_long_people_are_known(engine, world, given):
    given(factories.setting("account_retention_months", "36"))
    assert due(engine, OVER) == []


def test_a_name_that_two_have_is_left_where_either_may_be_meant(engine, world):
    people.add(engine, operator(LEFT), people.New("jo2@example.org", "Jo Leaver", "viewer"))
    forget(engine, operator())
    assert "Jo Leaver" in everything(engine)
    assert "jo@example.org" not in everything(engine)


def test_a_manager_may_not_forget(engine, world):
    with pytest.raises(DeniedError):
        forget(engine, by("manager"))
