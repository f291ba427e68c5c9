"""What the screen, the files and the API read: typed rows of one state of the data."""

from datetime import date

import pytest
from sqlalchemy import literal, select

from data.engine import writing
from data.reader import side_by_side
from data.schema import DATA_VERSION, FACTS
from tests import factories

PLACEMENTS = FACTS["placements"]
DAYS = select(PLACEMENTS.c.planned_start, PLACEMENTS.c.days_required)


@pytest.fixture
def one_placement(given):
    given(*factories.reference(), factories.placement())


@pytest.mark.usefixtures("one_placement")
def test_days_are_read_as_days(reader):
    with reader.snapshot() as snapshot:
        (row,) = snapshot.rows(DAYS)
    assert row.planned_start == date(2025, 9, 22)


@pytest.mark.usefixtures("one_placement")
def test_a_missing_number_stays_missing_in_a_frame(reader):
    with reader.snapshot() as snapshot:
        frame = snapshot.frame(DAYS)
    assert frame["days_required"].to_list() == [None]


def test_a_frame_without_rows_still_has_its_columns(reader):
    with reader.snapshot() as snapshot:
        frame = snapshot.frame(DAYS)
    assert list(frame.columns) == ["planned_start", "days_required"]


@pytest.mark.usefixtures("one_placement")
def test_a_snapshot_stays_as_it_was_while_rows_arrive(engine, reader):
    with reader.snapshot() as snapshot:
        with writing(engine) as connection:
            connection.execute(factories.placement())
        assert len(snapshot.rows(DAYS)) == 1


@pytest.mark.usefixtures("one_placement")
def test_the_next_snapshot_has_the_rows_that_arrived(engine, reader):
    with writing(engine) as connection:
        connection.execute(factories.placement())
    with reader.snapshot() as snapshot:
        assert len(snapshot.rows(DAYS)) == 2


def test_a_fresh_database_is_at_version_nought(reader):
    with reader.snapshot() as snapshot:
        assert snapshot.version.number == 0


def test_a_snapshot_says_who_changed_the_data_last(given, reader):
    change = {"number": 7, "updated_at": factories.NOW, "updated_by": "coordinator"}
    given(DATA_VERSION.update().values(change))
    with reader.snapshot() as snapshot:
        found = (snapshot.version.number, snapshot.version.updated_at, snapshot.version.updated_by)
    assert found == (7, factories.NOW, "coordinator")


def test_statements_asked_side_by_side_are_answered_in_their_order(reader):
    statements = (select(literal(number)) for number in range(40))
    with reader.snapshot() as snapshot, reader.beside(snapshot) as both:
        found = [row[0] for rows in side_by_side(both, statements) for row in rows]
    assert (len(both), found) == (2, list(range(40)))


def test_a_snapshot_stands_alone_once_the_data_have_changed(given, reader):
    with reader.snapshot() as snapshot:
        given(DATA_VERSION.update().values({"number": 7}))
        with reader.beside(snapshot) as only:
            assert only == (snapshot,)
