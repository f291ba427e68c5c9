"""Tables on paper: none of their headings and cells is lost, however long or wide they are."""

from dataclasses import replace

import pytest

from dashboard.reports.pack import Section
from dashboard.reports.printed import booklet
from dashboard.views.view import Cell, Table
from tests.reports import paper

pytestmark = pytest.mark.usefixtures("pango")


def long_table(rows=90, columns=3):
    """A table that needs several pages."""
    heads = tuple(f"Heading {place}" for place in range(columns))
    return Table(
        heads, tuple(tuple(Cell(f"R{row}C{at}") for at in range(columns)) for row in range(rows))
    )


def with_table(pack, table, chart=None):
    section = Section("Long", "A long table", "Of everything", table=table, chart=chart, alt="Long")
    return replace(pack, sections=(section,))


def test_headings_of_a_table_stand_on_every_page_of_it(pack):
    pages = paper.pages(booklet.written(with_table(pack, long_table())).file)
    with_rows = [page for page in pages if "R1" in page or "C1" in page]
    assert len(with_rows) > 2
    assert all("Heading 0 Heading 1 Heading 2" in page for page in with_rows)


def test_a_wide_table_lies_on_its_side_and_loses_nothing(pack):
    file = booklet.written(with_table(pack, long_table(20, 14))).file
    wide = [page for page in paper.opened(file).pages if page.mediabox.width > page.mediabox.height]
    assert wide
    text = paper.words(file)
    assert [cell for row in range(20) for cell in [f"R{row}C13"] if cell not in text] == []
