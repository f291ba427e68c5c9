"""Editions on the pages of reports: who reads and makes which, in two steps."""

import re

import pytest

from tests import factories
from tests.editions.conftest import FOR_FUNDERS, TODAY
from tests.support.people import said

pytestmark = pytest.mark.usefixtures("few_figures", "carried_out_at_once")

MEMBERS = ["viewer", "coordinator", "approver", "manager", "administrator"]
NO_MAKERS = ["viewer", "funder", "coordinator", "approver"]
FORM = {
    "title": "Steering group",
    "readers": "steering_group",
    "as_at": TODAY.isoformat(),
    "partnership": "north",
}
WRONG = {
    "a title too long": ({"title": "x" * 201}, "The title is missing or too long."),
    "nobody": ({"readers": "everybody"}, "It does not say whom it is for."),
    "no partnership": ({"partnership": ""}, "You may not do that"),
    "a day to come": ({"as_at": "2199-01-01"}, "That day is still to come."),
    "no day": ({"as_at": "31/02/2026"}, "This is not a date."),
}


def hidden(page):
    """What the form that confirms holds."""
    found = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', page.text)
    return {name: value.replace("&#39;", "'") for name, value in found}


@pytest.fixture
def made(person, of_pages):
    """The manager's browser, once they made an edition in two steps."""
    browser = person()
    look = browser.post("/reports/new", FORM)
    on_its_way = browser.post("/reports/", hidden(look))
    answer = browser.get(on_its_way.headers["Location"])
    assert (on_its_way.status_code, answer.status_code) == (303, 303)
    assert answer.headers["Location"] == "/reports/1?done=made"
    return browser


def test_an_edition_says_before_it_is_made_what_is_missing(person, of_pages):
    look = person().post("/reports/new", FORM)
    assert "Riverside: 2025/26 Q1, due 14 December 2025" in look.text
    assert "Northern: 2025/26 Q1, submitted" in look.text
    assert of_pages.all() == []


def test_an_edition_that_was_made_says_it_too(made):
    text = made.get("/reports/1").text
    assert "Riverside: 2025/26 Q1, due 14 December 2025" in text
    assert "Northern: 2025/26 Q1, submitted" in text


def test_an_edition_bears_what_the_form_said(made, of_pages):
    (edition,) = of_pages.all()
    found = (edition.title, edition.audience, edition.disclosure, edition.as_at, edition.made_by)
    assert found == ("Steering group", "steering_group", "exact", TODAY, "Manager")


def test_a_form_sent_twice_makes_one(person, of_pages):
    browser = person()
    form = hidden(browser.post("/reports/new", FORM))
    first, second = [browser.post("/reports/", form).headers["Location"] for _ in range(2)]
    assert first == second
    assert browser.get(first).headers["Location"] == "/reports/1?done=made"
    assert len(of_pages.all()) == 1


def test_what_changed_since_somebody_looked_is_looked_at_again(person, of_pages, holding):
    browser = person()
    form = hidden(browser.post("/reports/new", FORM))
    holding(factories.data_version(7))
    answer = browser.post("/reports/", form)
    assert (answer.status_code, of_pages.all()) == (409, [])
    assert "Somebody changed the data since you looked" in answer.text


def test_none_is_made_without_a_look(person, of_pages, holding):
    holding(factories.data_version(7))
    assert person().post("/reports/", FORM).status_code == 409
    assert of_pages.all() == []


@pytest.mark.parametrize(("changes", "words"), WRONG.values(), ids=WRONG)
def test_what_can_t_be_made_is_said_with_what_was_typed(person, of_pages, changes, words):
    answer = person().post("/reports/new", FORM | changes)
    assert (answer.status_code in (403, 422), of_pages.all()) == (True, [])
    assert words in answer.text


@pytest.mark.parametrize("role", NO_MAKERS)
def test_who_makes_none_is_refused(person, of_pages, role):
    browser = person(role)
    answers = [browser.post(path, FORM) for path in ("/reports/new", "/reports/")]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert "Make an edition</a>" not in browser.get("/reports/").text


def test_another_partnership_s_edition_is_refused_like_that_of_none(person):
    browser = person()
    answers = [
        browser.post("/reports/new", FORM | {"partnership": code}) for code in ("south", "x")
    ]
    assert [answer.status_code for answer in answers] == [403, 403]
    assert said(answers[0]) == said(answers[1])


def test_an_administrator_is_told_of_a_partnership_that_is_not_there(person):
    answer = person("administrator").post("/reports/new", FORM | {"partnership": "x"})
    assert answer.status_code == 422
    assert "There is no partnership x." in answer.text


@pytest.mark.parametrize("role", MEMBERS)
def test_members_read_editions_of_their_partnerships(person, of_pages, role):
    of_pages()
    of_pages(**FOR_FUNDERS)
    browser = person(role)
    assert [browser.get(f"/reports/{number}").status_code for number in (1, 2)] == [200, 200]
    assert browser.get("/reports/").text.count("Open<") == 2


def test_a_funder_reads_those_for_funders_alone(person, of_pages):
    of_pages()
    of_pages(**FOR_FUNDERS)
    browser = person("funder")
    assert [browser.get(f"/reports/{number}").status_code for number in (1, 2)] == [403, 200]
    assert browser.get("/reports/").text.count("Open<") == 1


@pytest.mark.parametrize("role", ["viewer", "funder", "manager"])
@pytest.mark.parametrize("number", [1, 999])
def test_one_of_another_partnership_is_refused_like_one_that_never_was(
    person, of_pages, role, number
):
    of_pages(partnerships=("south",), **FOR_FUNDERS)
    answer = person(role).get(f"/reports/{number}")
    assert (answer.status_code, "South" in answer.text) == (403, False)


def test_of_an_edition_of_two_partnerships_each_reads_their_own(person, of_pages):
    of_pages(partnerships=("north", "south"))
    text = person("viewer").get("/reports/1").text
    assert ("North Teaching" in text, "South" in text, "Southern" in text) == (True, False, False)


def test_a_revision_says_which_figures_changed_and_why(made, of_pages, holding):
    holding(factories.demand(ref="D3", students=2), factories.data_version(3), factories.touched(3))
    form = {"revises": "1", "reason": "A form came late."}
    look = made.post("/reports/new", FORM | form)
    row = '<th scope="row"><a href="/help#demand">Students who need a placement</a></th>'
    numbers = '<td class="number">5</td><td class="number">7</td>'
    assert row + numbers in look.text
    made.post("/reports/", hidden(look))
    text = made.get("/reports/2").text
    assert row + numbers in text
    assert "A form came late." in text
    assert 'Revised by <a href="/reports/2">edition 2</a>' in made.get("/reports/1").text


@pytest.mark.parametrize(
    "form",
    [
        {"revises": "1", "reason": ""},
        {"revises": "1", "reason": "x", "readers": "funder_rounded"},
    ],
)
def test_a_revision_without_a_reason_or_for_others_is_refused(made, of_pages, form):
    answer = made.post("/reports/", FORM | form | {"seen": "0"})
    assert (answer.status_code, len(of_pages.all())) == (422, 1)


def test_who_may_not_read_an_edition_revises_none(person, of_pages):
    of_pages(partnerships=("south",))
    assert person().get("/reports/new?revises=1").status_code == 403


def test_a_script_in_a_title_is_shown_as_text(person, of_pages):
    of_pages(title="<script>window.__xss=1</script>")
    browser = person()
    pages = [browser.get(path).text for path in ("/reports/", "/reports/1")]
    assert [page for page in pages if "<script>window.__xss" in page] == []
