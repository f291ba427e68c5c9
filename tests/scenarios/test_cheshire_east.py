"""Cheshire East: first placements beside second ones, and newly qualified workers who stay."""

import pytest

from tests.support.doors import by_file, by_form, by_grid
from tests.support.stories import placement, programme

UNIVERSITY, COUNCIL = "keele-university", "cheshire-east-council"
NORTH_WEST, WEST_MIDLANDS = "E12000002", "E12000005"
TODAY = "?as_at=2019-08-31"
# Until 2017 the council took students for their second placement only.
LEVELS = {2016: {"final": 6}, 2017: {"first": 4, "final": 6}, 2018: {"first": 5, "final": 7}}


@pytest.fixture(scope="module")
def cheshire(partnership):
    found = partnership("cheshire-east-keele", programme=[programme("ba", UNIVERSITY)])
    found.enter(by_file, UNIVERSITY, "placements", *_placements())
    found.enter_stated(by_form, "reported_figures")
    found.enter(by_grid, COUNCIL, "newly_qualified", *_cohorts())
    return found


def _placements():
    for year, levels in LEVELS.items():
        for level, count in levels.items():
            for number in range(count):
                day = {"planned_start": f"{year}-10-03", "actual_start": f"{year}-10-03"}
                ref = f"S{year}-{level}-{number}"
                yield placement(ref, "ba", COUNCIL, level=level, **day)


def _cohorts():
    yield {
        "ref": "N1",
        "cohort": "2016/17",
        "service_area": "children",
        "started": "8",
        "placed_here_before": "5",
        "asye_passed": "7",
        "asye_deferred": "1",
        "in_post_12m": "8",
        "in_post_24m": "6",
    }
    yield {
        "ref": "N2",
        "cohort": "2017/18",
        "service_area": "children",
        "started": "10",
        "placed_here_before": "8",
        "asye_passed": "9",
        "in_post_12m": "9",
    }


@pytest.mark.parametrize(("year", "levels"), LEVELS.items())
def test_first_placements_come_beside_second_ones_from_2017(cheshire, year, levels):
    for level in ("first", "final"):
        search = f"{TODAY}&year={year}/{year % 100 + 1}&level={level}"
        page = cheshire.look("/placements/progress", search)
        assert page.value("started") == levels.get(level, 0)


@pytest.mark.parametrize(
    ("basis", "region", "placements"),
    [
        ("", NORTH_WEST, 12),
        ("", WEST_MIDLANDS, 0),
        ("&basis=hei", WEST_MIDLANDS, 12),
        ("&basis=hei", NORTH_WEST, 0),
    ],
)
def test_a_placement_is_in_the_employer_s_region_or_the_university_s(
    cheshire, basis, region, placements
):
    search = f"{TODAY}&year=2018/19&region={region}{basis}"
    assert cheshire.look("/placements/progress", search).value("allocated") == placements


def test_what_became_of_those_placed_there_is_told_cohort_by_cohort(cheshire):
    page = cheshire.look("/workforce", "?as_at=2019-12-31")
    cohort = page.cells("cohorts", "2016/17")
    assert cohort["Newly qualified who had a placement here"] == "62.5% of 8"
    # One of the eight had the year put off, and is out of the share that passed.
    assert (cohort["ASYE passed"], cohort["ASYE deferred"]) == ("100.0% of 7", "1")
    assert cohort["In post after 12 months"] == "100.0% of 8"
    assert cohort["In post after 24 months"] == "75.0% of 8"


def test_what_has_not_had_time_to_happen_has_no_number(cheshire):
    page = cheshire.look("/workforce", "?as_at=2019-12-31")
    assert page.cells("cohorts", "2017/18")["In post after 24 months"] == "too early to say"
    assert page.headline("retention_24m").value == 6 / 8


def test_the_two_placements_of_a_degree_in_print_are_kept_as_evidence(cheshire):
    assert cheshire.claim("CHE-1")["The document says"] == "2 placements"
