"""Kent: "over 200" placements, of which "100 or more" are a part: never 300."""

import pytest

from tests.support.doors import by_form, by_paste, by_template
from tests.support.stories import programme

UNIVERSITY = "university-of-kent"
YEAR = "?year=2008/09&as_at=2009-08-31"


@pytest.fixture(scope="module")
def kent(partnership):
    found = partnership("kent", programme=[programme("ba", UNIVERSITY)])
    found.enter_stated(by_template, "reported_figures")
    found.hold(by_form, "A6", "2009-03-04", people="8", hours="3")
    found.hold(by_paste, "A7", "2008-11-19", "2009-05-20", people="90")
    return found


def test_what_is_claimed_is_in_no_figure_worked_out_from_rows(kent):
    page = kent.look("/placements/progress", YEAR)
    assert (page.value("allocated"), page.value("started")) == (0, 0)


def test_the_county_chairs_its_practice_assessment_panel(kent):
    page = kent.look("/engagement", YEAR)
    assert page.headline("employer_chaired_rate").value == 1
    assert page.cells("activities", "University of Kent")["Conferences"] == "2"


def test_over_two_hundred_stays_over_two_hundred(kent):
    assert kent.claim("KEN-1")["The document says"] == "over 200 placements"


def test_a_hundred_or_more_is_contained_in_it_and_not_added_to_it(kent):
    claim = kent.claim("KEN-2")
    assert claim["The document says"] == "at least 100 placements"
    assert claim["Part of"] == "contained in KEN-1"
    assert "300" not in kent.look("/evidence").words


def test_what_no_record_bears_out_reads_claimed_not_evidenced(kent):
    assert "Claimed, not evidenced" in kent.claim("KEN-1")["Evidence"]
