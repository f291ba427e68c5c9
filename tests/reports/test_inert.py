"""Text from people stays text in every file of an edition, whatever it looks like."""

from io import BytesIO
from xml.parsers.expat import ParserCreate
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from dashboard.reports.printed import pdf
from data.returns.inert import FORMULA_SIGNS
from tests.promises.hostile import CORPUS, hostile
from tests.reports import deck, paper
from tests.reports.conftest import files_of
from tests.reports.reading import lines

CODES = tuple(f"p{number}" for number in range(len(CORPUS)))
# Neither can stand in XML; the last one ends a marked section of it.
UNWRITABLE = "a\x01b\x7fc\ufffe]]>"


@pytest.fixture(scope="module")
def hostile_files(sqlite_template, tmp_path_factory):
    path = tmp_path_factory.mktemp("hostile")
    with files_of(sqlite_template, path, hostile()) as found:
        found.editions(partnerships=CODES, title=f"=1+1 {UNWRITABLE}")
        yield found


def test_i5_cells_of_a_workbook_are_texts_and_numbers_alone(hostile_files):
    book = load_workbook(BytesIO(hostile_files("workbook", 1)))
    kinds = {cell.data_type for page in book for row in page.iter_rows() for cell in row}
    words = {cell.value for page in book for row in page.iter_rows() for cell in row}
    assert kinds <= {"s", "n"}
    assert set(CORPUS) <= words
    links = {
        cell.hyperlink.target
        for page in book
        for row in page.iter_rows()
        for cell in row
        if cell.hyperlink
    }
    assert links == {None}


def test_i5_cells_of_a_bundle_are_no_formulas(hostile_files):
    archive = hostile_files.bundle(1)
    cells = [
        (column, cell)
        for name, content in archive.items()
        if name.endswith(".csv")
        for row in lines(content)
        for column, cell in row.items()
        if cell.startswith(FORMULA_SIGNS)
    ]
    assert {column for column, _ in cells} == {"value"}
    assert all(float(cell) < 0 for _, cell in cells)


def test_what_xml_can_t_hold_is_left_out(hostile_files):
    with ZipFile(BytesIO(hostile_files("workbook", 1))) as archive:
        for name in archive.namelist():
            ParserCreate().Parse(archive.read(name), True)
    book = load_workbook(BytesIO(hostile_files("workbook", 1)))
    assert book["Cover"]["A1"].value == "=1+1 a b c ]]>"


def test_i5_slides_bear_names_as_text_and_lead_nowhere(hostile_files):
    file = hostile_files("slides", 1)
    words = "\n".join(map(deck.notes, deck.opened(file)))
    assert [text for text in CORPUS if text not in words] == []
    relations = b"".join(deck.parts(file, "ppt/slides/_rels/").values())
    assert (b"hyperlink" in relations, b'TargetMode="External"' in relations) == (False, False)


def test_i5_charts_hold_no_formula(hostile_files):
    cells = [
        cell
        for sheet in deck.workbooks(hostile_files("slides", 1))
        for row in sheet.iter_rows()
        for cell in row
        if cell.value is not None
    ]
    assert {cell.data_type for cell in cells} == {"s", "n"}
    assert any(str(cell.value).startswith("=1+1") for cell in cells)
    assert [cell.hyperlink for cell in cells if cell.hyperlink] == []


def test_what_xml_can_t_hold_is_left_out_of_slides(hostile_files):
    file = hostile_files("slides", 1)
    for content in deck.parts(file, "ppt/slides/slide").values():
        ParserCreate().Parse(content, True)
    assert deck.titles(deck.opened(file))[0] == "=1+1 a b c ]]>"


@pytest.mark.usefixtures("pango")
@pytest.mark.parametrize("form", ["printed", "profiles"])
def test_i5_pages_bear_names_as_text_lead_nowhere_and_fetch_nothing(
    hostile_files, form, monkeypatch
):
    asked = []
    monkeypatch.setattr(pdf, "_refuse", lambda url, *_more, **_named: asked.append(url))
    file = hostile_files(form, 1)
    words = paper.words(file).replace(" ", "")
    assert [text for text in CORPUS if text.replace(" ", "") not in words] == []
    assert (asked, paper.annotations(file)) == ([], [])
    raw = b"".join(page.get_contents().get_data() for page in paper.opened(file).pages)
    assert [mark for mark in (b"/URI", b"/JavaScript", b"/Launch") if mark in raw + file] == []


@pytest.mark.usefixtures("pango")
def test_what_paper_can_t_hold_is_left_out(hostile_files):
    assert "=1+1 a b c ]]>" in paper.pages(hostile_files("printed", 1))[0]
