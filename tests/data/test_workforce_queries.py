"""Which census speaks for a year, and which for a day."""

from datetime import date

import pytest

from data.queries.censuses import FTE_IN_POST_NOW
from data.queries.workforce import FTE_IN_POST
from data.selection import Selection
from data.workbench import Workbench
from tests import factories

FEBRUARY = Selection(as_at=date(2026, 2, 1))


@pytest.fixture
def held(given):
    """Give censuses of one council: the day, the number in post, and what else differs."""

    def insert(*censuses):
        given(*factories.reference())
        given(
            *(
                factories.workforce(census_on=day, fte_in_post=number, **changes)
                for day, number, changes in censuses
            )
        )

    return insert


@pytest.fixture
def in_post(reader):
    """Sum a measure, as a dictionary of totals by group."""

    def total(measure, selection=FEBRUARY, by=()):
        with reader.snapshot() as snapshot:
            sums = Workbench(snapshot).sums(measure, selection, by)
        return {key: found.total for key, found in sums.items()}

    return total


def test_a_year_is_as_large_as_its_latest_census(held, in_post):
    held((date(2024, 9, 30), 40, {}), (date(2025, 3, 31), 50, {}), (date(2025, 9, 30), 60, {}))
    assert in_post(FTE_IN_POST, by=("academic_year",)) == {("2024/25",): 50, ("2025/26",): 60}


def test_the_latest_census_of_all_speaks_for_a_day(held, in_post):
    held((date(2024, 9, 30), 40, {}), (date(2025, 9, 30), 60, {}))
    assert in_post(FTE_IN_POST_NOW) == {(): 60}


def test_a_census_on_the_day_itself_is_held(held, in_post):
    held((date(2025, 9, 30), 60, {}), (date(2026, 2, 1), 65, {}))
    assert in_post(FTE_IN_POST_NOW) == {(): 65}


@pytest.mark.parametrize("measure", [FTE_IN_POST, FTE_IN_POST_NOW])
def test_a_census_after_the_day_is_not_yet_known(held, in_post, measure):
    held((date(2025, 9, 30), 60, {}), (date(2026, 2, 2), 65, {}))
    assert in_post(measure) == {(): 60}


@pytest.mark.parametrize("measure", [FTE_IN_POST, FTE_IN_POST_NOW])
def test_a_census_without_the_number_leaves_the_one_before_it_standing(held, in_post, measure):
    held((date(2025, 9, 30), 60, {}), (date(2026, 1, 31), None, {}))
    assert in_post(measure) == {(): 60}


@pytest.mark.parametrize("measure", [FTE_IN_POST, FTE_IN_POST_NOW])
def test_a_voided_census_leaves_the_one_before_it_standing(held, in_post, measure):
    voided = {"voided_at": factories.NOW, "voided_reason": "wrong"}
    held((date(2025, 9, 30), 60, {}), (date(2026, 1, 31), 99, voided))
    assert in_post(measure) == {(): 60}


def test_each_service_area_has_a_latest_census_of_its_own(held, in_post):
    held((date(2025, 9, 30), 60, {}), (date(2025, 3, 31), 30, {"service_area": "children"}))
    assert in_post(FTE_IN_POST_NOW, by=("service_area",)) == {("adults",): 60, ("children",): 30}


def test_a_past_year_is_counted_on_its_last_day(held, in_post):
    held((date(2024, 9, 30), 40, {}), (date(2025, 9, 30), 60, {}))
    past = FEBRUARY.only(years=("2024/25",))
    assert in_post(FTE_IN_POST_NOW, past) == {(): 40}


def test_without_a_census_there_is_no_group(held, in_post):
    held()
    assert in_post(FTE_IN_POST_NOW) == {}
