"""Files whose columns have other names: somebody says which is which, and nothing is guessed."""

import re
from html import unescape
from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.support.files import as_workbook, lines, row
from tests.updating.conftest import HOME
from tests.updating.test_files import confirm, file_of, token

HEADINGS = "ref\tsectr\tlevel\tArea\tstatutory\twindow_start\tHow many\tstatus"
ROW = "O9\tlocal_authority\tfinal\tadults\tyes\t2026-01-12\t3\toffered"
PASTED = f"{HEADINGS}\n{ROW}"
CHOSEN = {
    "match-offers-ref": "A",
    "match-offers-sector": "B",
    "match-offers-level": "C",
    "match-offers-service_area": "D",
    "match-offers-statutory": "E",
    "match-offers-window_start": "F",
    "match-offers-places": "G",
    "match-offers-status": "H",
}


@pytest.fixture
def asked(person):
    """A browser at the step where columns are matched, and the page."""
    browser = person()
    return browser, browser.post(f"{HOME}/file", {"rows": PASTED, "sheet": "offers"})


def match(browser, answer, **changes):
    form = {"token": token(answer)} | CHOSEN | changes
    return browser.post(f"{HOME}/file/match", form)


def cells(rows):
    return [line.split("\t") for line in rows.splitlines()]


def chosen(page):
    """What is chosen for each column, by its name."""
    return {
        name: re.search(r'value="([^"]*)"[^>]*selected', body)[1]
        for name, body in re.findall(r'name="match-offers-(\w+)"(.*?)</select>', page, re.S)
    }


def test_what_is_known_and_what_comes_close_stands_there_already(asked):
    _, answer = asked
    found = chosen(answer.text)
    assert (answer.status_code, found["level"], found["sector"], found["places"]) == (
        422,
        "C",
        "B",
        "",
    )
    assert "Proposed, because the names are close. First values: local_authority" in answer.text
    assert "Not known there: “sectr” (column B), “Area” (column D), “How many” (column G)." in (
        unescape(answer.text)
    )


def test_who_does_not_want_to_match_sees_what_is_wrong(asked):
    page = asked[1].text
    assert "What is wrong with the file as it is: 3 problems" in page
    assert "This is no column of offers, but comes close to sector." in page
    assert "The column places is missing." in page


def test_what_was_matched_is_looked_at_confirmed_and_stored(asked, stored):
    browser, answer = asked
    looked_at = match(browser, answer)
    assert (looked_at.status_code, "1 new, 0 changed" in looked_at.text) == (200, True)
    assert len(stored("offers")) == 1
    assert confirm(browser, looked_at).status_code == 303
    assert (stored("offers")[1]["ref"], stored("offers")[1]["places"]) == ("O9", 3)


def test_the_matching_stands_in_the_history_of_files(asked, stored):
    browser, answer = asked
    confirm(browser, match(browser, answer))
    assert stored("upload")[0]["matching"]["offers"]["places"] == "G"
    assert "Offers, Places: column G" in browser.get(HOME).text


def test_the_same_file_again_is_known(asked):
    browser, answer = asked
    confirm(browser, match(browser, answer))
    again = browser.post(f"{HOME}/file", {"rows": PASTED, "sheet": "offers"})
    assert "already uploaded on" in again.text


def test_it_can_be_matched_otherwise_before_it_is_confirmed(asked):
    browser, answer = asked
    looked_at = match(browser, answer)
    again = browser.post(f"{HOME}/file/match", {"token": token(looked_at)})
    assert chosen(again.text)["places"] == "G"
    other = match(browser, again, **{"match-offers-places": "C"})
    assert "Column C, “level”, was chosen for level already." in unescape(other.text)


def test_what_was_chosen_stays_beside_what_is_wrong_with_it(asked, stored):
    browser, answer = asked
    refused = match(browser, answer, **{"match-offers-places": "", "match-offers-team": "D"})
    assert (refused.status_code, chosen(refused.text)["ref"]) == (422, "A")
    assert ('href="#match-offers-places"' in refused.text, len(stored("offers"))) == (True, 1)
    assert 'id="match-offers-places-error"' in refused.text


def test_a_file_is_matched_like_pasted_rows(person, stored):
    browser = person()
    answer = browser.post(f"{HOME}/file", file_of(PASTED.replace("\t", ",")))
    browser.post(f"{HOME}/file/confirm", {"token": token(match(browser, answer)), "door": "file"})
    assert stored("offers")[1]["places"] == 3


def test_each_sheet_of_a_workbook_is_asked_about_alone(person, tmp_path):
    sheets = {"offers": cells(PASTED), "agreements": lines([row("agreements")])}
    path = as_workbook(tmp_path / "ours.xlsx", sheets)
    answer = person().post(f"{HOME}/file", {"file": (BytesIO(path.read_bytes()), "ours.xlsx")})
    assert ("match-offers-places" in answer.text, "match-agreements-" in answer.text) == (
        True,
        False,
    )


