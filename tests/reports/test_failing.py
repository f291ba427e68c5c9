"""A sheet that can't be made is named in its place, and the others still come."""

from io import BytesIO

import pytest
from click.testing import CliRunner
from openpyxl import load_workbook

from dashboard.cli import main
from dashboard.reports import tidy_tables, workbook
from data.people.person import OPERATOR

CUT = "Partnership and stage"
SHEETS = {
    "a table of figures": (tidy_tables, "sheet", CUT),
    "a sheet half written": (workbook.Writer, "_cell", "Notes"),
    "a chart": (workbook, "draw", "Chart 1"),
}


@pytest.fixture(params=SHEETS.values(), ids=SHEETS)
def failing(request, monkeypatch):
    """The name of a sheet that can't be made."""
    where, what, name = request.param
    as_it_is = getattr(where, what)

    failed = []

    def fail(*args):
        called = {str(getattr(each, "name", "")) for each in args} | {
            tidy_tables.name(each) for each in args if what == "sheet" and isinstance(each, tuple)
        }
        if name in called and not failed:
            failed.append(name)
            raise ZeroDivisionError
        return as_it_is(*args)

    monkeypatch.setattr(where, what, fail)
    return name


def values(page):
    return list(page.values)


def test_a_sheet_that_fails_is_named_and_the_others_come(files, failing, caplog):
    found = workbook.make(files.at(), 1, OPERATOR)
    book = load_workbook(BytesIO(found.file))
    whole = files.workbook(1)
    assert found.failed == (failing,)
    assert book.sheetnames == whole.sheetnames
    assert book[failing]["A1"].value == f"{failing}: this sheet could not be made"
    # The contents name what failed as well.
    others = set(whole.sheetnames) - {failing, "Contents"}
    assert {name for name in others if values(book[name]) != values(whole[name])} == set()
    assert f"A sheet could not be made: {failing}" in caplog.text
    assert "ZeroDivisionError" in caplog.text


def test_the_command_names_the_sheet_and_writes_the_others(files, failing, tmp_path, monkeypatch):
    monkeypatch.setenv("DATABASE_URL", str(files.engine.url))
    out = tmp_path / "out.xlsx"
    result = CliRunner().invoke(main, ["report", "workbook", "--edition", "1", str(out)])
    assert (result.exit_code, result.stderr) == (1, f"Could not be made: {failing}.\n")
    assert failing in load_workbook(out).sheetnames
