"""Loading the samples is one change, and loading them again is none."""

import pytest
from click.testing import CliRunner
from sqlalchemy import func, insert, select, update

from dashboard.cli import main
from data import migrate
from data.samples.load import is_empty, load
from data.schema import AUDIT, DATA_VERSION, FACTS, PARTNERSHIP


def number(engine, statement):
    with engine.connect() as connection:
        return connection.execute(statement).scalar_one()


def count(table):
    return select(func.count()).select_from(table)


def test_every_sample_row_passes_the_checks_of_the_database(engine):
    assert load(engine).counts.keys() >= FACTS.keys()


def test_a_load_is_one_step_of_the_data_version(sqlite_engine):
    load(sqlite_engine)
    assert number(sqlite_engine, select(DATA_VERSION.c.number)) == 1


def test_a_load_is_one_entry_of_the_history(sqlite_engine):
    load(sqlite_engine)
    assert number(sqlite_engine, count(AUDIT)) == 1


def test_a_second_load_adds_nothing(sqlite_engine):
    load(sqlite_engine)
    assert load(sqlite_engine).rows == 0


def test_a_second_load_leaves_the_data_version(sqlite_engine):
    load(sqlite_engine)
    load(sqlite_engine)
    assert number(sqlite_engine, select(DATA_VERSION.c.number)) == 1


def test_a_second_load_keeps_what_somebody_changed(sqlite_engine):
    load(sqlite_engine)
    mine = PARTNERSHIP.c.code == "sample-northmere"
    with sqlite_engine.begin() as connection:
        connection.execute(update(PARTNERSHIP).where(mine).values(name="Ours"))
    load(sqlite_engine)
    assert number(sqlite_engine, select(PARTNERSHIP.c.name).where(mine)) == "Ours"


def test_a_database_without_partnerships_is_empty(sqlite_engine):
    assert is_empty(sqlite_engine)


@pytest.fixture
def command(sqlite_url):
    return lambda *words: CliRunner().invoke(main, words, env={"DATABASE_URL": sqlite_url})


def test_the_command_says_how_many_rows_it_added(command):
    assert "new rows" in command("samples", "load").output


def test_if_empty_leaves_a_database_with_a_partnership_alone(command, sqlite_engine):
    with sqlite_engine.begin() as connection:
        connection.execute(insert(PARTNERSHIP).values(code="ours", name="Ours"))
    command("samples", "load", "--if-empty")
    assert number(sqlite_engine, count(PARTNERSHIP)) == 1


def test_a_database_of_this_version_is_not_brought_to_it_again(command, monkeypatch):
    command("samples", "load", "--if-empty")
    monkeypatch.setattr(migrate, "upgrade", lambda url: pytest.fail(f"brought {url} again"))
    assert "no samples loaded" in command("samples", "load", "--if-empty").output


def test_if_empty_loads_into_a_database_without_partnerships(command, sqlite_engine):
    command("samples", "load", "--if-empty")
    assert number(sqlite_engine, count(PARTNERSHIP)) == 18
