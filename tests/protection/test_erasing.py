"""Somebody who asks to be forgotten is, in rows and in the history, and figures stay the same."""

import json
from datetime import date

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from data.backups import tables
from data.backups.make import texts
from data.changes.author import Author
from data.changes.rows import Edit, Place, save
from data.engine import reading, writing
from data.people.rights import DeniedError
from data.protection.erasing import erase
from data.protection.found import find
from data.protection.opening import Record, opened
from data.protection.subject import Subject
from data.returns.problems import RefusedError
from data.schema import AUDIT, DATA_VERSION, ERASURE, FACTS, SIGNED_ROW
from tests import factories
from tests.changes.conftest import by
from tests.promises.test_data_integrity import typed_in

OPERATOR = Author("command line", "command")
STUDENT = Subject("student", "S-77", "northern")
EDUCATOR = Subject("practice-educator", "PE-77", "riverside")
PLACEMENTS = FACTS["placements"]
RECORD = Record("student", "erased-0", "They asked")


def sent(engine, sheet, owner, **cells):
    """Store a row through the ordinary door, so that the history has it."""
    edit = Edit(Place(sheet, "north", owner), None, None, typed_in(sheet) | cells, str(cells))
    assert save(engine, edit, by("manager")).outcome.errors == ()


@pytest.fixture
def world(engine, given):
    """A student with a signed placement, and their practice educator; one more of each."""
    given(*factories.reference(), factories.period())
    for number in ("77", "8"):
        sent(engine, "practice_educators", "riverside", ref=f"PE-{number}")
        cells = {"student_ref": f"S-{number}", "pe_ref": f"PE-{number}"}
        sent(engine, "placements", "northern", ref=f"P{number}", **cells)
    signed = {"partnership": "north", "organisation": "northern", "period": "2025/26 Q1"}
    signed |= {"sheet": "placements", "row": "north/northern/P77", "signed_at": factories.NOW}
    given(SIGNED_ROW.insert().values(signed | {"held": {"student_ref": "S-77"}}))


def everything(engine):
    """All that is stored, in letters."""
    with reading(engine) as connection:
        found = tables.found(connection).sorted_tables
        return json.dumps([[*texts(connection, table)] for table in found])


def found(engine, subject):
    with reading(engine) as connection:
        return find(connection, subject).counts()


def column(engine, statement):
    with reading(engine) as connection:
        return connection.execute(statement).scalars().all()


def test_somebody_s_rows_history_and_signed_rows_are_found(engine, world):
    assert found(engine, STUDENT) == {"placements": 1, "audit": 1, "signed_row": 1}


def test_a_practice_educator_is_found_by_the_register_and_the_placement(engine, world):
    assert found(engine, EDUCATOR) == {"practice_educators": 1, "placements": 1, "audit": 2}


def test_another_organisation_s_reference_of_the_same_letters_is_another_person(engine, world):
    assert found(engine, Subject("practice-educator", "PE-77", "northern")) == {}


@pytest.mark.parametrize(("subject", "letters"), [(STUDENT, "S-77"), (EDUCATOR, "PE-77")])
def test_after_an_erasure_the_reference_is_stored_nowhere(engine, world, subject, letters):
    assert f'"{letters}' in everything(engine)
    erase(engine, subject, OPERATOR, "They asked")
    assert f'{letters}"' not in everything(engine).replace(f"P{letters}", "")
    assert found(engine, subject) == {}


def test_the_new_pseudonym_joins_the_same_rows(engine, world):
    before = found(engine, EDUCATOR)
    done = erase(engine, EDUCATOR, OPERATOR, "They asked")
    now = found(engine, Subject("practice-educator", done.pseudonym, "riverside"))
    # Each row has one more entry of history: its new version.
    assert now == before | {"audit": before["audit"] + 2}


def test_two_erasures_draw_two_pseudonyms(engine, world):
    first, second = (
        erase(engine, Subject("student", ref, "northern"), OPERATOR, "They asked").pseudonym
        for ref in ("S-77", "S-8")
    )
    assert first != second


