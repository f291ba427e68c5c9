"""Somebody sees the figures of their own partnerships, whatever they ask for."""

import pytest

from dashboard.indicators import INDICATORS
from dashboard.indicators.evaluate import Ask, evaluate
from data.people.rights import DeniedError
from data.selection import NOWHERE, Selection
from data.workbench import Workbench
from tests import factories
from tests.support.application import question

DAY = factories.AUTUMN


@pytest.fixture
def two(holding):
    """Two partnerships: three students need a placement in one, five in the other."""
    holding(
        *factories.reference(),
        factories.partnership("south", name="South Partnership"),
        factories.university("southern"),
        factories.membership("southern", "south"),
        factories.programme("southern-ba", "southern"),
        factories.demand(students=3),
        factories.demand(
            partnership="south", owner="southern", programme="southern-ba", students=5
        ),
    )


@pytest.fixture
def needed(two, account, browser_of):
    """How many students need a placement, as somebody's page shows it."""

    def ask(role, *scopes, search=""):
        return slots(browser_of(account(role, *scopes)), "/placements", search)

    return ask


def slots(browser, path, search="", mounted=""):
    """What goes to a browser that has a page already, or none."""
    answer = browser.send("/_dash-update-component", question(path, search, mounted))
    return answer.get_json()["response"]["answer"]["data"]["slots"]


@pytest.mark.parametrize(
    "search", ["", "?partnership=south", "?partnership=north&partnership=south"]
)
def test_nothing_of_another_partnership_is_answered(needed, search):
    answer = str(needed("viewer", "partnership:north", search=search))
    assert ("South Partnership" in answer, "southern" in answer) == (False, "southern" in search)


def test_an_administrator_sees_all(needed):
    assert "South Partnership" in str(needed("administrator"))


def test_without_a_scope_a_page_says_why_there_is_nothing(needed):
    found = needed("viewer")
    assert "Your account reaches no partnership" in found["lead"]["children"]
    assert "unmatched_shortfall" not in str(found)


def test_it_says_so_as_well_to_whoever_comes_from_a_page_that_is_not_there(
    two, account, browser_of
):
    browser = browser_of(account("viewer"))
    before = slots(browser, "/no-such-page")
    found = slots(browser, "/placements", mounted=before["mounted"]["data"])
    assert before["heading"]["children"] == "Page not found"
    assert found["heading"]["children"] == "Nothing to see yet"
    assert "check that it is right" not in str(found["content"])


def test_the_filters_offer_one_s_own_partnerships_alone(two, account, browser_of):
    browser = browser_of(account("viewer", "partnership:north"))
    layout = browser.get("/_dash-layout").text
    assert ("South Partnership" in layout, "southern" in layout) == (False, False)


def test_a_file_holds_nothing_of_another_partnership(two, account, browser_of):
    browser = browser_of(account("viewer", "partnership:north"))
    file = browser.get("/download/placements/by-partnership.csv?partnership=south").text
    assert "South Partnership" not in file


@pytest.mark.parametrize("partnerships", [(), ("south",), ("north", "south")])
def test_the_data_themselves_refuse_a_question_that_reaches_too_far(reader, given, partnerships):
    given(*factories.reference())
    ask = Ask(INDICATORS["demand"], Selection(as_at=DAY, partnerships=partnerships))
    with reader.snapshot() as snapshot, pytest.raises(DeniedError):
        evaluate(Workbench(snapshot, within=frozenset({"north"})), [ask])


@pytest.mark.parametrize(("partnerships", "students"), [(("north",), 3), (NOWHERE, 0)])
def test_they_answer_one_that_does_not(reader, given, partnerships, students):
    given(*factories.reference(), factories.demand(students=3))
    ask = Ask(INDICATORS["demand"], Selection(as_at=DAY, partnerships=partnerships))
    with reader.snapshot() as snapshot:
        (found,) = evaluate(Workbench(snapshot, within=frozenset({"north"})), [ask])[ask]
    assert found.value == students
