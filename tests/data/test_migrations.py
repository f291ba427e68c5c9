"""A database is brought to the shape of the code once, whole, and by one process at a time."""

import re
from multiprocessing import get_context

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import column, inspect, select, table
from sqlalchemy.exc import DBAPIError

from data import migrate, revision
from data.engine import make_engine, writing
from data.schema import AUDIT, METADATA, REGION
from tests import factories
from tests.support.databases import address
from tests.support.postgres import run_on

REVISION = table("alembic_version", column("version_num"))
ENGLAND = {f"E1200000{number}": None for number in range(1, 10)}
OTHER_NATIONS = {"W92000004": None, "S92000003": None, "N92000002": None}
PARTS_OF_LONDON = {"E13000001": "E12000007", "E13000002": "E12000007"}


@pytest.fixture
def from_scratch(tmp_path):
    """An SQLite database made from the schema alone, without migrations."""
    engine = make_engine(f"sqlite:///{tmp_path / 'scratch.db'}")
    METADATA.create_all(engine)
    yield engine
    engine.dispose()


@pytest.fixture
def postgresql_from_scratch(pg_url):
    """The same on PostgreSQL."""
    run_on(pg_url, "CREATE DATABASE scratch")
    engine = make_engine(address(pg_url, "scratch"))
    METADATA.create_all(engine)
    yield engine
    engine.dispose()
    run_on(pg_url, "DROP DATABASE scratch WITH (FORCE)")


def contents(engine):
    """Every row of every table."""
    with engine.connect() as connection:
        return {
            name: connection.execute(each.select()).all() for name, each in METADATA.tables.items()
        }


def statements(engine):
    """The statements that made an SQLite database's tables and indexes, spaced alike."""
    master = table("sqlite_master", column("name"), column("type"), column("sql"))
    made = select(master.c.name, master.c.sql).where(
        master.c.type.in_(("table", "index")),
        master.c.sql.is_not(None),
        master.c.name != REVISION.name,
    )
    with engine.connect() as connection:
        return {name: spaced(sql) for name, sql in connection.execute(made)}


def spaced(sql):
    return re.sub(r"\s*([(),])\s*", r"\1 ", re.sub(r"\s+", " ", sql)).strip()


def constraints(engine):
    """What PostgreSQL holds each table to, in its own words."""
    catalogue = """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
        WHERE connamespace = 'public'::regnamespace AND conrelid <> 0
        UNION ALL SELECT tablename, indexname, indexdef FROM pg_indexes
        WHERE schemaname = 'public'
    """
    with engine.connect() as connection:
        rows = connection.exec_driver_sql(catalogue).all()
    return {tuple(row) for row in rows if row[0] != REVISION.name}


def test_a_second_upgrade_changes_nothing(engine, database_url):
    before = contents(engine)
    migrate.upgrade(database_url)
    assert contents(engine) == before


def test_an_upgraded_database_stands_at_the_newest_revision(engine):
    assert revision.current(engine) == migrate.head()


def test_the_newest_revision_is_the_one_that_migrations_end_with():
    assert revision.newest() == migrate.head()


def test_a_database_without_tables_stands_at_no_revision(tmp_path):
    engine = make_engine(f"sqlite:///{tmp_path / 'empty.db'}")
    assert revision.current(engine) == ""
    engine.dispose()


def test_migrations_make_what_the_schema_declares_on_sqlite(sqlite_engine, from_scratch):
    assert statements(sqlite_engine) == statements(from_scratch)


@pytest.mark.postgres
def test_migrations_make_the_tables_that_the_schema_declares_on_postgresql(postgresql_url):
    engine = make_engine(postgresql_url)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_server_default": True})
        assert compare_metadata(context, METADATA) == []
    engine.dispose()


@pytest.mark.postgres
def test_migrations_hold_rows_to_what_the_schema_declares_on_postgresql(
    postgresql_url, postgresql_from_scratch
):
    engine = make_engine(postgresql_url)
    assert constraints(engine) == constraints(postgresql_from_scratch)
    engine.dispose()


def test_every_table_of_the_schema_is_there(engine):
    assert set(inspect(engine).get_table_names()) == {*METADATA.tables, REVISION.name}


def test_the_regions_come_with_the_first_migration(engine):
    with engine.connect() as connection:
        rows = connection.execute(select(REGION.c.code, REGION.c.part_of)).all()
    assert dict(tuple(row) for row in rows) == ENGLAND | OTHER_NATIONS | PARTS_OF_LONDON


@pytest.mark.parametrize("change", [AUDIT.update().values(who="nobody"), AUDIT.delete()])
def test_the_audit_can_not_be_rewritten(engine, given, change):
    entry = {"when": factories.NOW, "who": "test", "door": "form", "table": "demand", "row": "1"}
    given(AUDIT.insert().values(entry | {"after": {"students": 1}}))
    with pytest.raises(DBAPIError, match="append-only"), writing(engine) as connection:
        connection.execute(change)


def test_a_newer_database_is_refused_in_words(engine, database_url):
    with writing(engine) as connection:
        connection.execute(REVISION.update().values(version_num="9999"))
    with pytest.raises(migrate.NewerDatabaseError, match="revision 9999"):
        migrate.upgrade(database_url)


def test_a_newer_database_is_left_as_it_was(engine, database_url):
    with writing(engine) as connection:
        connection.execute(REVISION.update().values(version_num="9999"))
    before = contents(engine)
    with pytest.raises(migrate.NewerDatabaseError):
        migrate.upgrade(database_url)
    assert contents(engine) == before


def test_processes_may_upgrade_at_once(tmp_path):
    url = f"sqlite:///{tmp_path / 'shared.db'}"
    with get_context("spawn").Pool(3) as pool:
        revisions = pool.map(migrate.upgrade, [url] * 3, chunksize=1)
    assert revisions == [migrate.head()] * 3