def test_somebody_else_stays(engine, world):
    erase(engine, STUDENT, OPERATOR, "They asked")
    assert column(engine, select(PLACEMENTS.c.student_ref).order_by(PLACEMENTS.c.ref))[1] == "S-8"


def test_no_entry_of_the_history_goes_or_moves(engine, world):
    before = entries(engine)
    erase(engine, STUDENT, OPERATOR, "They asked")
    assert entries(engine)[: len(before)] == before


def entries(engine):
    """Which entries the history has, without what they say of the row."""
    kept = (AUDIT.c.sequence, AUDIT.c.when, AUDIT.c.who, AUDIT.c.door, AUDIT.c.table)
    with reading(engine) as connection:
        return connection.execute(select(*kept).order_by(AUDIT.c.sequence)).all()


def test_a_form_that_was_open_can_not_bring_the_reference_back(engine, world):
    with reading(engine) as connection:
        row = connection.execute(select(PLACEMENTS).where(PLACEMENTS.c.ref == "P77")).one()
    erase(engine, STUDENT, OPERATOR, "They asked")
    place = Place("placements", "north", "northern")
    cells = typed_in("placements") | {"ref": "P77", "student_ref": "S-77"}
    edit = Edit(place, row.id, row.version, cells, "open form")
    assert save(engine, edit, by("manager")).theirs["student_ref"].startswith("erased-")


def test_an_erasure_is_recorded_without_what_it_replaced(engine, world):
    done = erase(engine, STUDENT, OPERATOR, "They asked")
    with reading(engine) as connection:
        record = connection.execute(select(ERASURE)).one()
    assert (record.by, record.reason, record.pseudonym) == (
        "command line",
        "They asked",
        done.pseudonym,
    )
    assert record.counts == {"placements": 1, "audit": 1, "signed_row": 1}


def test_readers_are_told_of_an_erasure(engine, world):
    (before,) = column(engine, select(DATA_VERSION.c.number))
    erase(engine, STUDENT, OPERATOR, "They asked")
    assert column(engine, select(DATA_VERSION.c.number)) == [before + 1]


@pytest.mark.parametrize(
    ("subject", "said"),
    [
        (Subject("student", "S-99", "northern"), "Nothing names them"),
        (Subject("student", "S-77", "southern"), "no such organisation"),
    ],
)
def test_whom_nothing_names_is_not_erased(engine, world, subject, said):
    before = everything(engine)
    with pytest.raises(RefusedError, match=said):
        erase(engine, subject, OPERATOR, "They asked")
    assert everything(engine) == before


def test_a_manager_may_not_erase(engine, world):
    with pytest.raises(DeniedError):
        erase(engine, STUDENT, by("manager"), "They asked")


def test_once_an_erasure_is_over_the_history_can_not_be_changed(engine, world):
    erase(engine, STUDENT, OPERATOR, "They asked")
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(update(AUDIT).values(after={"places": 9}))


@pytest.mark.parametrize(
    "change",
    [
        update(AUDIT).values(door="system"),
        update(AUDIT).values(table="offers"),
        update(AUDIT).values(when=factories.NOW.replace(year=2001)),
        update(AUDIT).values(upload=9),
        AUDIT.delete(),
    ],
)
def test_not_even_an_erasure_changes_when_where_and_how_something_happened(engine, world, change):
    with pytest.raises(DBAPIError, match="append-only"):
        change_within_an_erasure(engine, change)


def change_within_an_erasure(engine, change):
    with writing(engine) as connection, opened(connection, OPERATOR, RECORD):
        connection.execute(change)


@pytest.mark.parametrize("change", [update(ERASURE).values(reason="None"), ERASURE.delete()])
def test_the_record_of_an_erasure_stays(engine, world, change):
    erase(engine, STUDENT, OPERATOR, "They asked")
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(change)


def test_a_date_is_no_reference(engine, world):
    assert found(engine, Subject("student", str(date(2025, 9, 1)), "northern")) == {}
