"""The samples are rows that a partner could have sent: the importer says so."""

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from data.changes.author import Author
from data.changes.upload import Request, upload
from data.returns.read import read
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from data.samples.load import load
from data.schema import ROW_QUERY


def cell(column, value):
    return value / 100 if column.kind == "money" and isinstance(value, int) else value


@pytest.fixture
def workbook(invented, tmp_path):
    """The invented rows as a return file, a sheet each."""
    book = Workbook(write_only=True)
    for sheet in SHEETS.values():
        page = book.create_sheet(sheet.name)
        page.append([*COLUMNS, *(column.name for column in sheet.columns)])
        for row in invented[sheet.name]:
            values = [cell(column, row.get(column.name)) for column in sheet.columns]
            page.append([*(row[name] for name in COLUMNS), *values])
    path = tmp_path / "return.xlsx"
    book.save(path)
    return path


@pytest.fixture
def outcome(sqlite_engine, workbook):
    """What the importer says of the file, after the samples were loaded."""
    load(sqlite_engine)
    reading = read(workbook, SHEETS, extra=COLUMNS)
    return upload(sqlite_engine, reading, Request("return.xlsx"), Author("test", "file"))


def test_a_return_file_of_the_samples_is_accepted_and_says_what_is_stored(outcome, invented):
    rows = sum(len(invented[name]) for name in SHEETS)
    assert (outcome.errors, outcome.changed, outcome.new, outcome.unchanged) == ((), 0, 0, rows)


def test_rows_that_raise_a_query_are_marked(sqlite_engine):
    load(sqlite_engine)
    with sqlite_engine.connect() as connection:
        marked = set(connection.scalars(select(ROW_QUERY.c.rule)))
    assert marked == {
        "differs_from_partner",
        "educator_not_current",
        "far_from_last_year",
        "new_but_registered",
        "overlapping_placements",
        "same_team",
        "status_without_reason",
        "unusual_days",
    }
