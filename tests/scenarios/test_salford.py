"""Salford: about 550 placements a year from seven agencies, on time and quality-assured."""

import pytest

from tests.support.doors import by_command, by_file, by_form, by_paste
from tests.support.stories import need, offer, placement, programme

UNIVERSITY = "university-of-salford"
# Each agency, with its places and the sector it works in.
AGENCIES = {
    "tameside": (79, "local_authority"),
    "bolton": (79, "local_authority"),
    "wigan": (79, "local_authority"),
    "stockport": (79, "local_authority"),
    "salford-city-council": (78, "local_authority"),
    "oldham": (78, "local_authority"),
    "after-adoption": (78, "voluntary"),
}
MEETINGS = tuple(f"2008-{month:02}-04" for month in range(9, 13)) + tuple(
    f"2009-{month:02}-04" for month in range(1, 9)
)
YEAR = "?year=2008/09&as_at=2009-02-01"


@pytest.fixture(scope="module")
def salford(partnership):
    found = partnership("salford", programme=[programme("ba", UNIVERSITY)])
    found.enter(by_form, UNIVERSITY, "demand", need("ba", 550))
    for agency, (places, sector) in AGENCIES.items():
        found.enter(by_file, agency, "offers", offer(places, sector=sector, ref="O1"))
    found.enter(by_command, UNIVERSITY, "placements", *_placements())
    found.enter_stated(by_form, "reported_figures")
    found.hold(by_paste, "A5", *MEETINGS)
    return found


def _placements():
    """Of 550, 22 a week late, and 495 with an audit."""
    taken = [(code, sector) for code, (places, sector) in AGENCIES.items() for _ in range(places)]
    for number, (agency, sector) in enumerate(taken):
        yield placement(
            f"S{number}",
            "ba",
            agency,
            offer_ref="O1",
            sector=sector,
            actual_start="2008-10-13" if number < 22 else "2008-10-06",
            qa_audited_on="2008-11-03" if number < 495 else "",
        )


def test_550_placements_are_allocated_in_a_year(salford):
    page = salford.look("/placements/progress", YEAR)
    assert (page.value("demand"), page.value("allocated")) == (550, 550)


def test_seven_agencies_offer_them(salford):
    employers = salford.look("/placements", YEAR).table("by-employer")
    assert [int(cells[0]) for cells in employers.values()] == [78, 79, 78, 78, 79, 79, 79]


def test_the_share_that_started_on_time_is_of_placements_and_a_percentage(salford):
    card = salford.look("/placements/progress", YEAR).headline("on_time_start_rate")
    assert card.value == 528 / 550
    assert "96.0% 528 of 550 placements" in card.words


def test_the_share_that_is_quality_assured_is_one_too(salford):
    page = salford.look("/placements", YEAR)
    assert page.cells("timeliness", "All")["Quality audits in date"] == "90.0% of 550"


def test_training_officers_meet_twelve_times_a_year(salford):
    page = salford.look("/engagement", "?year=2008/09&as_at=2009-08-31")
    assert page.table("meetings")["All"][:2] == ["12", "12"]


def test_about_550_in_print_stands_beside_the_records(salford):
    claim = salford.claim("SAL-1")
    assert claim["The document says"] == "about 550 placements"
    assert claim["The records show"].startswith("550 ")
    assert claim["Evidence"].endswith("Evidenced")
