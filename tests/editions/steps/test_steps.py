"""Making an edition in steps: whom for, put together how, and what to know before it is made."""

import re

import pytest

from tests import factories
from tests.editions.conftest import DAY, FOR_FUNDERS
from tests.editions.steps.forms import FORM
from tests.support.people import said

pytestmark = pytest.mark.usefixtures("few_figures")
FIRST = f"readers=steering_group&partnership=north&as_at={DAY.isoformat()}"


def step(page):
    return re.findall(r'<li aria-current="step">([^<]+)', page.text)


def test_the_first_step_asks_for_whom_and_of_what(manager):
    page = manager.get("/reports/new")
    assert step(page) == ["For whom, and of what"]


def test_the_second_step_offers_the_definitions_for_those_readers(manager):
    page = manager.get(f"/reports/new?step=2&{FIRST}")
    assert step(page) == ["How it is put together"]
    assert re.findall(r'name="report" value="([^"]+)"', page.text) == ["steering-group"]


def test_the_third_step_checks_it(manager):
    page = manager.post("/reports/new", FORM)
    assert step(page) == ["Check it and make it"]
    headings = re.findall("<h2>([^<]+)</h2>", page.text)
    assert headings[1:] == ["Commentary", "Safe to share?", "What is missing or unsigned"]


WRONG = {
    "no readers": ("partnership=north&readers=moon", "It does not say whom it is for."),
    "a day to come": ("partnership=north&as_at=2199-01-01", "That day is still to come."),
    "no day": ("partnership=north&as_at=never", "This is not a date."),
}


@pytest.mark.parametrize(("query", "words"), WRONG.values(), ids=WRONG)
def test_a_first_step_that_lacks_something_is_asked_again(manager, query, words):
    page = manager.get(f"/reports/new?step=2&{query}")
    assert (page.status_code, step(page)) == (422, ["For whom, and of what"])
    assert words in said(page)


def test_who_has_several_partnerships_must_choose_one(person):
    page = person("administrator").get("/reports/new?step=2&readers=steering_group")
    assert (page.status_code, step(page)) == (422, ["For whom, and of what"])
    assert "No partnership is chosen." in said(page)


def test_a_title_that_was_left_blank_is_that_of_the_definition(manager):
    page = manager.post("/reports/new", FORM)
    assert "<h2>For the steering group, " in page.text


def test_cells_of_few_people_are_listed_before_an_exact_edition_is_made(manager, holding):
    holding(factories.demand(ref="D9", students=2, service_area="children", level="first"))
    text = manager.post("/reports/new", FORM).text
    assert "a steering group sees them as they are" in text
    assert "Children" in text
    assert "it counts 2" in text


def test_and_before_anything_of_it_is_taken_away(person, of_pages, holding):
    holding(factories.demand(ref="D9", students=2, level="first"))
    of_pages()
    text = person("viewer").get("/reports/1").text
    assert text.index("it counts 2") < text.index("slides.pptx")


def test_of_what_is_another_s_no_cell_is_listed(person, of_pages, holding):
    holding(factories.demand(ref="D9", students=2, level="first"))
    of_pages(partnerships=("north", "south"))
    assert "South" not in person("viewer").get("/reports/1").text


def test_nothing_at_risk_is_said_so(person, of_pages):
    of_pages(**FOR_FUNDERS)
    text = person("funder").get("/reports/1").text
    assert "What would tell of few people is not in it." in text
    assert "it counts" not in text
