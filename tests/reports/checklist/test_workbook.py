"""The whole workbook meets the checklist: notes, links, titles, type and colours."""

from dashboard.reports.explained import SHORTHAND
from tests.reports.checklist.conftest import cells
from tests.reports.reading import HEADER, tables


def test_nothing_is_hidden(book):
    for page in book:
        dimensions = (*page.row_dimensions.values(), *page.column_dimensions.values())
        assert (page.sheet_state, [each for each in dimensions if each.hidden]) == ("visible", [])


def test_every_mark_that_is_used_is_explained(book):
    explained = {row[0].value for row in book["Marks"].iter_rows(min_row=HEADER + 1)}
    found = {
        word
        for rows in tables(book).values()
        for row in rows
        for text in row.values()
        for word in str(text).split()[:1]
        if word.startswith("[")
    }
    assert explained == set(SHORTHAND) >= found
    assert {"[x]", "[z]"} <= found


def test_notes_are_words_without_the_marks_of_a_web_page(book):
    assert [cell.value for cell in cells(book["Notes"]) if "](" in str(cell.value)] == []


def test_notes_stand_in_a_table_of_their_own(book):
    headings = [cell.value for cell in book["Notes"][HEADER]]
    notes = [row[0].value for row in book["Notes"].iter_rows(min_row=HEADER + 1)]
    assert headings == ["Note", "About", "Text"]
    assert notes == [f"Note {number}" for number in range(1, len(notes) + 1)]


def test_links_say_where_they_lead_and_lead_there(book):
    links = [
        (cell.value, cell.hyperlink) for page in book for cell in cells(page) if cell.hyperlink
    ]
    assert {(link.location, link.target) for _, link in links} == {
        (f"'{name}'!A1", None) for name, _ in links
    }
    assert {name for name, _ in links} <= set(book.sheetnames)


def test_contents_lead_to_every_sheet_and_every_sheet_to_the_contents(book):
    listed = [row[0].value for row in book["Contents"].iter_rows(min_row=HEADER + 1)]
    assert listed == book.sheetnames[2:]
    leads = {page.cell(4, 1).value for page in book if page.title != "Contents"}
    assert leads == {"Contents"}


def test_every_sheet_has_a_title_of_its_own_that_looks_like_one(book):
    titles = [page["A1"] for page in book]
    assert {(cell.font.b, cell.font.sz) for cell in titles} == {(True, 16)}
    assert len({cell.value for cell in titles}) == len(titles)


def test_text_is_large_enough_and_in_a_plain_font(book):
    fonts = {(cell.font.name, cell.font.sz >= 12) for page in book for cell in cells(page)}
    assert fonts == {("Arial", True)}


def test_there_are_no_headers_footers_or_boxes(parts):
    texts = [text for name, text in parts.items() if name.startswith("xl/")]
    assert not [text for text in texts if "<headerFooter" in text or "<xdr:sp>" in text]


def test_no_cell_is_filled_or_ruled(book):
    looks = {
        (cell.fill.fill_type, cell.border.left.style, cell.border.bottom.style)
        for page in book
        for cell in cells(page)
    }
    styles = {table.tableStyleInfo for page in book for table in page.tables.values()}
    assert looks == {(None, None, None)}
    assert {style and style.name for style in styles} <= {None, ""}


def test_colour_is_for_links_alone_and_they_are_underlined(book):
    coloured = [
        cell
        for page in book
        for cell in cells(page)
        if cell.font.color is not None
        and cell.font.color.rgb not in (None, "FF000000")
        and cell.font.color.type == "rgb"
    ]
    assert {bool(cell.hyperlink) and cell.font.u for cell in coloured} == {"single"}


def test_there_are_no_pictures_and_no_macros(parts):
    assert [name for name in parts if "media" in name or "vba" in name.lower()] == []


def test_sheets_have_names_of_their_own_and_none_is_blank(book):
    assert len({name.casefold() for name in book.sheetnames}) == len(book.sheetnames)
    assert min(page.max_row for page in book) >= HEADER - 1


def test_the_document_bears_its_title_and_its_language(book):
    said = book.properties
    assert said.title.startswith("Steering group. Edition ")
    assert (said.language, said.creator) == ("en-GB", "Teaching Partnership Dashboard")


def test_it_opens_at_the_beginning(book):
    assert book.active.title == book.sheetnames[0] == "Cover"
    assert book.active.sheet_view.selection[0].activeCell in (None, "A1")


def test_every_chart_is_described_with_its_numbers(parts):
    drawings = [text for name, text in parts.items() if name.startswith("xl/drawings/drawing")]
    assert drawings
    assert all('descr="' in text and " chart of " in text for text in drawings)


def test_no_cell_holds_a_formula(parts):
    sheets = [text for name, text in parts.items() if name.startswith("xl/worksheets/sheet")]
    assert not [text for text in sheets if "<f>" in text or "<f " in text]
