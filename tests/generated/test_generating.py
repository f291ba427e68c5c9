"""Generating is one change, the same on every database, and adds to nothing generated before."""

from hashlib import sha256

import pytest
from sqlalchemy import func, select

from data.changes import bulk
from data.generated.load import generate
from data.returns.problems import RefusedError
from data.samples.load import load
from data.schema import AUDIT, DATA_VERSION, FACTS, PARTNERSHIP
from tests.generated.support import SEED, drawn, partnerships, rows_of_each

# What the database adds to a row of its own, or to every row alike.
ITS_OWN = {"id", "version", "updated_at", "updated_by", "voided_at"}


def number(engine, statement):
    with engine.connect() as connection:
        return connection.execute(statement).scalar_one()


def stored(engine, table):
    """The rows of a table."""
    with engine.connect() as connection:
        return [dict(row) for row in connection.execute(select(table)).mappings()]


def checksum(rows):
    """One checksum of rows by table, in whatever order they come."""
    lines = sorted(f"{table} {sorted(said(row))}" for table, found in rows.items() for row in found)
    return sha256("\n".join(lines).encode()).hexdigest()


def said(row):
    """What a row says: no blanks, and of its flags those that are up."""
    for name, value in row.items():
        if name.endswith("_na"):
            yield from [(name, True)] if value else []
        elif name not in ITS_OWN and value is not None:
            yield name, str(value)


@pytest.fixture(scope="session")
def wanted(made):
    return checksum(made)


def test_what_is_stored_is_what_was_drawn(engine, wanted):
    generate(engine, "S", SEED)
    assert checksum({name: stored(engine, table) for name, table in FACTS.items()}) == wanted


def test_the_same_seed_draws_the_same(wanted):
    again = drawn(*partnerships("S"), *rows_of_each("S"), seed=SEED)
    assert checksum(again) == wanted


def test_another_seed_draws_others(wanted):
    others = drawn(*partnerships("S"), *rows_of_each("S"), seed=SEED + 1)
    assert checksum(others) != wanted


def test_every_sheet_has_rows(engine):
    assert generate(engine, "S", SEED).keys() == FACTS.keys()


@pytest.mark.parametrize(
    ("statement", "count"),
    [(select(DATA_VERSION.c.number), 1), (select(func.count()).select_from(AUDIT), 1)],
    ids=["one step of the version", "one entry of the history"],
)
def test_it_is(sqlite_engine, statement, count):
    generate(sqlite_engine, "S", SEED)
    assert number(sqlite_engine, statement) == count


def test_the_partnership_is_marked_as_invented(sqlite_engine):
    generate(sqlite_engine, "S", SEED)
    assert number(sqlite_engine, select(PARTNERSHIP.c.origin)) == "illustrative"


def test_a_second_time_is_refused_and_writes_nothing(engine):
    generate(engine, "S", SEED)
    with pytest.raises(RefusedError, match="holds generated rows already"):
        generate(engine, "M", SEED)
    assert number(engine, select(DATA_VERSION.c.number)) == 1


@pytest.mark.parametrize("order", [(load, generate), (generate, load)])
def test_samples_and_generated_rows_stand_beside_each_other(sqlite_engine, order):
    for put in order:
        put(sqlite_engine, *(("S", SEED) if put is generate else ()))
    assert number(sqlite_engine, select(func.count()).select_from(PARTNERSHIP)) == 18 + 1


def test_a_failure_half_way_leaves_nothing(engine, monkeypatch):
    real = bulk.Load.add

    def break_down(self, batch):
        if batch.table == "placements":
            raise OSError("no space left")
        real(self, batch)

    monkeypatch.setattr(bulk.Load, "add", break_down)
    with pytest.raises(OSError, match="no space left"):
        generate(engine, "S", SEED)
    tables = [PARTNERSHIP, AUDIT, *FACTS.values()]
    counts = [number(engine, select(func.count()).select_from(table)) for table in tables]
    assert not any(counts)
