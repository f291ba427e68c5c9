"""I2 and I5: what is too large is refused in words, and text stays text wherever it is shown."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from data.changes import people
from data.changes.rows import Edit, Place, save
from data.returns.sheets import SHEETS
from tests import factories
from tests.changes.conftest import by
from tests.support.people import AUTHOR

CORPUS = [
    "<img src=x onerror=window.__xss=1>",
    "<script>window.__xss=1</script>",
    "javascript:window.__xss=1",
    '"><svg onload=window.__xss=1>',
    "{{7*7}}",
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "|calc",
]
TEXTS = [
    (sheet, column.name)
    for sheet, declared in SHEETS.items()
    for column in declared.columns
    if column.kind == "text"
]


def live_in(page):
    """What of the corpus a browser would take for more than text."""
    marks = ("<img", "<svg onload", "<script>window", 'href="javascript')
    return [mark for mark in marks if mark in page]


@pytest.fixture
def browser(holding, account, browser_of):
    holding(*factories.reference())
    return browser_of(account("manager", "partnership:north"))


@pytest.mark.parametrize(("sheet", "column"), TEXTS)
def test_i5_text_stays_text_on_every_page_and_in_every_file(browser, sqlite_engine, sheet, column):
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
        saved = save(sqlite_engine, Edit(place, None, None, cells, f"{number}"), by("manager"))
        stored += [text] if not saved.outcome.errors else []
    assert stored
    home = f"/update/north/{owner}"
    for path in (home, f"{home}/{sheet}/", f"{home}/{sheet}/row?row=1"):
        page = browser.get(path).text
        assert live_in(page) == []
    listed = browser.get(f"{home}/{sheet}/").text
    assert ("{{7*7}}" in listed) is ("{{7*7}}" in stored)
    book = load_workbook(BytesIO(browser.get(f"{home}/template.xlsx").data))
    cells = [cell for row in book[sheet].iter_rows(min_row=2) for cell in row]
    cells = [cell for cell in cells if cell.value in stored]
    assert {cell.value for cell in cells} == set(stored)
    assert {cell.data_type for cell in cells} == {"s"}


@pytest.mark.parametrize("name", CORPUS[:4])
def test_i5_the_name_of_a_person_stays_text(account, browser_of, sqlite_engine, name):
    browser = browser_of(account("administrator"))
    people.rename(sqlite_engine, AUTHOR, "administrator@example.org", name)
    for path in ("/admin/people/", "/account", "/update/"):
        page = browser.get(path).text
        assert live_in(page) == []


@pytest.mark.parametrize("path", ["/update/north/riverside/file", "/sign-in", "/forgot"])
def test_i2_what_is_too_large_is_refused_in_words_with_the_limit(browser, path):
    form = "multipart/form-data; boundary=x"
    answer = browser.post(path, b"x" * 8_000_000, content_type=form)
    assert (answer.status_code, "up to 5 MB" in answer.text) == (413, True)


def test_i2_it_is_refused_by_what_it_says_of_itself_before_it_is_read(browser):
    answer = browser.post(
        "/update/north/riverside/file",
        b"x",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(10**9)},
    )
    assert answer.status_code == 413
