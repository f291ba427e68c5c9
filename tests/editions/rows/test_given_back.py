"""An edition gives its rows back as they were."""

import pytest
from sqlalchemy import inspect, select

from data.editions import frozen
from data.editions.frozen import Frozen
from data.editions.memory import FrozenReader
from data.schema import (
    COMMENTARY,
    FACTS,
    RETURN_STATUS,
    TARGET,
)
from tests import factories
from tests.editions.rows.conftest import OFFERS


@pytest.fixture
def given_back(taken):
    """What rows of a statement an edition gives back, once packed and unpacked."""

    def look(statement, *statements):
        kept, _, _ = frozen.packed(taken(*statements).values())
        with FrozenReader(frozen.tables(kept)).snapshot() as snapshot:
            return snapshot.rows(statement)

    return look


@pytest.mark.parametrize("table", [OFFERS, RETURN_STATUS, TARGET], ids=lambda table: table.name)
def test_rows_come_back_as_they_were(engine, given_back, table):
    found = given_back(select(table))
    with engine.connect() as connection:
        assert found == connection.execute(select(table)).all() != []


def test_a_comment_comes_back_with_its_day(given_back):
    (found,) = given_back(select(COMMENTARY.c.updated_at), factories.comment("placements/x"))
    assert found.updated_at == factories.NOW


def test_a_number_that_is_whole_stays_a_fraction_where_fractions_may_stand(given_back):
    census = factories.workforce(fte_in_post=40)
    (found,) = given_back(select(FACTS["workforce"].c.fte_in_post), census)
    assert isinstance(found.fte_in_post, float)


def test_an_edition_in_memory_can_t_be_written(taken):
    reader = FrozenReader(taken().values())
    with reader.snapshot() as snapshot, pytest.raises(Exception, match="readonly"):
        snapshot._connection.execute(OFFERS.delete())


def test_rows_of_an_older_shape_are_read_without_what_has_gone_and_blank_where_it_is_new(taken):
    now = taken()["offers"]
    gone = now.columns.index("rural")
    columns = [*now.columns[:gone], *now.columns[gone + 1 :], "colour"]
    rows = [[*row[:gone], *row[gone + 1 :], "red"] for row in now.rows]
    reader = FrozenReader([Frozen("offers", columns, rows), Frozen("no_more", ["id"], [[1]])])
    with reader._engine.connect() as connection:
        (found,) = connection.execute(select(OFFERS.c.ref, OFFERS.c.rural)).all()
    assert tuple(found) == ("O1", None)


def test_rows_that_new_rules_would_refuse_are_read_all_the_same(taken):
    now = taken()["offers"]
    place = now.columns.index("places")
    rows = [[*row[:place], -1, *row[place + 1 :]] for row in now.rows]
    with FrozenReader([Frozen("offers", now.columns, rows)])._engine.connect() as connection:
        assert connection.execute(select(OFFERS.c.places)).scalar_one() == -1


def test_every_row_is_found_by_what_the_data_find_it_by(taken):
    engine = FrozenReader(taken().values())._engine
    (indexed,) = [
        index
        for index in inspect(engine).get_indexes("offers")
        if index["column_names"] == ["partnership", "owner", "ref"]
    ]
    assert indexed
