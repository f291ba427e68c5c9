"""What is wrong with matched rows is said, and what no page asks stores nothing."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from tests.updating.conftest import HOME
from tests.updating.matching.conftest import CHOSEN, PASTED, match
from tests.updating.test_files import confirm, token


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
