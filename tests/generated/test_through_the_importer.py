"""Generated rows are rows that a partner could have sent: the importer says so."""

import pytest

from data.changes.author import Author
from data.changes.upload import Request, upload
from data.generated.load import generate
from data.returns.read import read
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from tests.generated.support import SEED
from tests.support.files import as_workbook


def cell(column, row):
    if row.get(column.na_flag):
        return "n/a"
    value = row.get(column.name)
    return value / 100 if column.kind == "money" and value is not None else value


@pytest.fixture
def sent(made):
    """The rows by sheet that still count, a line each under their headings."""
    return {
        sheet.name: [
            [*COLUMNS, *(column.name for column in sheet.columns)],
            *(
                [*(row[name] for name in COLUMNS), *(cell(column, row) for column in sheet.columns)]
                for row in made[sheet.name]
                if "voided_at" not in row
            ),
        ]
        for sheet in SHEETS.values()
    }


def test_a_return_file_of_them_is_accepted_and_says_what_is_stored(sqlite_engine, sent, tmp_path):
    generate(sqlite_engine, "S", SEED)
    reading = read(as_workbook(tmp_path / "return.xlsx", sent), SHEETS, extra=COLUMNS)
    outcome = upload(sqlite_engine, reading, Request("return.xlsx"), Author("test", "file"))
    rows = sum(len(lines) - 1 for lines in sent.values())
    assert (outcome.errors, outcome.changed, outcome.new, outcome.unchanged) == ((), 0, 0, rows)
