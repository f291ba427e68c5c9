"""D3: impossible rows, written in plain SQL past the application: both databases refuse each."""

import re
import shutil
from datetime import date

import pytest
from sqlalchemy.exc import DBAPIError

from data.engine import make_engine
from data.returns.sheets import SHEETS
from data.schema import METADATA
from tests import factories
from tests.data.impossible_people import OF_PEOPLE, PEOPLE_RULES
from tests.data.impossible_rows import BLANKS, KEYS, LINKS, OTHER_RULES, OTHERS, TYPES
from tests.data.impossible_sheets import SHEET_RULES
from tests.support.databases import BOTH, address
from tests.support.postgres import run_on


def whole(table):
    """A row that the database takes; each case spoils one thing in it."""
    return factories.valid_row(table) if table in SHEETS else (OTHERS | OF_PEOPLE)[table]


def plain_sql(table, row):
    columns = ", ".join(f'"{name}"' for name in row)
    values = ", ".join(written(value) for value in row.values())
    return " ".join(["INSERT INTO", f'"{table}"', f"({columns})", "VALUES", f"({values})"])


def written(value):
    if value is None:
        return "NULL"
    if isinstance(value, date):
        return f"'{value.isoformat()}'"
    return str(value) if isinstance(value, int | float) else f"'{value}'"


@pytest.fixture(scope="module")
def sqlite_home(sqlite_template, tmp_path_factory):
    path = tmp_path_factory.mktemp("refusals") / "refusals.db"
    shutil.copyfile(sqlite_template, path)
    return f"sqlite:///{path}"


@pytest.fixture(scope="module")
def postgresql_home(pg_url, pg_template):
    run_on(pg_url, f"CREATE DATABASE refusals TEMPLATE {pg_template}")
    yield address(pg_url, "refusals")
    run_on(pg_url, "DROP DATABASE refusals WITH (FORCE)")


@pytest.fixture(scope="module", params=BOTH)
def connection(request):
    """A database for all the cases, as none of them leaves a row; it holds their neighbours."""
    engine = make_engine(request.getfixturevalue(f"{request.param}_home"))
    with engine.connect() as opened:
        with opened.begin():
            for statement in NEIGHBOURS:
                opened.execute(statement)
        yield opened
    engine.dispose()


# What the spoilt rows point at, or collide with.
NEIGHBOURS = (
    *factories.reference(),
    factories.partnership("east"),
    factories.university("other"),
    factories.programme("other-ba", "other"),
    factories.council("lonely"),
    factories.period(),
    factories.agreement(partnership="east", ref="elsewhere"),
    factories.offer(owner="lonely", ref="of-lonely"),
    factories.demand(ref="taken"),
    factories.workforce(service_area="children"),
    factories.user(7000, "sam@x.org"),
    factories.token(7000, 7000),
)


def insert(connection, table, row):
    sql = plain_sql(table, row)
    if connection.dialect.name == "sqlite":
        # Each database writes down bytes in its own way.
        sql = re.sub(r"'\\x([0-9a-f]+)'", r"x'\1'", sql)
    connection.exec_driver_sql(sql)


@pytest.mark.parametrize(
    ("table", "changes", "refusal"),
    [*SHEET_RULES, *OTHER_RULES, *PEOPLE_RULES, *LINKS, *KEYS, *BLANKS, *TYPES],
)
def test_d3_the_database_itself_refuses(connection, table, changes, refusal):
    on_sqlite, on_postgresql = refusal
    with connection.begin() as attempt:
        with pytest.raises(DBAPIError) as refused:
            insert(connection, table, whole(table) | changes)
        attempt.rollback()
    said = str(refused.value.orig)
    assert (on_sqlite if connection.dialect.name == "sqlite" else on_postgresql) in said


TABLES = [*SHEETS, *(name for name in OTHERS if name != "data_version"), *OF_PEOPLE]


@pytest.mark.parametrize("table", TABLES)
def test_d3_the_same_row_unspoilt_is_taken(connection, table):
    with connection.begin() as attempt:
        before = rows_of(connection, table)
        insert(connection, table, whole(table))
        after = rows_of(connection, table)
        attempt.rollback()
    assert after == before + 1


def rows_of(connection, table):
    return len(connection.execute(METADATA.tables[table].select()).all())
