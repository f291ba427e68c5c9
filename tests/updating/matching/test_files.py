"""Files, workbooks and sheets of other names are asked about as pasted rows are."""

import re
from io import BytesIO

import pytest

from tests.support.files import as_workbook, lines, row
from tests.updating.conftest import HOME
from tests.updating.matching.conftest import PASTED, chosen, match
from tests.updating.test_files import file_of, token


def cells(rows):
    return [line.split("\t") for line in rows.splitlines()]


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
