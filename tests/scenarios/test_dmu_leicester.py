"""Leicester: a hub for children's services alone, without cash, with shadowing and a conference."""

import pytest

from tests.support.doors import by_form, by_grid, by_paste, by_template
from tests.support.stories import educator, offer, programme

UNIVERSITY, COUNCIL = "de-montfort-university", "leicester-city-council"
YEAR = "?year=2017/18&as_at=2018-08-31"
AUTUMN = "2017-10-02"


@pytest.fixture(scope="module")
def leicester(partnership):
    found = partnership("dmu-leicester", programme=[programme("bsc", UNIVERSITY)])
    # It is in the hub with its children's services alone.
    found.amend(COUNCIL, services="children")
    found.enter(by_grid, COUNCIL, "offers", offer(12, ref="O1", window_start=AUTUMN))
    award = {"stage1_on": "2016-06-01", "stage2_on": "2017-06-01"}
    found.enter(by_template, COUNCIL, "practice_educators", educator("PE1", **award))
    found.enter_stated(by_form, "agreements", status="active", starts_on="2017-09-01")
    found.hold(by_paste, "A10", "2018-05-16", people="120")
    found.hold(by_form, "A11", "2018-02-07", people="4", hours="28")
    found.hold(by_form, "A12", "2017-11-08", people="6", hours="12")
    return found


def test_the_hub_s_employer_reads_children_s_only_and_never_nought_per_cent(leicester):
    card = leicester.look(f"/partners/{COUNCIL}", YEAR).table("scorecard")
    assert card["Adults' share of places"][1] == "children's only"


def test_its_shares_of_adults_work_have_no_number_for_it(leicester):
    page = leicester.look("/adults-and-children", f"{YEAR}&organisation={COUNCIL}")
    for share in ("supply", "educators"):
        card = page.headline(f"adult_share_{share}")
        assert (card.value, "children's only" in card.words) == (None, True)
    assert page.table("mix-of-supply")["Leicester City Council"][:3:2] == ["children's only", "12"]


def test_the_hub_is_an_agreement_with_something_in_return(leicester):
    page = leicester.look(f"/partners/{COUNCIL}", YEAR, role="manager")
    assert "In force: 1 (consortium: 1)" in page.said_of("agreements")
    assert "Learning hub at no additional cost to either side" in page.words


def test_shadowing_the_conference_and_practitioners_teaching_are_what_partners_put_in(leicester):
    page = leicester.look("/engagement", YEAR)
    university = page.cells("activities", "De Montfort University")
    assert (university["Shadowing"], university["Conferences"]) == ("1", "1")
    assert page.value("practitioner_teaching_hours") == 12


def test_a_hub_without_cash_is_complete_and_costs_nothing(leicester):
    page = leicester.look("/money", "?as_at=2018-08-31")
    assert (page.value("grant_received"), page.value("grant_spent")) == (0, 0)
    assert "No money is recorded for Social Care and Learning Development Hub" in page.words
    assert "A partnership without money is complete." in page.words
