"""What looks like a formula or a script is text like any other, in and out again."""

import pytest
from openpyxl import load_workbook

from data.reader import Reader
from data.returns.sheets import SHEETS
from data.returns.stored import content
from data.returns.template import make
from data.schema import FACTS
from tests.support.files import as_csv, lines, row

TEXTS = [
    '=HYPERLINK("http://x","y")',
    "+44|calc",
    "-2+3",
    "@SUM(A1)",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
]


def columns(sheet):
    """The columns of a sheet that take any text; a pseudonym may not look like an address."""
    return [
        column.name
        for column in SHEETS[sheet].columns
        if column.kind == "text" or (column.name == "ref" and not column.person)
    ]


def sent(sender, tmp_path, sheet, text):
    """Take in a row with a text in every column that takes one."""
    spoilt = row(sheet, **dict.fromkeys(columns(sheet), text))
    path = as_csv(tmp_path / f"{sheet}.csv", lines([spoilt]))
    assert sender.file(path).errors == ()
    return spoilt["owner"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("sheet", [name for name in SHEETS if columns(name)])
def test_text_is_stored_and_given_out_as_text(sqlite_send, tmp_path, sheet, text):
    owner = sent(sqlite_send, tmp_path, sheet, text)
    (stored,) = sqlite_send.stored(FACTS[sheet])
    assert {getattr(stored, name) for name in columns(sheet)} == {text}

    path = tmp_path / "template.xlsx"
    with Reader(sqlite_send.engine).snapshot() as snapshot:
        path.write_bytes(make(content(snapshot, owner, "north")))
    page = load_workbook(path)[sheet]
    cells = [cell for cell in page[2] if page.cell(1, cell.column).value in columns(sheet)]
    assert {(cell.value, cell.data_type, cell.hyperlink) for cell in cells} == {(text, "s", None)}
    assert sqlite_send.file(path, owner=owner).unchanged == 1
