"""I5: text stays text wherever it is shown, and in every file."""

import csv
from io import BytesIO, StringIO

import pytest
from openpyxl import load_workbook

from data.changes import people
from data.changes.rows import Edit, Place, save
from data.returns.sheets import SHEETS
from layouts.pages import PAGES
from tests import factories
from tests.changes.conftest import by
from tests.promises.hostile import CORPUS, hostile, live_in
from tests.support.people import AUTHOR

TEXTS = [
    (sheet, column.name)
    for sheet, declared in SHEETS.items()
    for column in declared.columns
    if column.kind == "text"
]


@pytest.fixture
def manager(person):
    return person("manager", "partnership:north")


@pytest.mark.parametrize(("sheet", "column"), TEXTS)
def test_i5_text_stays_text_on_every_page_and_in_every_file(manager, engine, sheet, column):
    owner = factories.DEFAULTS[sheet]["owner"]
    place = Place(sheet, "north", owner)
    valid = {
        name: str(value)
        for name, value in factories.DEFAULTS[sheet].items()
        if SHEETS[sheet].has(name)
    }
    stored = []
    for number, text in enumerate(CORPUS):
        cells = valid | {"ref": f"R{number}", column: text}
        saved = save(engine, Edit(place, None, None, cells, f"{number}"), by("manager"))
        stored += [text] if not saved.outcome.errors else []
    assert stored
    home = f"/update/north/{owner}"
    for path in (home, f"{home}/{sheet}/", f"{home}/{sheet}/row?row=1"):
        page = manager.get(path).text
        assert live_in(page) == []
    listed = manager.get(f"{home}/{sheet}/").text
    assert ("{{7*7}}" in listed) is ("{{7*7}}" in stored)
    book = load_workbook(BytesIO(manager.get(f"{home}/template.xlsx").data))
    cells = [cell for row in book[sheet].iter_rows(min_row=2) for cell in row]
    cells = [cell for cell in cells if cell.value in stored]
    assert {cell.value for cell in cells} == set(stored)
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("name", CORPUS[:4])
def test_i5_the_name_of_a_person_stays_text(person, engine, name):
    browser = person("administrator")
    people.rename(engine, AUTHOR, "administrator0@example.org", name)
    for path in ("/admin/people/", "/account", "/update/"):
        page = browser.get(path).text
        assert live_in(page) == []


@pytest.fixture
def names(service, given):
    """Partnerships, organisations and programmes of such names, with rows of every sheet."""
    given(*hostile())


PLAIN = [
    "/update/",
    "/update/partners/",
    "/update/p0/c0",
    "/update/p0/c0/compared",
    "/update/p0/u0/placements/",
    "/update/p0/u0/placements/row",
    "/admin/",
    "/admin/organisation",
    "/admin/partnership",
    "/admin/programme",
    "/admin/membership",
    "/admin/people/",
    "/actions/",
    "/reports/",
    "/reports/new",
    "/reports/definitions/",
    "/reports/definitions/new",
    "/reports/new?step=2&readers=steering_group&partnership=p0",
    "/reports/commentary/?report=steering-group&partnership=p0",
]


@pytest.mark.parametrize("path", PLAIN)
def test_i5_names_stay_text_on_plain_pages(names, person, path):
    answer = person("administrator").get(path)
    assert (answer.status_code, live_in(answer.text)) == (200, [])


FILES = [(page.slug, view.name) for page in PAGES for view in page.views]
SIGNS = ("=", "+", "-", "@", "\t", "\r", "|")


@pytest.fixture
def file_of(person):
    """The cells of a view's file."""
    browser = person("administrator")

    def find(page, view):
        answer = browser.get(f"/download/{page}/{view}.csv")
        lines = csv.reader(StringIO(answer.data.decode("utf-8-sig")))
        return [cell for line in lines for cell in line]

    return find


def is_number(cell):
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize(("page", "view"), FILES)
def test_i5_no_cell_of_a_figure_s_file_is_a_formula(names, file_of, page, view):
    found = [cell for cell in file_of(page, view) if cell.startswith(SIGNS)]
    assert [cell for cell in found if not is_number(cell)] == []


def test_i5_files_of_figures_bear_the_names_and_numbers_below_nought(names, file_of):
    found = {cell for file in FILES for cell in file_of(*file)}
    assert {f"'{text} C" for text in CORPUS if text.startswith(SIGNS)} <= found
    assert any(is_number(cell) and float(cell) < 0 for cell in found)


OPEN = """
document.querySelectorAll("details:not(.where-from)").forEach((one) => { one.open = true; });
document.querySelector("details.where-from > summary")?.click();
"""
HOVER = """
for (const chart of document.querySelectorAll(".js-plotly-plot")) {
    for (let curve = 0; curve < chart.data.length; curve += 1) {
        try { Plotly.Fx.hover(chart, [{curveNumber: curve, pointNumber: 0}]); } catch (e) { }
    }
}
"""
ALIVE = """
const found = [...document.querySelectorAll("[onerror], [onload], [href^='javascript' i]")];
found.push(...document.querySelectorAll(".js-plotly-plot svg a, a[href*='evil.example']"));
return [window.__xss === undefined, found.map((one) => one.outerHTML.slice(0, 200))];
"""


@pytest.fixture
def names_shown(holding):
    """The same on the application that a browser opens."""
    holding(*hostile())


@pytest.mark.parametrize("search", ["", "?partnership=p0&organisation=c0&organisation=u0"])
@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.slug)
def test_i5_names_stay_text_in_charts_and_beside_them(
    names_shown, application, serve, page, search
):
    browser = serve(application, f"{page.path}{search}")
    browser.wait_for_element("main[data-data-version]:not([data-data-version=''])", timeout=20)
    browser._wait_for_callbacks()
    for script in (OPEN, HOVER):
        browser.driver.execute_script(script)
        browser._wait_for_callbacks()
    assert browser.driver.execute_script(ALIVE) == [True, []]
