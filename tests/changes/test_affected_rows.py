"""A small change asks few rows anew, and marks exactly what asking all of them would."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from data.changes import affected_rows, audit, raised_queries, row_queries
from data.changes.raised_queries import of_row
from data.changes.replacing import carry_out, voiding
from data.changes.upload import store_checked
from data.engine import writing
from data.returns import form_input
from data.returns.read import Reading
from data.returns.sheets import SHEETS
from data.schema import FACTS, ROW_QUERY, SETTING
from tests import factories
from tests.changes.rows_beside import (
    BEGINNING,
    BESIDE,
)
from tests.support.files import AUTHOR


@pytest.fixture
def connection(sqlite_engine):
    """A university and two councils, whose rows can be referred to, and were reviewed."""
    with writing(sqlite_engine) as opened:
        for statement in BEGINNING:
            opened.execute(statement)
        row_queries.review(opened, ["north"], AUTHOR)
        yield opened


@pytest.mark.parametrize("sheets", BESIDE.values(), ids=BESIDE)
@settings(max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_the_marks_are_those_of_asking_every_row(connection, sheets, data):
    files = st.lists(st.one_of(map(of_sheet, sheets, sheets.values())), min_size=1, max_size=2)
    with connection.begin_nested() as told:
        for step in data.draw(st.lists(files | st.sampled_from(list(sheets)), max_size=8)):
            if isinstance(step, str):
                voided(connection, step)
            else:
                sent(connection, step)
            _, differ = row_queries.review(connection, ["north"], AUTHOR)
            assert not differ
        told.rollback()


def of_sheet(sheet, drawn):
    return st.tuples(st.just(sheet), drawn)


def sent(connection, rows, author=AUTHOR):
    """Send rows in one file, of each sheet the last; return the outcome."""
    grids = [
        form_input.reading(SHEETS[sheet], [texts(sheet, cells)]).grids[0]
        for sheet, cells in dict(rows).items()
    ]
    outcome = store_checked(connection, Reading(grids=tuple(grids)), None, None, author)
    assert outcome.errors == ()
    return outcome


def texts(sheet, cells):
    row = factories.valid_row(sheet) | {"ref": "1"} | cells
    if "programme" in row:
        row["programme"] = f"{row['owner']}-ba"
    names = ("partnership", "owner", *(column.name for column in SHEETS[sheet].columns))
    return {name: "" if row.get(name) is None else str(row[name]) for name in names}


def voided(connection, sheet):
    """Void the first row of a sheet, if one stands, as undoing its file does: it may come again."""
    table = FACTS[sheet]
    standing = select(table).where(table.c.voided_at.is_(None)).order_by(table.c.id)
    stored = connection.execute(standing).mappings().first()
    if stored:
        carry_out(connection, AUTHOR, voiding(sheet, dict(stored), audit.undo_of(1), AUTHOR))
        row_queries.review_changes(connection, [of_row(sheet, dict(stored))], AUTHOR)


def test_a_small_change_does_not_ask_every_row(connection, monkeypatch):
    monkeypatch.setattr(raised_queries, "in_partnerships", None)
    sent(connection, [("demand", {"owner": "northern", "days": 90})])
    assert "unusual_days" in rules(connection)


@pytest.fixture
def differing(connection):
    """A university has two placements with a council, which confirmed five places for it."""
    offer = {"level": "first", "places": 5, "reserved_for": "northern", "status": "confirmed"}
    autumn = date(2025, 9, 22)
    sent(connection, [("offers", {**offer, "owner": "riverside", "window_start": autumn})])
    for ref in ("1", "2"):
        sent(connection, [("placements", PLACED | {"ref": ref})])
    return connection


PLACED = {"level": "first", "planned_start": date(2025, 9, 22)}


def test_a_row_that_says_what_it_said_asks_nothing_of_the_two_partners(differing, monkeypatch):
    asked = []
    monkeypatch.setattr(affected_rows, "_placed", asked.append)
    monkeypatch.setattr(affected_rows, "_offered", asked.append)
    sent(differing, [("placements", PLACED | {"concern": "yes"})])
    assert asked == []


def test_a_row_that_says_what_it_said_is_still_said_to_differ(differing):
    outcome = sent(differing, [("placements", PLACED | {"concern": "yes"})])
    assert "riverside confirmed 5 places" in "".join(one.problem for one in outcome.queries)


def test_a_new_placement_is_counted_in_what_is_said_of_those_beside_it(differing):
    sent(differing, [("placements", PLACED | {"ref": "3", "student_ref": "S3"})])
    marks = differing.execute(select(ROW_QUERY).where(ROW_QUERY.c.rule == "differs_from_partner"))
    assert {"has 3 placements" in mark.problem for mark in marks} == {True}


def test_a_new_value_of_a_rule_is_asked_of_rows_that_nobody_changed(connection):
    rule = {"key": "currency_months", "country": "any"}
    later = replace(AUTHOR, at=AUTHOR.at + timedelta(days=1))
    cells = {"pe_ref": "PE-1", "level": "first", "student_ref": "S2"}
    sent(connection, [("placements", cells)])
    connection.execute(SETTING.insert().values(**rule, value="1", valid_from=later.at.date()))
    sent(connection, [("demand", {})])
    assert "educator_not_current" not in rules(connection)
    sent(connection, [("demand", {"students": 2})], later)
    assert "educator_not_current" in rules(connection)


def rules(connection):
    return {mark.rule for mark in connection.execute(select(ROW_QUERY))}
