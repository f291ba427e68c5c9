"""Views of one's own: from the filters to a name, and back with one click."""

import re

import pytest

from dashboard import ids
from layouts.static_parts import plain
from tests import factories
from tests.support.drawn import elements, words
from tests.support.people import Browser, said

ADDRESS = "/placements?partnership=north&year=2025/26"
SAVED = {"address": ADDRESS, "name": "Shortages", "begin": ""}
SAM = {"email": "sam@example.org", "password": "three unrelated words"}
ACTS = ["rename", "begin", "usual", "delete"]
ELSEWHERE = [
    "",
    "placements",
    "//evil.example/placements",
    "/\\evil.example",
    "https://evil.example/placements",
    "javascript:alert(1)",
    "/sign-out",
    "/admin/",
    "/update/north/riverside",
    "/nothing",
    "/placements\n",
    "/placements\0",
]
BAD = {
    "text for numbers": {"view": "one", "name": "x"},
    "huge numbers": {"view": "9" * 5000, "name": "x"},
    "zero bytes": {"view": "1\0", "name": "\0"},
}


@pytest.fixture
def saved(person):
    """The browser of somebody who has saved a view."""
    browser = person("viewer", "partnership:north")
    assert browser.post("/views/new", SAVED).status_code == 303
    return browser


def test_the_filters_lead_to_a_form_that_knows_them(person, slots):
    browser = person()
    link = slots(browser, "/placements", "?year=2025/26")[ids.SAVE_VIEW]["href"]
    page = browser.get(link).text
    assert 'name="address" value="/placements?year=2025/26"' in page
    assert 'href="/placements?year=2025/26">Back to it</a>' in page


def test_a_saved_view_is_listed_in_words_and_leads_to_its_page(saved):
    page = saved.get("/views").text
    assert f'href="{ADDRESS.replace("&", "&amp;")}"><strong>Shortages' in page
    assert "Placements, North Teaching Partnership, 2025/26" in page


def test_filters_alone_are_kept_of_an_address(saved):
    saved.post("/views/new", {"address": "/placements?year=2025/26&x=<b>#top", "name": "B"})
    assert 'href="/placements?year=2025/26"' in saved.get("/views").text


def test_what_a_view_names_is_not_told_to_who_may_not_read_it(saved, holding):
    holding(factories.partnership("south", name="South Partnership"))
    saved.post("/views/new", {"address": "/placements?partnership=south", "name": "South"})
    assert "South Partnership" not in saved.get("/views").text


def test_somebody_begins_where_they_chose_unless_they_asked_for_something(
    world, account, browser_of
):
    number = account("viewer", "partnership:north", **SAM)
    browser_of(number).post("/views/new", {**SAVED, "begin": "yes"})
    ways = {"": ADDRESS, "/": ADDRESS, "/help": "/help"}
    answers = [browser_of().post("/sign-in", {**SAM, "next": wanted}) for wanted in ways]
    assert [answer.location for answer in answers] == list(ways.values())


def test_without_a_choice_somebody_begins_at_the_overview(world, account, browser_of):
    account("viewer", "partnership:north", **SAM)
    assert browser_of().post("/sign-in", SAM).location == "/"


def test_a_view_is_renamed_begun_with_and_deleted(saved):
    number = re.search(r'name="view" value="(\d+)"', saved.get("/views").text)[1]
    steps = {
        "rename": ({"name": "Short of places"}, "Short of places"),
        "begin": ({}, "You begin here"),
        "usual": ({}, "Begin here from now on"),
        "delete": ({}, "You have saved none yet"),
    }
    for act, (form, answered) in steps.items():
        assert saved.post(f"/views/{act}", {"view": number, **form}).status_code == 303
        assert answered in saved.get("/views").text


def test_a_name_that_is_taken_is_said_and_the_form_keeps_what_was_typed(saved, business):
    before = business()
    answer = saved.post("/views/new", {**SAVED, "address": "/"})
    assert (answer.status_code, business()) == (422, before)
    assert "You have a view called “Shortages” already" in answer.text
    assert 'value="Shortages"' in answer.text


@pytest.mark.parametrize("address", ELSEWHERE)
def test_what_is_no_page_of_figures_is_not_kept(person, business, address):
    browser, before = person(), business()
    answer = browser.post("/views/new", {**SAVED, "address": address})
    assert (answer.status_code, business()) == (422, before)
    assert "evil" not in answer.text


@pytest.mark.parametrize("act", ["rename", "begin", "delete"])
def test_another_person_s_view_is_refused_like_one_of_nobody(saved, person, business, act):
    other, before = person("coordinator"), business()
    forms = [{"view": number, "name": "Mine"} for number in ("1", "99")]
    answers = [other.post(f"/views/{act}", form) for form in forms]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert said(answers[0]) == said(answers[1])
    assert business() == before
    assert "Shortages" not in other.get("/views").text


def test_there_is_nothing_else_to_do_with_a_view(saved, business):
    before = business()
    assert saved.post("/views/publish", {"view": "1"}).status_code == 404
    assert business() == before


@pytest.mark.parametrize("act", ["new", *ACTS])
def test_a_stranger_is_asked_to_sign_in(saved, browser_of, business, act):
    before = business()
    assert browser_of().post(f"/views/{act}", SAVED).status_code == 401
    assert business() == before


@pytest.mark.parametrize("act", ["new", *ACTS])
def test_another_site_keeps_nothing_for_anybody(saved, business, act):
    before = business()
    elsewhere = {"Origin": "https://evil.example", "Sec-Fetch-Site": "cross-site"}
    answer = saved.post(f"/views/{act}", {**SAVED, "view": "1"}, headers=elsewhere)
    assert (answer.status_code, business()) == (403, before)


@pytest.mark.parametrize("form", BAD.values(), ids=BAD)
@pytest.mark.parametrize("act", ["new", "rename", "begin", "delete"])
def test_bad_input_is_refused_in_words_and_writes_nothing(saved, business, act, form):
    before = business()
    answer = saved.post(f"/views/{act}", form)
    assert 400 <= answer.status_code < 500, answer.text
    assert business() == before


def test_who_reads_without_an_account_is_offered_no_views(application, shell):
    browser = Browser(application)
    assert browser.get("/views", headers={"Host": "localhost"}).status_code == 403
    (ways,) = (each for each in elements([plain(shell)]) if each[1].get("class") == "keeping")
    assert "hidden" in ways[1]
    assert words(ways) == "Save this viewYour saved views"
