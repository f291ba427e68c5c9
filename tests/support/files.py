"""Files as partners send them, made from the rows of tests/factories/."""

import csv
from pathlib import Path

import pytest
from openpyxl import Workbook
from sqlalchemy import select

from data.changes.author import Author
from data.changes.upload import Request, upload
from data.engine import writing
from data.returns.limits import COMMAND_LINE
from data.returns.read import read
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from data.schema import METADATA
from tests import factories

AUTHOR = Author("tester", "file", factories.NOW)


def row(sheet, **changes):
    """A valid row of a sheet, as cells by column; ``ref`` is blank unless it is named."""
    columns = [column.name for column in SHEETS[sheet].columns]
    valid = factories.valid_row(sheet)
    if not (SHEETS[sheet].has("ref") and SHEETS[sheet].column("ref").required):
        valid.pop("ref", None)
    whose = {name: valid[name] for name in COLUMNS}
    return whose | {name: valid.get(name) for name in columns} | changes


def lines(rows):
    """A header with every column that a row has, and a line for each row."""
    header = list(dict.fromkeys(name for row in rows for name in row))
    return [header, *([row.get(name) for name in header] for row in rows)]


def as_workbook(path, sheets):
    """Write an Excel workbook: sheets by name, each a list of lines."""
    book = Workbook()
    book.remove(book.active)
    for name, several in sheets.items():
        page = book.create_sheet(name)
        for line in several:
            page.append(line)
    book.save(path)
    return path


def as_csv(path, several, delimiter=",", encoding="utf-8"):
    """Write lines as a CSV file."""
    with Path(path).open("w", encoding=encoding, newline="") as file:
        csv.writer(file, delimiter=delimiter).writerows(several)
    return path


class Sender:
    """Sends workbooks of rows to one database."""

    def __init__(self, engine, folder):
        self.engine = engine
        self.path = folder / "return.xlsx"

    def __call__(self, dry_run=False, **sheets):
        """Take in rows by sheet and return what became of them."""
        as_workbook(self.path, {name: lines(rows) for name, rows in sheets.items()})
        return self.file(self.path, dry_run=dry_run)

    def file(self, path, limits=COMMAND_LINE, **request):
        """Take in a file and return what became of it."""
        reading = read(path, SHEETS, extra=COLUMNS, sheet=request.get("sheet"), limits=limits)
        return upload(self.engine, reading, Request(path.name, **request), AUTHOR)

    def stored(self, table):
        """The rows of a table, in the order in which they came."""
        with self.engine.connect() as connection:
            return connection.execute(select(table).order_by(*table.primary_key)).all()

    def everything(self):
        """Every row of every table, as the database has it."""
        return {table.name: self.stored(table) for table in METADATA.sorted_tables}

    def do(self, *statements):
        """Run statements, mostly from tests/factories/."""
        with writing(self.engine) as connection:
            for statement in statements:
                connection.execute(statement)


@pytest.fixture
def send(engine, tmp_path):
    """Send rows to a database that knows ``factories.reference()``: ``send(offers=[row(...)])``."""
    return _sender(engine, tmp_path)


@pytest.fixture
def sqlite_send(sqlite_engine, tmp_path):
    """The same on SQLite alone, for what holds whatever the database is."""
    return _sender(sqlite_engine, tmp_path)


def _sender(engine, folder):
    sender = Sender(engine, folder)
    sender.do(*factories.reference())
    return sender
