"""Who may see which partner: a page that one may not see is not there."""

import pytest

from tests import factories
from tests.support.application import question


@pytest.fixture
def two(holding, north):
    """A second partnership, whose council nobody of the first may know of."""
    holding(
        factories.partnership("south", name="South Partnership"),
        factories.council("southwick"),
        factories.membership("southwick", "south"),
        factories.membership("riverside", "south"),
        factories.action(words="South's own", partnership="south", scope="organisation:riverside"),
        factories.comment("partners-riverside/scorecard", "Said in the south", partnership="south"),
    )


@pytest.mark.parametrize(("code", "status"), [("riverside", 200), ("southwick", 404), ("x", 404)])
def test_a_page_that_one_may_not_see_answers_as_one_that_is_not_there(
    two, account, browser_of, code, status
):
    browser = browser_of(account("viewer", "partnership:north"))
    assert browser.get(f"/partners/{code}").status_code == status


def test_both_are_drawn_alike(two, account, browser_of):
    browser = browser_of(account("viewer", "partnership:north"))
    answers = [
        browser.send("/_dash-update-component", question(f"/partners/{code}")).get_json()
        for code in ("southwick", "nowhere")
    ]
    assert answers[0] == answers[1]


def test_nothing_of_another_partnership_is_on_a_page(two, account, browser_of):
    browser = browser_of(account("viewer", "partnership:north"))
    answer = browser.send("/_dash-update-component", question("/partners/riverside")).text
    told = [
        word
        for word in ("South Partnership", "South's own", "Said in the south", "southwick")
        if word in answer
    ]
    assert told == []


def test_a_partner_that_one_may_not_see_has_no_files(two, account, browser_of):
    browser = browser_of(account("viewer", "partnership:north"))
    assert browser.get("/download/partners-southwick/scorecard.csv").status_code == 404
