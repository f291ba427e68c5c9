"""Vacancies, turnover and agency workers, from the partners' own censuses."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

TODAY = Selection(as_at=date(2026, 2, 1))
OWN = {
    "service_area": "children",
    "fte_in_post": 30,
    "fte_vacancies": 20,
    "fte_leavers": 6,
    "fte_agency": 10,
    "fte_agency_covering": 5,
}
pytestmark = pytest.mark.usefixtures("riverside")


@pytest.fixture
def engine(sqlite_engine):
    """The recomputation asks both kinds of database."""
    return sqlite_engine


def own(**changes):
    return factories.workforce(**(OWN | changes))


@pytest.mark.parametrize(
    ("indicator", "rate"),
    [
        ("vacancy_rate", 20 / 50),
        ("turnover_rate", 6 / 30),
        ("agency_rate", 10 / 40),
        ("agency_cover_rate", 5 / 20),
    ],
)
def test_a_rate_comes_from_the_partners_own_census(figure, given, indicator, rate):
    given(own())
    assert figure(indicator, TODAY).value == pytest.approx(rate)


def test_censuses_of_partners_are_added_up_before_they_are_divided(figure, given):
    given(
        factories.council("hillside"), factories.membership("hillside"),
        own(), own(owner="hillside", fte_in_post=50, fte_vacancies=0),
    )  # fmt: skip
    found = figure("vacancy_rate", TODAY)
    assert (found.numerator, found.denominator) == (20, 100)


def test_the_latest_census_of_a_year_counts(figure, given):
    given(own(), own(census_on=date(2026, 1, 31), fte_vacancies=10))
    assert figure("vacancy_rate", TODAY).numerator == 10


def test_a_census_that_leaves_a_number_out_leaves_the_one_before_it_standing(figure, given):
    given(own(), own(census_on=date(2026, 1, 31), fte_vacancies=None))
    assert figure("vacancy_rate", TODAY).value == 20 / 50


def test_a_census_that_gives_one_side_alone_counts_on_neither(figure, given):
    given(own(), own(service_area="adults", fte_leavers=None))
    assert figure("turnover_rate", TODAY).denominator == 30


def test_numbers_left_blank_are_not_reported(figure, given):
    given(own(fte_vacancies=None))
    found = figure("vacancy_rate", TODAY)
    assert (found.value, found.status, found.note) == (None, "not_reported", "no census says it")


def test_agency_workers_not_applicable_make_the_rate_not_applicable(figure, given):
    given(own(fte_agency=None, fte_agency_na=True))
    assert figure("agency_rate", TODAY).status == "not_applicable"


def test_a_later_not_applicable_replaces_a_number(figure, given):
    given(own(), own(census_on=date(2026, 1, 31), fte_agency=None, fte_agency_na=True))
    assert figure("agency_rate", TODAY).value is None


def test_cover_of_no_vacancies_is_not_applicable(figure, given):
    given(own(fte_vacancies=0, fte_agency_covering=0))
    assert figure("agency_cover_rate", TODAY).status == "not_applicable"
