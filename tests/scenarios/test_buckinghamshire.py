"""Buckinghamshire: masterclasses, whom they reach, and vacancies and turnover over the years."""

import pytest

from tests.support.doors import by_form, by_grid, by_paste
from tests.support.published import as_published, council, england, region

COUNCIL = "buckinghamshire-council"
ONS_CODE = "E06000060"
TODAY = "?as_at=2019-12-31"
# From the council's own censuses: in post, vacant, left in the year, heads.
CENSUSES = {
    2014: ("100", "50", "25", "110"),
    2015: ("110", "40", "22", "120"),
    2016: ("120", "30", "18", "130"),
}
# From the Department's file: vacant of 120 in post, left in the year.
PUBLISHED = {2017: ("30", "20"), 2018: ("20", "18"), 2019: ("10", "12")}
CLASSES = ("2015-10-14", "2016-01-20", "2016-04-20", "2016-06-15")


@pytest.fixture(scope="module")
def buckinghamshire(partnership):
    found = partnership("buckinghamshire")
    found.hold(by_paste, "A13", *CLASSES, people="26", hours="3", host=COUNCIL)
    for year, figures in CENSUSES.items():
        names = ("fte_in_post", "fte_vacancies", "fte_leavers", "headcount")
        census = {"census_on": f"{year}-09-30", "service_area": "children"}
        door = by_form if year % 2 else by_grid
        found.enter(door, COUNCIL, "workforce", census | dict(zip(names, figures, strict=True)))
    found.amend(COUNCIL, ons_code=ONS_CODE)
    path = as_published(found.folder / "published.csv", list(_edition()))
    found.command("import-workforce", str(path))
    return found


def _edition():
    for year, (vacant, left) in PUBLISHED.items():
        yield england(time_period=str(year))
        yield region(time_period=str(year), region_code="E12000008", region_name="South East")
        share = 100 * int(vacant) / (120 + int(vacant))
        yield council(
            time_period=str(year),
            new_la_code=ONS_CODE,
            la_name="Buckinghamshire",
            inpost_fte="120",
            vacancy_fte=vacant,
            vacancy_rate_fte=f"{share:.1f}",
            leavers_fte=left,
            turnover_rate_fte=f"{100 * int(left) / 120:.1f}",
        )


def test_masterclasses_are_told_apart_with_the_people_they_reached(buckinghamshire):
    page = buckinghamshire.look("/engagement", f"{TODAY}&year=2015/16")
    assert page.table("put-in-by-kind")["Masterclasses"] == ["4", "104", "12"]


def test_vacancies_fall_over_the_years(buckinghamshire):
    years = buckinghamshire.look("/workforce", TODAY).table("vacancies")
    assert [row[0] for row in years.values()] == [
        *("33.3% of 150", "26.7% of 150", "20.0% of 150"),
        *("20.0% of 150", "14.3% of 140", "7.7% of 130"),
    ]


def test_turnover_falls_and_stands_beside_england(buckinghamshire):
    years = buckinghamshire.look("/workforce", TODAY).table("turnover")
    assert [row[0].split()[0] for row in years.values()] == [
        *("25.0%", "20.0%", "15.0%"),
        *("16.7%", "15.0%", "10.0%"),
    ]
    assert years["2019/20"][3] == "13.0%"


def test_masterclasses_reach_so_many_of_the_staff(buckinghamshire):
    card = buckinghamshire.look("/engagement", f"{TODAY}&year=2015/16").headline("cpd_reach")
    assert card.value == 100 * 104 / 120
    assert "86.7 per 100 104 attendances for 120 social workers" in card.words
