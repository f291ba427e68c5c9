"""Very many rows come in as one change, as quickly as the database can take them."""

import numpy as np
import pytest
from sqlalchemy import func, inspect, select

from data.changes.author import Author
from data.changes.bulk import MANY, Batch, loading
from data.schema import AUDIT, FACTS
from tests import factories

AUTHOR = Author("tester", "command", factories.NOW)
OFFERS = FACTS["offers"]
INDEXED = [(table.name, index.name) for table in FACTS.values() for index in table.indexes]


def offers(**columns):
    """Three offers, the columns of a batch as they are named."""
    valid = {
        "partnership": "north",
        "owner": "riverside",
        "ref": ["A", "B", "C"],
        "sector": "local_authority",
        "level": "final",
        "service_area": "adults",
        "statutory": "yes",
        "window_start": "2025-09-22",
        "places": 1,
        "status": "offered",
    }
    return Batch("offers", 3, valid | columns)


@pytest.fixture
def load(engine, given):
    """Load batches as one change, and return what their column holds."""
    given(*factories.reference())

    def put(*batches, rows=3, column=OFFERS.c.places):
        with loading(engine, AUTHOR, "three offers", rows) as found:
            for batch in batches:
                found.add(batch)
        with engine.connect() as connection:
            return list(connection.scalars(select(column).order_by(OFFERS.c.ref)))

    return put


@pytest.mark.parametrize("places", [[4, 5, 6], np.array([4, 5, 6])], ids=["list", "array"])
def test_a_column_may_have_a_value_for_each_row(load, places):
    assert load(offers(places=places)) == [4, 5, 6]


def test_a_column_may_have_one_value_for_all_rows(load):
    assert load(offers(places=2)) == [2, 2, 2]


def test_a_column_that_is_left_out_is_blank(load):
    assert load(offers(), column=OFFERS.c.team) == [None, None, None]


def test_a_cell_is_not_said_to_be_not_applicable_unless_it_is(load):
    flag = OFFERS.c.statutory_days_per_week_na
    assert load(offers(), column=flag) == [False, False, False]


def test_a_day_reads_as_what_was_written(load):
    day = load(offers(), column=OFFERS.c.window_start)[0]
    assert day.isoformat() == "2025-09-22"


def test_rows_say_who_loaded_them_and_when(load):
    stamps = load(offers(), column=OFFERS.c.updated_at)
    assert set(stamps) == {factories.NOW}
    assert set(load(column=OFFERS.c.updated_by)) == {"tester"}


def test_a_column_that_is_unknown_is_refused(load):
    with pytest.raises(KeyError, match="colour"):
        load(offers(colour="red"))


def test_columns_of_different_lengths_are_refused(load):
    with pytest.raises(ValueError, match="shorter"):
        load(offers(places=[1, 2]))


def test_the_history_says_how_many_rows_there_are(engine, load):
    load(offers())
    with engine.connect() as connection:
        after = connection.scalars(select(AUDIT.c.after).where(AUDIT.c.table == "generated"))
        assert list(after) == [{"offers": 3}]


@pytest.mark.parametrize("rows", [3, MANY])
def test_every_index_is_there_afterwards(engine, load, rows):
    load(offers(), rows=rows)
    found = inspect(engine)
    there = [(name, index["name"]) for name in FACTS for index in found.get_indexes(name)]
    assert set(INDEXED) <= set(there)


def test_every_index_is_there_after_a_failure(engine, load):
    with pytest.raises(KeyError):
        load(offers(colour="red"), rows=MANY)
    found = inspect(engine)
    there = [(name, index["name"]) for name in FACTS for index in found.get_indexes(name)]
    assert set(INDEXED) <= set(there)


def test_the_planner_of_sqlite_is_told_of_the_rows(sqlite_engine):
    with sqlite_engine.begin() as connection:
        for statement in factories.reference():
            connection.execute(statement)
    with loading(sqlite_engine, AUTHOR, "three offers", 3) as found:
        found.add(offers())
    with sqlite_engine.connect() as connection:
        known = connection.exec_driver_sql("SELECT tbl FROM sqlite_stat1").scalars()
        assert "offers" in set(known)


def test_rows_are_loaded_in_parts(load, engine, monkeypatch):
    monkeypatch.setattr("data.changes.bulk.AT_ONCE", 2)
    load(offers(places=[4, 5, 6]))
    with engine.connect() as connection:
        assert connection.scalar(select(func.sum(OFFERS.c.places))) == 15
