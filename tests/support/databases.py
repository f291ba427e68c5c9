"""Databases for tests: each test has its own, copied from one that was migrated once."""

import shutil
import sqlite3
from itertools import count

import pytest
from sqlalchemy import event, make_url

from data import migrate
from data.engine import make_engine, writing
from data.reader import Reader
from tests import factories
from tests.support.postgres import run_on

NUMBERS = count(1)
BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory):
    path = tmp_path_factory.mktemp("template") / "template.db"
    migrate.upgrade(f"sqlite:///{path}")
    # Whatever still stands in the write-ahead log would not be copied.
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.close()
    return path


@pytest.fixture(scope="session")
def pg_template(pg_url):
    run_on(pg_url, "CREATE DATABASE template_of_tests")
    migrate.upgrade(address(pg_url, "template_of_tests"))
    return "template_of_tests"


@pytest.fixture
def sqlite_url(sqlite_template, tmp_path):
    """The address of a fresh, migrated SQLite database."""
    path = tmp_path / "test.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture
def postgresql_url(pg_url, pg_template):
    """The address of a fresh, migrated PostgreSQL database."""
    name = f"test_{next(NUMBERS)}"
    run_on(pg_url, f"CREATE DATABASE {name} TEMPLATE {pg_template}")
    yield address(pg_url, name)
    run_on(pg_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def empty_postgresql_url(pg_url):
    """The address of a PostgreSQL database without tables."""
    name = f"test_{next(NUMBERS)}"
    run_on(pg_url, f"CREATE DATABASE {name}")
    yield address(pg_url, name)
    run_on(pg_url, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(params=BOTH)
def database_url(request):
    """The address of a fresh, migrated database; the test runs once on each kind."""
    return request.getfixturevalue(f"{request.param}_url")


@pytest.fixture
def engine(database_url):
    """An engine on a fresh database; the test runs once on SQLite and once on PostgreSQL."""
    yield from _engine(database_url)


@pytest.fixture
def sqlite_engine(sqlite_url):
    """An engine on a fresh SQLite database, for tests that hold whatever the database is."""
    yield from _engine(sqlite_url)


@pytest.fixture
def reader(engine):
    return Reader(engine)


@pytest.fixture
def given(engine):
    """Run statements, mostly from tests/factories/, in one transaction."""

    def insert(*statements):
        with writing(engine) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.execute(factories.everybody_agrees())

    return insert


@pytest.fixture
def queries(engine):
    """The statements the engine runs from here on."""
    seen = []
    event.listen(engine, "before_cursor_execute", lambda c, cur, sql, *rest: seen.append(sql))
    return seen


def address(url, database):
    """The same server's address at another database."""
    return make_url(url).set(database=database).render_as_string(hide_password=False)


def _engine(url):
    engine = make_engine(url)
    yield engine
    engine.dispose()
