"""Somebody who asks to be forgotten is, and figures stay the same."""

import json

import pytest
from sqlalchemy import select

from data.backups import tables
from data.backups.make import texts
from data.changes.rows import Edit, Place, save
from data.engine import reading
from data.people.rights import DeniedError
from data.protection.erasing import erase
from data.protection.subject import Subject
from data.returns.problems import RefusedError
from data.schema import DATA_VERSION
from tests.changes.conftest import by
from tests.promises.test_data_integrity import typed_in
from tests.protection.erasing.conftest import EDUCATOR, OPERATOR, PLACEMENTS, STUDENT, column, found


def everything(engine):
    """All that is stored, in letters."""
    with reading(engine) as connection:
        found = tables.found(connection).sorted_tables
        return json.dumps([[*texts(connection, table)] for table in found])


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


def test_a_form_that_was_open_can_not_bring_the_reference_back(engine, world):
    with reading(engine) as connection:
        row = connection.execute(select(PLACEMENTS).where(PLACEMENTS.c.ref == "P77")).one()
    erase(engine, STUDENT, OPERATOR, "They asked")
    place = Place("placements", "north", "northern")
    cells = typed_in("placements") | {"ref": "P77", "student_ref": "S-77"}
    edit = Edit(place, row.id, row.version, cells, "open form")
    assert save(engine, edit, by("manager")).theirs["student_ref"].startswith("erased-")


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
