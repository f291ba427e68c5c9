"""Cumbria-Lancaster: training new, topping up and returning, adult placements growing, a grant."""

import pytest

from tests.support.doors import by_command, by_form, by_grid, by_paste
from tests.support.stories import placement, programme

UNIVERSITY, COUNTY = "lancaster-university", "cumbria-county-council"
TODAY = "?as_at=2019-08-31"
# How many, in each autumn, is not said: only that they grew.
ADULT_PLACEMENTS = {2015: 4, 2016: 6, 2017: 9, 2018: 11}
LEARNERS = {"new": 5, "topping_up": 3, "returning": 2}


@pytest.fixture(scope="module")
def cumbria(partnership):
    found = partnership("cumbria-lancaster", programme=[programme("ba", UNIVERSITY)])
    found.enter(by_command, UNIVERSITY, "placements", *_placements())
    found.enter(by_paste, COUNTY, "pe_training", *_learners())
    found.hold(by_form, "A14", "2017-02-08", "2017-03-08", hours="7")
    found.hold(by_paste, "A15", "2017-06-21", people="140")
    for door, row in zip((by_form, by_grid, by_paste), _money(), strict=True):
        found.enter(door, UNIVERSITY, "finance", row)
    return found


def _money():
    """The grant of eighteen months, in the two financial years it fell in. The sums are ours."""
    grant = {"heading": "Teaching partnership grant", "kind": "grant"}
    yield grant | {"financial_year": "2016-17", "planned": "150000", "actual": "150000"}
    yield grant | {"financial_year": "2017-18", "planned": "300000", "actual": "300000"}
    spent = {"heading": "Practice educator training", "kind": "spend", "financial_year": "2017-18"}
    yield spent | {"planned": "40000", "actual": "36000.50"}


def _placements():
    for year, adults in ADULT_PLACEMENTS.items():
        for number in range(20):
            area = "adults" if number < adults else "children"
            day = {"planned_start": f"{year}-10-03", "actual_start": f"{year}-10-03"}
            done = {"status": "completed", "actual_end": f"{year + 1}-03-24", "outcome": "pass"}
            yield placement(f"S{year}-{number}", "ba", COUNTY, service_area=area, **day, **done)


def _learners():
    for category, count in LEARNERS.items():
        for number in range(count):
            yield {
                "ref": f"{category}-{number}",
                "provider": UNIVERSITY,
                "stage": "2" if category == "topping_up" else "1",
                "category": category,
                "service_area": "adults",
                "started_on": "2016-11-07",
                "outcome": "in_progress",
            }


def test_learners_are_told_apart_as_new_topping_up_and_returning(cumbria):
    page = cumbria.look("/practice-educators", f"{TODAY}&year=2016/17")
    assert page.value("pe_training_starts") == 10
    stage_1 = page.cells("training", "Stage 1, 2016/17")
    assert (stage_1["New"], stage_1["Topping up"], stage_1["Returning"]) == ("5", "0", "2")
    assert page.cells("training", "Stage 2, 2016/17")["Topping up"] == "3"


@pytest.mark.parametrize(("year", "adults"), ADULT_PLACEMENTS.items())
def test_adult_placements_grow_from_year_to_year(cumbria, year, adults):
    search = f"{TODAY}&year={year}/{year % 100 + 1}"
    share = cumbria.look("/adults-and-children", search).headline("adult_share_placements")
    assert f"{adults} of 20 placements" in share.words


def test_the_trend_goes_on_past_the_end_of_the_grant(cumbria):
    page = cumbria.look("/adults-and-children", f"{TODAY}&year=2018/19")
    assert page.headline("adult_share_placements").value == 11 / 20
    years = cumbria.look(f"/partners/{COUNTY}", TODAY).columns("year-by-year")
    assert years == ["Figure", "2015/16", "2016/17", "2017/18", "2018/19"]


def test_academics_days_in_practice_and_conferences_are_what_partners_put_in(cumbria):
    page = cumbria.look("/engagement", f"{TODAY}&year=2016/17")
    assert page.value("academic_practice_days") == 2
    assert page.cells("activities", "Cumbria County Council")["Conferences"] == "1"


def test_the_grant_is_shown_for_the_months_it_was_given_for(cumbria):
    page = cumbria.look("/money", TODAY)
    assert page.value("grant_received") == 450_000
    assert "1 October 2016" in page.said_of("funding")
    assert "31 March 2018" in page.said_of("funding")


def test_the_years_after_it_stand_beside_those_of_the_grant(cumbria):
    results = cumbria.look("/money", TODAY)
    assert results.cells("results", "2017-18")["Grant received"] == "£300,000"
    assert "2018-19" in results.table("results")
