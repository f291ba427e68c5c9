"""Nobody reaches what is not theirs, whatever they send; and the answer tells nothing."""

import pytest

from tests import factories
from tests.support.people import said
from tests.updating.conftest import HOME

THEIRS = "/update/north/northern"
NOWHERE = "/update/nowhere/nobody"
PAGES = ["", "/offers/", "/placements/", "/offers/row", "/file", "/template.xlsx"]
WRITES = {
    "offers/row": {"row": "1", "version": "1", "cell-places": "9", "once": "x"},
    "offers/void": {"row": "1", "version": "1", "reason": "x", "once": "y"},
    "return": {"period": "2025/26 Q1", "step": "submit", "reason": "x"},
    "confirm": {"period": "2025/26 Q1", "sheet": "offers"},
    "reason": {"query": "1", "reason": "x"},
    "undo": {"change": "1"},
    "file": {"rows": "places\n4", "sheet": "offers"},
    "file/match": {"token": "x", "match-offers-places": "A"},
    "file/confirm": {"token": "x"},
}
OFFER = (
    "owner\tsector\tlevel\tservice_area\tstatutory\twindow_start\tplaces\tstatus\n"
    "{}\tlocal_authority\tfinal\tadults\tyes\t2026-01-12\t3\toffered"
)
NO_WRITER = ["viewer", "funder", "approver"]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_of_another_partner_is_refused_like_one_of_nobody(person, page):
    browser = person()
    answers = [browser.get(f"{home}{page}") for home in (THEIRS, NOWHERE)]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert said(answers[0]) == said(answers[1]).replace(NOWHERE, THEIRS)


@pytest.mark.parametrize("who", [("administrator", ""), ("manager", "partnership:north")], ids=str)
@pytest.mark.parametrize("page", PAGES)
def test_a_desk_that_never_was_tells_nothing_of_what_there_is(person, holding, who, page):
    holding(factories.council("lakeside"))
    browser = person(*who)
    # One belongs to no partnership, the other is nobody at all.
    homes = ["/update/north/lakeside", "/update/north/nobody"]
    answers = [browser.get(f"{home}{page}") for home in homes]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert said(answers[0]) == said(answers[1]).replace("nobody", "lakeside")


@pytest.mark.parametrize("home", [THEIRS, NOWHERE])
@pytest.mark.parametrize("path", WRITES)
def test_a_write_for_another_partner_is_refused_and_noted(person, business, stored, home, path):
    browser, before = person(), business()
    answer = browser.post(f"{home}/{path}", WRITES[path])
    assert (answer.status_code, business()) == (403, before)
    lines = [line for line in stored("audit") if line["table"] == "denied"]
    assert [(line["who"], line["reason"]) for line in lines] == [
        ("coordinator@example.org", "denied")
    ]


@pytest.mark.parametrize("role", NO_WRITER)
@pytest.mark.parametrize("path", sorted(WRITES))
def test_who_has_no_right_to_write_changes_nothing(person, business, role, path):
    browser, before = person(role), business()
    if (role, path) == ("approver", "return"):
        return
    answer = browser.post(f"{HOME}/{path}", WRITES[path])
    assert (answer.status_code, business()) == (403, before)


@pytest.mark.parametrize("path", WRITES)
def test_a_stranger_is_asked_to_sign_in(world, browser_of, business, path):
    before = business()
    assert browser_of().post(f"{HOME}/{path}", WRITES[path]).status_code == 401
    assert business() == before


@pytest.mark.parametrize("path", WRITES)
def test_another_site_can_t_write_for_anybody(person, business, path):
    browser, before = person(), business()
    elsewhere = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    answer = browser.post(f"{HOME}/{path}", WRITES[path], headers=elsewhere)
    assert (answer.status_code, business()) == (403, before)


def test_rows_of_others_in_a_file_are_refused(person, business, holding):
    holding(factories.council("lakeside"), factories.membership("lakeside"))
    browser, before = person(), business()
    answer = browser.post(f"{HOME}/file", {"rows": OFFER.format("lakeside"), "sheet": "offers"})
    assert (answer.status_code, "You may not enter rows of others." in answer.text) == (422, True)
    assert business() == before


def test_another_person_s_file_can_t_be_confirmed(person, stored):
    browser, other = person(), person("manager", "partnership:north")
    token = preview(browser)
    assert other.post(f"{HOME}/file/confirm", {"token": token}).status_code == 403
    assert len(stored("offers")) == 1


def preview(browser):
    rows = OFFER.format("riverside")
    page = browser.post(f"{HOME}/file", {"rows": rows, "sheet": "offers"}).text
    return page.split('name="token" value="')[1].split('"')[0]


BAD = {
    "nothing": {},
    "text for numbers": {"row": "one", "version": "x", "query": "1e3", "change": "-1"},
    "huge numbers": {"row": "9" * 5000, "version": "9" * 30, "query": "9" * 30, "change": "9" * 30},
    "zero bytes": {"row": "1\0", "cell-places": "4\0", "reason": "\0", "period": "\0"},
    "odd letters": {"row": "\u0661", "cell-places": "\ud800".encode("utf-8", "surrogatepass")},
    "long text": {"row": "1", "cell-team": "x" * 100_000, "reason": "x" * 100_000},
}


@pytest.mark.parametrize("form", BAD.values(), ids=BAD)
@pytest.mark.parametrize("path", WRITES)
def test_bad_input_is_refused_in_words_and_writes_nothing(person, business, path, form):
    browser, before = person(), business()
    answer = browser.post(f"{HOME}/{path}", form)
    assert 400 <= answer.status_code < 500, answer.text
    assert business() == before
