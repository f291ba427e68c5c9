"""An edition to print: tagged, told apart without colour, and on every page which edition it is."""

import re
from dataclasses import replace
from itertools import combinations

import pytest

from dashboard.editions.words import DISCLOSURES
from dashboard.reports import deciding
from dashboard.reports.building import build
from dashboard.reports.explained import SHORTHAND
from dashboard.reports.pack import Chart, Section, number
from dashboard.reports.printed import booklet, drawing
from dashboard.reports.printed.drawing import drawings
from dashboard.reports.printed.paper import said
from dashboard.theme import CONTEXT, INK, MAIN, PAPER
from dashboard.views.view import Cell, Table
from data.people.person import OPERATOR
from data.people.rights import DeniedError
from tests.reports import paper
from tests.reports.conftest import somebody
from tests.reports.test_slides_numbers import AREAS, BEFORE, SERIES, TERMS, YEAR, Figures

pytestmark = pytest.mark.usefixtures("pango")
EDITIONS = {"exact": 1, "rounded": 2, "small counts hidden": 3}
FILL = re.compile(r'<rect[^>]* fill="([^"]+)"[^>]* stroke=')
COLOUR = re.compile(r"#[0-9A-Fa-f]{6}")
# As a black-and-white printer sees them, two greys so far apart are two.
APART = 80


@pytest.fixture(scope="module", params=EDITIONS.values(), ids=EDITIONS)
def number_of(request):
    return request.param


@pytest.fixture(scope="module")
def file(files, number_of):
    return files("printed", number_of)


@pytest.fixture(scope="module")
def pack(files, number_of):
    return build(files.at()(f"edition={number_of}"))


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


def test_cells_of_a_table_know_their_headings(file):
    kinds = [kind for kind, _ in paper.elements(file)]
    assert {"/Table", "/THead", "/TBody", "/TH", "/TD", "/H1", "/H2"} <= set(kinds)
    cells = [found for kind, found in paper.elements(file) if kind == "/TD"]
    assert all(len(cell["/A"]["/Headers"]) > 1 for cell in cells)


def bars(kind, series):
    """A section whose chart shows some series."""
    columns = ("Row", *(f"Series {place}" for place in range(series)))
    row = (Cell("A"), *(Cell(f"{place + 3}", place + 3) for place in range(series)))
    chart = Chart(kind, tuple(range(1, series + 1)), "count")
    return Section("Bars", "Bars", table=Table(columns, (row,)), chart=chart, alt="Bars")


@pytest.mark.parametrize("kind", ["bars", "stacked", "shares"])
def test_series_are_told_apart_without_colour(kind):
    (drawn,) = drawings(bars(kind, 4))
    looks = set(FILL.findall(drawn))
    assert len(looks) == 4
    greys = [grey(each) for each in looks if COLOUR.fullmatch(each)]
    assert all(abs(one - other) > APART for one, other in combinations(greys, 2))


@pytest.mark.parametrize("kind", ["bars", "stacked", "shares", "lines"])
def test_charts_have_no_other_colours(kind):
    drawn = "".join(drawings(bars(kind, 4)))
    assert set(COLOUR.findall(drawn)) <= {INK, PAPER, MAIN, CONTEXT}


def grey(colour):
    """How bright a colour is, of 255."""
    red, green, blue = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return 0.3 * red + 0.59 * green + 0.11 * blue


def test_lines_differ_in_dashes_and_marks():
    (drawn,) = drawings(bars("lines", 4))
    dashes = set(re.findall(r'stroke-dasharray="([^"]+)"', drawn))
    assert len(dashes) == 4


def test_a_chart_of_many_rows_comes_in_several_pieces(pack):
    table = Table(("Row", "Number"), tuple((Cell(f"Row {n}"), Cell(f"{n}", n)) for n in range(70)))
    section = Section("Many", "Many", table=table, chart=Chart("bars", (1,), "count"), alt="Bars.")
    found = drawings(section)
    assert len(found) > 1
    assert "Part 2 of" in found[1]
    assert re.findall(r">Row (\d+)<", "".join(found)) == [str(n) for n in range(70)]


def test_a_row_without_a_number_says_why(pack):
    row = (Cell("Riverside"), Cell("not reported"))
    section = Section(
        "A", "A", table=Table(("Row", "N"), (row,)), chart=Chart("bars", (1,), "count"), alt="A"
    )
    assert "(not reported)" in drawings(section)[0]


def test_bars_are_named_also_where_those_beside_them_are_hidden(files):
    pack = build(files.at()(f"edition={EDITIONS['small counts hidden']}"))
    (section,) = [each for each in pack.sections if each.heading == "Needed and available"]
    drawn = "".join(drawings(section))
    assert section.chart.kind == "bars"
    assert all(name in drawn for name in section.table.columns[1:3])
    assert "(hidden)" in drawn


def boom(*_args, **_more):
    raise ZeroDivisionError


def test_a_part_that_fails_is_named_and_the_others_come(files, monkeypatch):
    monkeypatch.setattr(deciding, "exceptions", boom)
    found = booklet.make(files.at(), 1, OPERATOR)
    assert found.failed == ("Exceptions",)
    assert "Exceptions: this part could not be made" in paper.words(found.file)


def test_a_chart_that_fails_is_named_and_the_others_come(pack, monkeypatch):
    monkeypatch.setattr(drawing.lines, "drawing", boom)
    found = booklet.written(pack)
    assert len(found.failed) == 1
    assert f"{found.failed[0]}: this part could not be made" in paper.words(found.file)
    assert len(paper.alternatives(found.file)) > 3
