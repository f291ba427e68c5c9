"""An edition to print: tagged, told apart without colour, and on every page which edition it is."""

import re

import pytest

from dashboard.editions.words import DISCLOSURES
from dashboard.reports.explained import SHORTHAND
from dashboard.reports.pack import number
from dashboard.reports.printed.drawing import drawings
from dashboard.reports.printed.paper import said
from data.people.rights import DeniedError
from tests.reports import paper
from tests.reports.conftest import somebody
from tests.reports.test_slides_numbers import AREAS, BEFORE, SERIES, TERMS, YEAR, Figures

pytestmark = pytest.mark.usefixtures("pango")


@pytest.fixture(scope="module")
def file(files, number_of):
    return files("printed", number_of)


def test_it_is_tagged_and_says_its_language_and_title(file, pack):
    root = paper.opened(file).root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert (root["/Lang"], b"pdfuaid:part" in file) == ("en-GB", False)
    assert paper.opened(file).metadata.title == pack.edition.title
    assert b"pdfuaid" in root["/Metadata"].get_data()


def test_every_page_says_which_edition_it_is_of_whom_and_its_place(file, pack):
    found = paper.pages(file)
    for place, page in enumerate(found, 1):
        assert f"Page {place} of {len(found)}" in page
        assert pack.name in page
        assert f"{pack.edition.title} · North Teaching Partnership and South" in page
        assert "as at 1 February 2026" in page
    manner = DISCLOSURES[pack.edition.disclosure]
    assert all(manner in page for page in found)


def test_the_outline_leads_to_every_part(file, pack):
    titles = [paper.one_line(section.title) for section in pack.sections]
    assert paper.bookmarks(file) == [pack.edition.title, *titles]


def test_every_chart_has_its_alternative(file, pack):
    charted = [section.alt for section in pack.sections if section.chart]
    assert len(charted) > 4
    assert sorted(paper.alternatives(file)) == sorted(charted)


def test_every_cell_of_every_part_is_there(file, pack):
    text = paper.words(file).replace(" ", "")
    cells = [
        said(cell)
        for section in pack.sections
        if section.table
        for row in (*section.table.rows, section.table.footer)
        for cell in row
    ]
    assert len(cells) > 100
    assert [cell for cell in cells if cell.replace(" ", "") not in text] == []


def test_every_sentence_and_note_is_there(file, pack):
    text = paper.words(file)
    told = [line for section in pack.sections for line in (*section.lines, *section.notes)]
    assert [line for line in told if paper.one_line(line).removesuffix(".") not in text] == []


def test_rows_of_supply_and_demand_are_those_of_the_edition(files, file, number_of):
    figures, text = Figures(files, number_of)["academic_year", "term"], paper.words(file)
    found = {
        (TERMS[key[1]], indicator): words
        for (indicator, key), (value, words) in figures.items()
        if indicator in SERIES and key[0] == YEAR and key[1] and value
    }
    assert found
    for (term, _), words in found.items():
        assert re.search(rf"\b{term} .{{0,20}}\b{re.escape(words)}\b", text)


def test_last_year_s_areas_are_those_of_the_edition(files, file, number_of):
    figures, text = Figures(files, number_of)["academic_year", "service_area"], paper.words(file)
    found = {
        AREAS[key[1]]: words
        for (indicator, key), (value, words) in figures.items()
        if indicator == "unmatched_shortfall" and key[0] == YEAR and words not in ("", "0")
    }
    assert found
    assert BEFORE in text
    assert all(re.search(rf"{area} .{{0,30}}\b{words}\b", text) for area, words in found.items())


def test_numbers_beside_bars_are_those_of_the_table(pack):
    for section in pack.sections:
        if section.chart is None or section.chart.kind != "bars":
            continue
        drawn = " ".join(re.findall(r">([^<]+)</text>", "".join(drawings(section))))
        for row in section.table.rows:
            for place in section.chart.columns:
                value = number(row[place].value)
                assert value is None or row[place].text.split(" (")[0] in drawn


def test_a_mark_of_a_figure_is_explained(file):
    text = paper.words(file)
    assert "[p]" in text
    assert [line for line in SHORTHAND.items() if " ".join(line) not in text] == []


def test_the_same_edition_gives_the_same_file(files):
    assert files("printed", 1) == files("printed", 1)


def test_members_of_one_partnership_see_nothing_of_the_other(files):
    words = paper.words(files("printed", 1, somebody("viewer", "south")))
    assert ("Northern" in words, "41" in words) == (False, True)


def test_who_may_not_read_an_edition_gets_no_pages(files):
    with pytest.raises(DeniedError):
        files("printed", 1, somebody("funder", "north"))


def test_cells_of_a_table_know_their_headings(file):
    kinds = [kind for kind, _ in paper.elements(file)]
    assert {"/Table", "/THead", "/TBody", "/TH", "/TD", "/H1", "/H2"} <= set(kinds)
    cells = [found for kind, found in paper.elements(file) if kind == "/TD"]
    assert all(len(cell["/A"]["/Headers"]) > 1 for cell in cells)
