"""R2 and R3: databases of earlier versions are brought up to date, whole, by one of many."""

from itertools import count
from multiprocessing import get_context

import pytest
from alembic import command
from hypothesis import settings
from sqlalchemy import event, inspect

from data import health, migrate, revision
from data.backups import tables
from data.backups.make import texts
from data.engine import make_engine, reading, rebuilding
from tests.support.revisions import REVISIONS

SIX = 6
# The thorough profile, as `make soak` asks for it, leaves out no statement and tries more often.
THOROUGH = settings.get_current_profile_name() == "thorough"
STRIDE = 1 if THOROUGH else 13
ROUNDS = 20 if THOROUGH else 1


@pytest.fixture
def look():
    """What a database holds, table by table: `look(url)`."""

    def found(url):
        engine = make_engine(url)
        with reading(engine) as connection:
            all_of_it = {
                table.name: sorted(map(repr, as_named(connection, table)))
                for table in tables.found(connection).sorted_tables
            }
        engine.dispose()
        return all_of_it

    return found


def as_named(connection, table):
    """Rows by name of column: one that comes later may come between."""
    names = table.columns.keys()
    for row in texts(connection, table):
        yield sorted((name, value) for name, value in zip(names, row, strict=True) if value)


def stands_at(number):
    return str([("version_num", number)])


@pytest.mark.parametrize("number", REVISIONS)
def test_r2_every_row_survives_the_upgrade_of_a_database_of_revision(number, old_url, look):
    url = old_url(number)
    before = look(url)
    migrate.upgrade(url)
    after = look(url)
    assert after["alembic_version"] == [stands_at(REVISIONS[-1])]
    del before["alembic_version"]
    # Migrations add rows to some tables, and take none.
    lost = {name: set(rows) - set(after[name]) for name, rows in before.items()}
    assert not any(lost.values())


@pytest.mark.parametrize("number", REVISIONS)
def test_r2_an_upgraded_database_is_whole_that_was_of_revision(number, old_url):
    url = old_url(number)
    migrate.upgrade(url)
    engine = make_engine(url)
    assert health.problems(engine) == []
    engine.dispose()


def test_r2_the_last_step_can_be_taken_back_and_taken_again(old_url, look):
    url = old_url(REVISIONS[-1])
    before, columns = look(url), names_of(url)
    engine = make_engine(url)
    with rebuilding(engine) as connection:
        command.downgrade(migrate.config(connection), "-1")
    assert revision.current(engine) == REVISIONS[-2]
    engine.dispose()
    migrate.upgrade(url)
    assert names_of(url) == columns
    kept = {name: rows for name, rows in look(url).items() if rows}
    assert kept == {name: before[name] for name in kept}


def names_of(url):
    """The columns of each table, by its name."""
    engine = make_engine(url)
    found = inspect(engine)
    names = {
        table: [column["name"] for column in found.get_columns(table)]
        for table in found.get_table_names()
    }
    engine.dispose()
    return names


class InterruptionError(Exception):
    """What comes between, in these tests."""


@pytest.fixture
def interrupted(monkeypatch):
    """Have upgrades end after so many statements: `interrupted(url, 3)`; whether it did."""
    usual = migrate.make_engine

    def upgrade(url, allowed):
        seen = count(1)

        def stop(*_):
            if next(seen) > allowed:
                raise InterruptionError

        def listened(url, **options):
            engine = usual(url, **options)
            event.listen(engine, "after_cursor_execute", stop)
            return engine

        monkeypatch.setattr(migrate, "make_engine", listened)
        try:
            migrate.upgrade(url)
        except InterruptionError:
            return True
        finally:
            monkeypatch.setattr(migrate, "make_engine", usual)
        return False

    return upgrade


@pytest.mark.parametrize("number", REVISIONS[:-1])
def test_r2_a_fault_after_any_statement_leaves_the_old_state_of_revision(
    number, old_url, look, interrupted
):
    url = old_url(number)
    before = look(url)
    allowed = STRIDE
    while interrupted(url, allowed):
        assert look(url) == before
        allowed += STRIDE
    assert look(url)["alembic_version"] == [stands_at(REVISIONS[-1])]


@pytest.mark.parametrize("number", ["", REVISIONS[0], REVISIONS[-2]], ids=lambda at: at or "none")
@pytest.mark.parametrize("turn", range(ROUNDS))
def test_r3_six_processes_may_start_at_once_on_a_database_of_revision(
    number, turn, old_url, empty_url
):
    url = old_url(number) if number else empty_url
    with get_context("spawn").Pool(SIX) as pool:
        found = pool.map(migrate.upgrade, [url] * SIX, chunksize=1)
    engine = make_engine(url)
    assert (found, health.problems(engine)) == ([REVISIONS[-1]] * SIX, [])
    engine.dispose()
