"""Tables meet the accessibility checklist for statistics in spreadsheets.

The checks are those of the Analysis Function's "checklist of the basics", as gptables lists them.
"""

from collections import Counter

from dashboard.reports.plain_sheet import WIDEST
from dashboard.reports.workbook import LINE
from tests.reports.checklist.conftest import cells, with_tables
from tests.reports.reading import HEADER


def test_every_table_is_marked_and_there_is_one_a_sheet(book):
    assert {len(page.tables) for page in book if not page._charts} == {1}


def test_charts_stand_on_sheets_of_their_own(book):
    charts = [page for page in book if page._charts]
    assert charts
    assert {(len(page.tables), len(page._charts)) for page in charts} == {(0, 1)}


def test_tables_have_names_that_mean_something(book):
    found = {page.title: next(iter(page.tables)) for page in with_tables(book)}
    assert found["Year and area"] == "year_and_area"
    assert found == {title: title.lower().replace(" ", "_") for title in found}


def test_no_cells_are_merged(book):
    assert [page.title for page in book if page.merged_cells.ranges] == []


def test_tables_begin_at_the_left_in_the_same_row_and_nothing_stands_below(book):
    places = {(table.ref.split(":")[0]) for page in book for table in page.tables.values()}
    ends = [(page.title, page.dimensions) for page in with_tables(book)]
    marked = [(page.title, next(iter(page.tables.values())).ref) for page in with_tables(book)]
    assert places == {f"A{HEADER}"}
    assert [(title, ref.replace(f"A{HEADER}", "A1")) for title, ref in marked] == ends


def test_tables_have_one_row_of_headings_that_differ(book):
    for page in with_tables(book):
        (table,) = page.tables.values()
        headings = [cell.value for cell in page[HEADER]]
        assert table.headerRowCount == 1
        assert [column.name for column in table.tableColumns] == headings
        assert Counter(map(str.casefold, headings)).most_common(1)[0][1] == 1


def test_no_cell_of_a_table_is_empty(book):
    for page in with_tables(book):
        rows = page.iter_rows(min_row=HEADER)
        assert [cell.coordinate for row in rows for cell in row if cell.value in (None, "")] == []


def test_rows_above_a_table_hold_something(book):
    for page in book:
        assert all(page.cell(row, 1).value for row in range(1, HEADER)), page.title


def test_text_that_is_longer_than_its_column_is_wrapped(book):
    for page in with_tables(book):
        for row in page.iter_rows(min_row=HEADER):
            for cell in row:
                width = page.column_dimensions[cell.column_letter].width
                fits = len(str(cell.value)) <= width or isinstance(cell.value, float)
                assert fits or cell.alignment.wrap_text, (page.title, cell.coordinate)


def test_rows_are_as_high_as_their_longest_text_needs(book):
    for page in with_tables(book):
        for cell in cells(page):
            if cell.row > HEADER and len(str(cell.value)) > 2 * WIDEST:
                assert page.row_dimensions[cell.row].height >= 3 * LINE


def test_there_are_no_filters_and_no_frozen_panes(book):
    assert [page.title for page in book if page.freeze_panes or page.auto_filter.ref] == []
    assert {table.autoFilter for page in book for table in page.tables.values()} == {None}
