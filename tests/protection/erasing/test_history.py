"""An erasure leaves the history in its order, and is itself recorded there."""

import pytest
from sqlalchemy import select, update
from sqlalchemy.exc import DBAPIError

from data.engine import reading, writing
from data.protection.erasing import erase
from data.protection.opening import Record, opened
from data.schema import AUDIT, ERASURE
from tests import factories
from tests.protection.erasing.conftest import OPERATOR, STUDENT

RECORD = Record("student", "erased-0", "They asked")


def test_no_entry_of_the_history_goes_or_moves(engine, world):
    before = entries(engine)
    erase(engine, STUDENT, OPERATOR, "They asked")
    assert entries(engine)[: len(before)] == before


def entries(engine):
    """Which entries the history has, without what they say of the row."""
    kept = (AUDIT.c.sequence, AUDIT.c.when, AUDIT.c.who, AUDIT.c.door, AUDIT.c.table)
    with reading(engine) as connection:
        return connection.execute(select(*kept).order_by(AUDIT.c.sequence)).all()


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
