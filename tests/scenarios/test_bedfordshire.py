"""Bedfordshire: four planning meetings a year, each on sufficiency, timing and need."""

import pytest

from tests.support.doors import by_file, by_form, by_grid, by_paste
from tests.support.stories import need, offer, programme, request

UNIVERSITY, COUNCIL = "university-of-bedfordshire", "luton-borough-council"
YEAR = "?year=2008/09&as_at=2009-08-31"
MEETINGS = ("2008-10-15", "2009-01-14", "2009-04-22", "2009-07-08")
SPRING = {"window_start": "2009-02-02", "window_end": "2009-06-26"}


@pytest.fixture(scope="module")
def bedfordshire(partnership):
    found = partnership("bedfordshire", programme=[programme("ba", UNIVERSITY)])
    found.hold(by_form, "A1", *MEETINGS, people="9", hours="2")
    found.enter(by_grid, UNIVERSITY, "demand", need("ba", 20), need("ba", 10, **SPRING))
    found.enter(by_file, UNIVERSITY, "requests", request("ba", COUNCIL, 10, **SPRING))
    autumn, spring = offer(20, ref="O1"), offer(7, ref="O2", window_start="2009-02-02")
    found.enter(by_paste, COUNCIL, "offers", autumn, spring)
    found.enter_stated(by_form, "reported_figures")
    return found


def test_all_four_meetings_of_the_year_were_held(bedfordshire):
    page = bedfordshire.look("/engagement", YEAR)
    assert page.value("meetings_held_rate") == 1
    meetings = page.table("meetings")["University of Bedfordshire Strategic Planning Group"]
    assert meetings[:2] == ["4", "4"]


def test_each_meeting_says_what_it_reviews(bedfordshire):
    desk = bedfordshire.desk(UNIVERSITY)
    rows = desk.browser.get(f"{desk.home}/activities/").text
    assert rows.count("sufficiency and timing and need of practice learning") == 4


def test_a_meeting_finds_whether_there_is_enough(bedfordshire):
    page = bedfordshire.look("/placements", YEAR)
    assert (page.value("sufficiency"), page.value("unmatched_shortfall")) == (27 / 30, 3)


def test_it_finds_when(bedfordshire):
    terms = bedfordshire.look("/placements", YEAR).table("by-term")
    assert (terms["Autumn"][-1], terms["Spring"][-1]) == ("0", "3")
    overload = bedfordshire.look("/placements/calendar", YEAR).table("overload")
    assert "3" in overload["Luton Borough Council"][5]


def test_it_finds_what_is_needed(bedfordshire):
    page = bedfordshire.look("/placements/progress", YEAR)
    assert page.cells("steps", "Needed")["Left"] == "30"


def test_the_four_meetings_in_print_stand_beside_them(bedfordshire):
    assert bedfordshire.claim("BED-1")["The document says"] == "4 meetings"
