"""Impossible rows, written in plain SQL past the application: both databases refuse each."""

from datetime import date

import pytest
from sqlalchemy.exc import DBAPIError

from data.returns.sheets import SHEETS
from data.schema import METADATA
from tests import factories
from tests.data.impossible_rows import BLANKS, KEYS, LINKS, OTHER_RULES, OTHERS, TYPES
from tests.data.impossible_sheets import SHEET_RULES


def whole(table):
    """A row that the database takes; each case spoils one thing in it."""
    return factories.valid_row(table) if table in SHEETS else OTHERS[table]


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


@pytest.fixture
def neighbours(given):
    """What the spoilt rows point at, or collide with."""
    given(
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
    )


def insert(engine, table, row):
    with engine.begin() as connection:
        connection.exec_driver_sql(plain_sql(table, row))


@pytest.mark.usefixtures("neighbours")
@pytest.mark.parametrize(
    ("table", "changes", "refusal"),
    [*SHEET_RULES, *OTHER_RULES, *LINKS, *KEYS, *BLANKS, *TYPES],
)
def test_the_database_itself_refuses(engine, table, changes, refusal):
    on_sqlite, on_postgresql = refusal
    with pytest.raises(DBAPIError) as refused:
        insert(engine, table, whole(table) | changes)
    said = str(refused.value.orig)
    assert (on_sqlite if engine.dialect.name == "sqlite" else on_postgresql) in said


@pytest.mark.usefixtures("neighbours")
@pytest.mark.parametrize("table", [*SHEETS, *(name for name in OTHERS if name != "data_version")])
def test_the_same_row_unspoilt_is_taken(engine, table):
    insert(engine, table, whole(table))
    with engine.connect() as connection:
        assert connection.execute(METADATA.tables[table].select()).all()
