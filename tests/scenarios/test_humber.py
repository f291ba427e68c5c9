"""Humber: one pool for two universities, enhanced placements, independent practice educators."""

import pytest

from tests.support.doors import by_file, by_form, by_grid, by_paste, by_template
from tests.support.stories import educator, need, offer, placement, programme

HULL, LINCOLN = "university-of-hull", "university-of-lincoln"
YEAR = "?year=2008/09&as_at=2009-02-01"
# A voluntary agency's place becomes statutory by days in a statutory team.
ENHANCED = {
    "sector": "voluntary",
    "service_area": "adults",
    "statutory_basis": "enhanced",
    "statutory_days_per_week": "2",
}


@pytest.fixture(scope="module")
def humber(partnership):
    found = partnership(
        "humber", programme=[programme("hull-ba", HULL), programme("lincoln-ba", LINCOLN)]
    )
    found.enter(by_form, HULL, "demand", need("hull-ba", 10))
    found.enter(by_grid, LINCOLN, "demand", need("lincoln-ba", 6))
    found.enter(by_paste, "hull-city-council", "offers", offer(11, ref="O1"))
    found.enter(by_form, "age-concern-hull", "offers", offer(3, ref="O1", **ENHANCED))
    found.enter(by_file, "dove-house-hospice", "offers", offer(2, ref="O1", **ENHANCED))
    for university, code in ((HULL, "hull-ba"), (LINCOLN, "lincoln-ba")):
        row = placement(f"{code} 1", code, "age-concern-hull", offer_ref="O1", sector="voluntary")
        found.enter(by_file, university, "placements", row | {"statutory_basis": "enhanced"})
    found.enter_stated(by_grid, "reported_figures")
    found.enter_stated(by_form, "agreements", status="active", review_due="2009-07-31")
    independent = [educator(f"PE{number}", independent="yes") for number in range(3)]
    found.enter(by_template, HULL, "practice_educators", *independent)
    return found


def test_places_of_the_pool_count_once_for_both_universities(humber):
    page = humber.look("/placements", YEAR)
    assert (page.value("net_supply"), page.value("demand")) == (16, 16)
    assert page.value("unmatched_shortfall") == 0


def test_each_university_has_its_own_need_in_it(humber):
    universities = humber.look("/placements", YEAR).table("by-university")
    assert {name: row[0] for name, row in universities.items()} == {
        "University of Hull": "10",
        "University of Lincoln": "6",
    }


def test_an_employer_in_the_pool_stands_once_with_all_its_places(humber):
    employers = humber.look("/placements", YEAR).table("by-employer")
    assert {name: row[0] for name, row in employers.items() if row[0] != "0"} == {
        "Age Concern Hull": "3",
        "Dove House Hospice": "2",
        "Hull City Council": "11",
    }


def test_both_universities_send_students_to_one_employer(humber):
    flows = humber.look("/placements/progress", YEAR).table("flows")
    assert flows["All"][-1] == "2"


def test_two_days_a_week_in_a_statutory_team_make_a_statutory_placement(humber):
    share = humber.look("/placements", YEAR).headline("statutory_share")
    assert "100.0% 2 of 2 placements" in share.words
    row = humber.desk("age-concern-hull").browser.get("/update/humber/age-concern-hull/offers/")
    assert "<td>2</td>" in row.text


@pytest.mark.parametrize(
    ("day", "overdue", "to_come"), [("2009-02-01", "0", "2"), ("2009-08-15", "2", "0")]
)
def test_agreements_are_reviewed_when_they_are_due(humber, day, overdue, to_come):
    page = humber.look("/engagement", f"?year=2008/09&as_at={day}")
    agreements = page.cells("agreements", "Humber Practice Consortium")
    assert agreements["Service level agreement"] == "2"
    assert (agreements["Reviews overdue"], agreements["Reviews to come"]) == (overdue, to_come)


def test_independent_practice_educators_are_on_the_register_of_their_university(humber):
    page = humber.look("/practice-educators", f"{YEAR}&organisation={HULL}")
    assert page.value("pe_current") == 3
    everybody = humber.look("/adults-and-children", YEAR).table("mix-of-educators")
    assert everybody["University of Hull"][2] == "3"


def test_up_to_two_days_in_print_has_no_lower_end(humber):
    assert humber.claim("HUM-2")["The document says"] == "up to 2 days"
