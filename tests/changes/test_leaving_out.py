"""Rows with problems are left out by choice, and nothing but those."""

import pytest

from data.changes.upload import Request, upload
from data.returns.read import read
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from tests.support.files import AUTHOR, as_workbook, lines, row

OFFER = row("offers", ref="O1")


@pytest.fixture
def sent(sqlite_send, tmp_path):
    """Send a workbook of rows by sheet; those with problems are left out."""
    path = tmp_path / "return.xlsx"

    def upload_without(**sheets):
        if sheets:
            as_workbook(path, {name: lines(rows) for name, rows in sheets.items()})
        request = Request(path.name, leave_out=True)
        return upload(sqlite_send.engine, read(path, SHEETS, extra=COLUMNS), request, AUTHOR)

    return upload_without


def rows_of(outcome):
    return [(problem.sheet, problem.row) for problem in outcome.left_out]


def test_the_others_go_in(sent):
    offers = [OFFER, row("offers", ref="O2", places=-1), row("offers", ref="O3")]
    found = sent(offers=offers)
    assert (found.new, found.errors, rows_of(found)) == (2, (), [("offers", 3)])


def test_what_refers_to_a_row_that_is_left_out_is_left_out_too(sent):
    agreements = [row("agreements", ref="A1", status="signed"), row("agreements", ref="A2")]
    offers = [OFFER | {"agreement_ref": "A1"}, row("offers", ref="O2") | {"agreement_ref": "A2"}]
    found = sent(agreements=agreements, offers=offers)
    assert (found.new, rows_of(found)) == (2, [("agreements", 2), ("offers", 2)])


def test_what_is_wrong_with_the_header_refuses_the_file(sent):
    lacking = {name: value for name, value in OFFER.items() if name != "places"}
    found = sent(offers=[lacking, lacking | {"ref": "O2"}])
    assert (found.accepted, found.left_out, found.errors[0].column) == (0, (), "places")


def test_a_file_sent_again_without_the_same_rows_changes_nothing(sent):
    first = sent(offers=[OFFER, row("offers", ref="O2", places=-1)])
    again = sent()
    assert (first.known_since, first.new, bool(again.known_since), again.new) == (None, 1, True, 0)
