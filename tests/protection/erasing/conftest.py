"""A student and a practice educator, as they stand in rows and in the history."""

import pytest

from data.changes.author import Author
from data.changes.rows import Edit, Place, save
from data.engine import reading
from data.protection.found import find
from data.protection.subject import Subject
from data.schema import FACTS, SIGNED_ROW
from tests import factories
from tests.changes.conftest import by
from tests.promises.test_data_integrity import typed_in

OPERATOR = Author("command line", "command")
STUDENT = Subject("student", "S-77", "northern")
EDUCATOR = Subject("practice-educator", "PE-77", "riverside")
PLACEMENTS = FACTS["placements"]


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


def found(engine, subject):
    with reading(engine) as connection:
        return find(connection, subject).counts()


def column(engine, statement):
    with reading(engine) as connection:
        return connection.execute(statement).scalars().all()
