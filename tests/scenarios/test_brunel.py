"""Brunel: a student unit of eight places, then of four, by programme."""

import pytest

from tests.support.doors import by_file, by_form, by_grid, by_paste
from tests.support.stories import offer, placement, programme, request

UNIVERSITY, BOROUGH = "brunel-university", "hillingdon"
YEARS = {"first": ("?year=2007/08&as_at=2008-08-31"), "second": "?year=2008/09&as_at=2009-08-31"}
# The unit took students of both programmes; how many of each is not said.
OF_THE_UNIT = {
    "UNIT-1": (("2007-10-01", "ba", 5), ("2007-10-01", "ma", 3)),
    "UNIT-2": (("2008-10-06", "ba", 2), ("2008-10-06", "ma", 2)),
}
AT_SCHOOL = {"sector": "education", "statutory": "no"}


@pytest.fixture(scope="module")
def brunel(partnership):
    found = partnership(
        "brunel-hillingdon",
        programme=[
            programme("ba", UNIVERSITY, name="BA Social Work"),
            programme("ma", UNIVERSITY, "postgraduate", name="MA Social Work"),
        ],
    )
    _agreements(found)
    for unit, asked in OF_THE_UNIT.items():
        start, places = asked[0][0], sum(places for *_, places in asked)
        at_school = {"agreement_ref": unit, "ref": unit, "window_start": start, **AT_SCHOOL}
        found.enter(by_form, BOROUGH, "offers", offer(places, **at_school))
        for start, code, students in asked:
            window = {"window_start": start, "window_end": f"{int(start[:4]) + 1}-03-27"}
            row = request(code, BOROUGH, students, **window)
            found.enter(by_grid, UNIVERSITY, "requests", row)
            found.enter(
                by_file, UNIVERSITY, "placements", *_placements(unit, start, code, students)
            )
    found.hold(by_paste, "A16", "2008-11-12", people="26", hours="3")
    found.enter_stated(by_form, "reported_figures")
    return found


def _agreements(found):
    years = {"UNIT-1": ("2007-09-01", "2008-08-31"), "UNIT-2": ("2008-09-01", "2009-08-31")}
    for owner, row in found.stated("agreements"):
        starts_on, ends_on = years[row["ref"]]
        dated = {"starts_on": starts_on, "ends_on": ends_on, "status": "active"}
        found.enter(by_form, owner, "agreements", row | dated)


def _placements(unit, start, code, students):
    for number in range(students):
        days = {"planned_start": start, "actual_start": start}
        yield placement(
            f"{unit}-{code}-{number}", code, BOROUGH, offer_ref=unit, **days, **AT_SCHOOL
        )


@pytest.mark.parametrize(("year", "places"), [("first", "8"), ("second", "4")])
def test_the_unit_has_eight_places_in_its_first_year_and_four_in_its_second(brunel, year, places):
    row = brunel.look("/placements", YEARS[year]).table("by-employer")
    assert row["London Borough of Hillingdon"] == [places, f"Agreement: {places}", "in balance"]


@pytest.mark.parametrize(
    ("year", "asked"),
    [
        ("first", {"BA Social Work": "5", "MA Social Work": "3"}),
        ("second", {"BA Social Work": "2", "MA Social Work": "2"}),
    ],
)
def test_each_programme_s_part_of_it_stands_in_the_calendar(brunel, year, asked):
    windows = brunel.look("/placements/calendar", YEARS[year]).table("windows")
    october = {name.rpartition(": ")[2]: row[1] for name, row in windows.items() if name != "All"}
    assert october == asked


@pytest.mark.parametrize(("year", "places"), [("first", "8"), ("second", "4")])
def test_all_of_its_places_were_taken(brunel, year, places):
    contracted = brunel.look("/engagement", YEARS[year]).table("contracted")
    assert contracted["London Borough of Hillingdon"] == [places, places, "as agreed"]


def test_parents_and_pupils_who_presented_are_counted_as_lived_experience(brunel):
    page = brunel.look("/engagement", YEARS["second"])
    assert page.value("lived_experience_hours") == 3
    assert page.table("put-in-by-kind")["Lived experience"] == ["1", "26", "3"]


@pytest.mark.parametrize(("route", "started"), [("undergraduate", 5), ("postgraduate", 3)])
def test_each_programme_s_placements_are_counted_by_its_route(brunel, route, started):
    page = brunel.look("/placements/progress", f"{YEARS['first']}&route={route}")
    assert page.value("started") == started


@pytest.mark.parametrize(
    ("ref", "period", "says"), [("BRU-1", "first year", "8"), ("BRU-2", "second year", "4")]
)
def test_the_places_in_print_keep_their_year_in_words(brunel, ref, period, says):
    claim = brunel.claim(ref)
    assert (claim["Period"], claim["The document says"]) == (period, f"{says} placements")
