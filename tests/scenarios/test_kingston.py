"""Kingston: a unit of 4 to 6 places, a joint post, employment-based students, forums."""

import pytest

from tests.support.doors import by_file, by_form, by_grid, by_paste, by_template
from tests.support.stories import need, offer, placement, programme

UNIVERSITY, AGENCY = "kingston-university", "kaleidoscope"
YEAR = "?year=2008/09&as_at=2009-08-31"
SEMINARS = tuple(f"2009-0{month}-18" for month in range(1, 9))
IN_THE_UNIT = {"sector": "voluntary", "service_area": "adults", "statutory": "no"}


@pytest.fixture(scope="module")
def kingston(partnership):
    found = partnership(
        "kingston",
        programme=[
            programme("ba", UNIVERSITY),
            programme("work-based", UNIVERSITY, "employment_based"),
        ],
    )
    found.enter_stated(by_template, "agreements", status="active")
    found.enter(
        by_form, AGENCY, "offers", offer(6, ref="O1", agreement_ref="UNIT-3", **IN_THE_UNIT)
    )
    unit = [placement(f"S{n}", "ba", AGENCY, offer_ref="O1", **IN_THE_UNIT) for n in range(5)]
    found.enter(by_file, UNIVERSITY, "placements", *unit)
    found.enter(by_grid, UNIVERSITY, "demand", need("ba", 40), need("work-based", 18))
    found.hold(by_form, "A4", *SEMINARS, people="30")
    found.hold(by_paste, "A2", "2008-11-05", "2009-05-06")
    found.hold(by_paste, "A3", "2008-12-03", "2009-06-03")
    found.enter_stated(by_paste, "reported_figures")
    return found


def test_the_unit_s_places_are_a_range_and_stay_one(kingston):
    told = kingston.look(f"/partners/{AGENCY}", YEAR).said_of("agreements")
    assert "Places a year in these: 4 to 6" in told


def test_what_the_unit_offers_is_held_against_the_range(kingston):
    row = kingston.look("/placements", YEAR).table("by-employer")["Kaleidoscope"]
    assert row == ["6", "Agreement: 4 to 6", "in balance"]


def test_what_was_delivered_lies_within_the_range(kingston):
    row = kingston.look("/engagement", YEAR).table("contracted")["Kaleidoscope"]
    assert row == ["4 to 6", "5", "as agreed"]


def test_the_unit_s_half_time_post_is_what_is_given_in_return(kingston):
    page = kingston.look("/engagement", YEAR, role="manager")
    assert ("Half-time joint post" in page.words, page.value("joint_post_fte")) == (True, 1)


def test_forums_are_held_twice_a_year_and_seminars_eight_times(kingston):
    page = kingston.look("/engagement", YEAR)
    assert page.table("meetings")["Kingston Partner Forum"][:2] == ["2", "2"]
    held = page.cells("activities", "Kingston University")
    assert (held["Strategic liaison"], held["Research seminars"]) == ("2", "8")


def test_a_joint_post_is_in_force_beside_the_unit(kingston):
    told = kingston.look(f"/partners/{AGENCY}", YEAR).said_of("agreements")
    assert "In force: 2 (student unit: 1, joint post: 1)" in told


def test_employment_based_students_are_counted_apart(kingston):
    page = kingston.look("/placements", f"{YEAR}&route=employment_based")
    assert 15 <= page.value("demand") <= 20


@pytest.mark.parametrize(("ref", "says"), [("KIN-1", "4 to 6"), ("KIN-2", "15 to 20")])
def test_a_range_in_print_stays_a_range(kingston, ref, says):
    assert kingston.claim(ref)["The document says"].startswith(says)
