"""Rows on plain pages: listed, changed, compared, voided, and their history."""

import re

import pytest

from tests.updating.conftest import HOME

ROW = {
    "row": "1",
    "version": "1",
    "once": "one click",
    "cell-ref": "O1",
    "cell-sector": "local_authority",
    "cell-level": "final",
    "cell-service_area": "adults",
    "cell-statutory": "yes",
    "cell-window_start": "2025-09-22",
    "cell-places": "4",
    "cell-status": "offered",
}


def test_rows_are_listed_with_ways_to_change_them(person):
    page = person().get(f"{HOME}/offers/").text
    assert ("O1" in page, "row?row=1" in page, "history?row=1" in page) == (True, True, True)


@pytest.mark.parametrize(("find", "count"), [("o1", "1 row"), ("ADULTS", "1 row"), ("x", "0 rows")])
def test_rows_are_found_by_what_stands_in_them(person, find, count):
    assert f"{count} with" in person().get(f"{HOME}/offers/?find={find}").text


@pytest.mark.parametrize("find", ["%", "'", '"', "\\", "<script>"])
def test_what_is_looked_for_is_taken_as_it_stands(person, find):
    answer = person().get(f"{HOME}/offers/", query_string={"find": find})
    assert (answer.status_code, "0 rows" in answer.text) == (200, True)
    assert "<script>alert" not in answer.text


def test_a_form_holds_what_is_stored(person):
    page = person().get(f"{HOME}/offers/row?row=1").text
    places = re.search(r'<input[^>]*id="places"[^>]*>', page)[0]
    assert ('value="4"' in places, '<option value="final" selected>' in page) == (True, True)


def test_saving_leads_back_and_says_so(person, stored):
    browser = person()
    answer = browser.post(f"{HOME}/offers/row", ROW | {"cell-places": "7"})
    assert (answer.status_code, stored("offers")[0]["places"]) == (303, 7)
    assert "Saved." in browser.get(answer.headers["Location"]).text


def test_a_wrong_value_stays_beside_its_problem(person, business):
    before = business()
    answer = person().post(f"{HOME}/offers/row", ROW | {"cell-places": "many"})
    assert (answer.status_code, business()) == (422, before)
    assert ('id="places-error"' in answer.text, 'value="many"' in answer.text) == (True, True)
    assert 'aria-invalid="true"' in answer.text


def test_the_summary_leads_to_each_field(person):
    page = person().post(f"{HOME}/offers/row", ROW | {"cell-places": "x", "cell-level": ""}).text
    assert ('href="#places"' in page, 'href="#level"' in page) == (True, True)


def test_who_saves_later_sees_both_values(person, stored):
    first, second = person(), person("manager", "partnership:north")
    second.post(f"{HOME}/offers/row", ROW | {"cell-places": "7", "once": "hers"})
    answer = first.post(f"{HOME}/offers/row", ROW | {"cell-places": "9", "once": "his"})
    assert (answer.status_code, stored("offers")[0]["places"]) == (409, 7)
    cells = re.findall(r"<tr><th scope=\"row\">Places</th><td>(\d)</td><td>(\d)</td>", answer.text)
    assert cells == [("7", "9")]
    assert "manager@example.org changed this row" in answer.text


def test_keeping_one_s_own_takes_a_second_click(person, stored):
    first, second = person(), person("manager", "partnership:north")
    second.post(f"{HOME}/offers/row", ROW | {"cell-places": "7", "once": "hers"})
    page = first.post(f"{HOME}/offers/row", ROW | {"cell-places": "9", "once": "his"}).text
    fields = dict(re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', page))
    first.post(f"{HOME}/offers/row", fields)
    assert stored("offers")[0]["places"] == 9


def test_a_double_click_has_one_effect(person, stored):
    browser = person()
    new = ROW | {"row": "0", "version": "0", "cell-ref": "", "cell-places": "8"}
    answers = [browser.post(f"{HOME}/offers/row", new).status_code for _ in range(2)]
    assert (answers, len(stored("offers"))) == ([303, 303], 2)


def test_voiding_asks_why(person, stored):
    browser = person()
    form = {"row": "1", "version": "1", "once": "void"}
    refused = browser.post(f"{HOME}/offers/void", form)
    done = browser.post(f"{HOME}/offers/void", form | {"reason": "Entered twice"})
    assert (refused.status_code, done.status_code) == (422, 303)
    assert stored("offers")[0]["voided_reason"] == "Entered twice"


def test_the_history_says_who_when_from_to_by_what_and_why(person):
    browser = person()
    browser.post(f"{HOME}/offers/row", ROW | {"cell-places": "7"})
    page = browser.get(f"{HOME}/offers/history?row=1").text
    line = re.search(r"<tr><th scope=\"row\">[^<]+</th>(.*?)</tr>", page, re.S)[1]
    assert re.findall(r"<td>([^<]*)</td>", line) == ["Coordinator", "form", "Places", "4", "7", ""]


def test_the_last_change_is_undone_from_there(person, stored):
    browser = person()
    browser.post(f"{HOME}/offers/row", ROW | {"cell-places": "7"})
    page = browser.get(f"{HOME}/offers/history?row=1").text
    change = re.search(r'name="change" value="(\d+)"', page)[1]
    browser.post(f"{HOME}/undo", {"change": change})
    assert stored("offers")[0]["places"] == 4


XSS = "<img src=x onerror=window.__xss=1>"


def test_text_is_shown_as_it_was_typed_and_runs_nothing(person):
    browser = person()
    browser.post(f"{HOME}/offers/row", ROW | {"cell-team": XSS})
    for path in ("/offers/", "/offers/row?row=1", "/offers/history?row=1", ""):
        page = browser.get(f"{HOME}{path}").text
        assert (XSS in page, "<img" in page) == (False, False)


@pytest.mark.parametrize(
    "path", ["offers/row?row=2", "offers/row?row=99", "offers/history?row=2", "demand/", "moon/"]
)
def test_what_is_not_there_is_nowhere(person, path):
    assert person().get(f"{HOME}/{path}").status_code == 404