@pytest.mark.parametrize("name", ["autumn.csv", "autumn.xlsx"])
def test_which_sheet_it_is_can_be_said(person, tmp_path, name):
    browser, rows = person(), PASTED.replace("sectr", "sector").replace("Area", "service_area")
    rows = rows.replace("How many", "places")
    content = rows.replace("\t", ",").encode()
    if name.endswith(".xlsx"):
        content = as_workbook(tmp_path / name, {"Sheet1": cells(rows)}).read_bytes()
    answer = browser.post(f"{HOME}/file", {"file": (BytesIO(content), name), "sheet": ""})
    assert "Which sheet is it?" in answer.text
    said = browser.post(f"{HOME}/file/match", {"token": token(answer), "sheet": "offers"})
    assert "1 new, 0 changed" in said.text


def test_a_csv_file_of_a_sheet_s_name_is_asked_about_its_columns_alone(person):
    sent = file_of(PASTED.replace("\t", ","), "Offers.csv") | {"sheet": ""}
    assert "Match columns" in person().post(f"{HOME}/file", sent).text


def test_rows_under_names_with_slips_alone_are_no_cells(person):
    rows = "sectr\tlevl\tservice areas\tstatutry\n" + "local_authority\tfinal\tadults\tyes"
    answer = person().post(f"{HOME}/file", {"rows": rows, "sheet": "offers"})
    assert chosen(answer.text)["level"] == "B"


@pytest.mark.parametrize(
    ("named", "leads_to"), [({}, "problems; nothing was stored"), ({"named": "1"}, "Match columns")]
)
def test_rows_under_names_of_one_s_own_are_said_to_be_such(person, named, leads_to):
    form = {"rows": "Kind\tNo\nlocal_authority\t3", "sheet": "offers"} | named
    assert leads_to in person().post(f"{HOME}/file", form).text


def test_a_column_that_looks_personal_is_never_offered(person, stored):
    rows = PASTED.replace("How many", "Student name").replace("\t3\t", "\tAnn Example\t")
    answer = person().post(f"{HOME}/file", {"rows": rows, "sheet": "offers"})
    assert (answer.status_code, "looks personal" in answer.text) == (422, True)
    assert ("match-offers" in answer.text, stored("waiting_file")) == (False, [])


def test_what_stands_for_somebody_is_not_shown(person):
    form = {"rows": "Whose\tlevel\nAnn Example\tfinal", "sheet": "placements"}
    browser = person("manager", "partnership:north")
    page = browser.post("/update/north/northern/file", form).text
    field = re.search(r'name="match-placements-student_ref"(.*?)</select>', page, re.S)[1]
    assert ("Whose" in field, "Ann Example" in field) == (True, False)


def test_problems_of_matched_rows_come_back_marked_under_our_names(person):
    browser = person()
    bad = PASTED.replace("\t3\t", "\tmany\t")
    answer = browser.post(f"{HOME}/file", {"rows": bad, "sheet": "offers"})
    refused = match(browser, answer)
    assert (refused.status_code, "1 problem; nothing was stored" in refused.text) == (422, True)
    form = {"token": token(refused), "marked": "1"}
    page = load_workbook(BytesIO(browser.post(f"{HOME}/file/match", form).data))["offers"]
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert (rows[0][6], rows[1][6], rows[1][-2].startswith("places: ")) == ("places", "many", True)


TAMPERED = {
    "a column of no sheet": {"match-offers-id": "A"},
    "a sheet of nobody": {"match-moon-places": "G"},
    "a sheet of others": {"match-demand-students": "G"},
    "no name": {"match-": "A"},
    "half a name": {"match-offers": "A"},
    "a column that is not there": {"match-offers-team": "ZZZ"},
    "no column": {"match-offers-team": "\0"},
    "a long column": {"match-offers-team": "A" * 100_000},
    "a sheet as well": {"match-offers-team": "<script>", "sheet": "demand"},
    "two columns": {"match-offers-places": ["G", "H"]},
    "one twice": {"match-offers-team": "G"},
}


@pytest.mark.parametrize("form", TAMPERED.values(), ids=TAMPERED)
def test_what_no_page_asks_is_refused_in_words_and_stores_nothing(asked, business, form):
    browser, answer = asked
    before = business()
    refused = match(browser, answer, **form)
    assert (refused.status_code, "There is a problem" in refused.text) == (422, True)
    assert ("<script>" in refused.text.split("<main")[1].split("</main")[0]) is False
    assert business() == before


@pytest.mark.parametrize("token_", ["", "x", "\0", "x" * 100_000])
def test_a_file_that_is_not_there_can_t_be_matched(person, business, token_):
    browser, before = person(), business()
    answer = browser.post(f"{HOME}/file/match", {"token": token_} | CHOSEN)
    assert (answer.status_code, business()) == (403, before)


def test_another_person_s_file_can_t_be_matched(asked, person, business):
    _, answer = asked
    other, before = person("manager", "partnership:north"), business()
    refused = match(other, answer)
    assert (refused.status_code, business()) == (403, before)


def test_confirming_what_waits_to_be_matched_stores_nothing(asked, business):
    browser, answer = asked
    before = business()
    assert "Match columns" in confirm(browser, answer).text
    assert business() == before
