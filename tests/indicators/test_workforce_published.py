"""What is published of a council stands in where it has sent no census of its own."""

from datetime import date

import pytest

from dashboard.indicators import INDICATORS
from data.selection import Selection
from tests import factories
from tests.support.published import council, england, published, region

TODAY = Selection(as_at=date(2026, 2, 1))
THIS_YEAR = TODAY.only(years=("2025/26",))
# Of 40 posts filled and 10 vacant, as a row of the published file has them unless it says more.
PUBLISHED = {
    "vacancy_rate": 10 / 50,
    "turnover_rate": 5.2 / 40,
    "agency_rate": 8.3 / 48.3,
    "agency_cover_rate": 6.5 / 10,
}
NOTE = "1 census published by the Department for Education"
every = pytest.mark.parametrize("indicator", PUBLISHED)
pytestmark = pytest.mark.usefixtures("riverside")


@pytest.fixture
def engine(sqlite_engine):
    """The recomputation asks both kinds of database."""
    return sqlite_engine


def own(**changes):
    """A census of the council's own: 20 of 50 posts are vacant."""
    numbers = {"service_area": "children", "fte_in_post": 30, "fte_vacancies": 20}
    return factories.workforce(**(numbers | changes))


@every
def test_a_council_without_a_census_of_its_own_has_its_published_one(figure, given, indicator):
    given(*published(council()))
    assert figure(indicator, TODAY).value == pytest.approx(PUBLISHED[indicator])


@every
def test_a_figure_says_that_a_census_was_published(figure, given, indicator):
    given(*published(council()))
    assert figure(indicator, TODAY).note == NOTE


@every
def test_the_source_of_an_indicator_names_the_published_file(indicator):
    assert "Department for Education" in INDICATORS[indicator].source


def test_a_figure_of_own_censuses_alone_says_nothing_of_others(figure, given):
    given(own(), *published(council()))
    assert figure("vacancy_rate", TODAY).note == ""


@pytest.mark.parametrize("area", ["children", "all_age"])
def test_its_own_census_goes_before_the_published_one(figure, given, area):
    given(own(service_area=area), *published(council()))
    assert figure("vacancy_rate", TODAY).value == 20 / 50


@pytest.mark.parametrize(
    "census",
    [
        {"census_on": date(2024, 9, 30)},
        {"census_on": date(2026, 2, 2)},
        {"voided_at": factories.NOW, "voided_reason": "wrong"},
    ],
    ids=["of another year", "not yet known", "voided"],
)
def test_a_census_that_says_nothing_of_the_year_leaves_the_published_one(figure, given, census):
    given(own(**census), *published(council()))
    assert figure("vacancy_rate", THIS_YEAR).value == 10 / 50


def test_a_census_of_adults_workers_stands_beside_the_published_one(figure, given):
    given(own(service_area="adults"), *published(council()))
    assert figure("vacancy_rate", TODAY).denominator == 50 + 50


def test_a_published_census_is_of_childrens_workers(values, given):
    given(*published(council()))
    found = values("vacancy_rate", TODAY, ("service_area",))
    assert found == {("children",): 10 / 50}


def test_a_filter_for_adults_leaves_published_censuses_out(figure, given):
    given(*published(council()))
    assert figure("vacancy_rate", TODAY.only(areas=("adults",))).value is None


def test_a_published_census_is_in_the_academic_year_of_its_30_september(values, given):
    given(*published(council()), *published(council(time_period="2024", vacancy_fte="0")))
    found = values("vacancy_rate", TODAY, ("academic_year",))
    assert found == {("2024/25",): 0, ("2025/26",): 10 / 50}


def test_a_published_census_after_the_day_is_not_yet_known(figure, given):
    given(*published(council()))
    assert figure("vacancy_rate", Selection(as_at=date(2025, 9, 29))).value is None


def test_rows_of_england_and_of_regions_are_never_added(figure, given):
    given(*published(england()), *published(region()), *published(council()))
    assert figure("vacancy_rate", TODAY).denominator == 50


@pytest.mark.parametrize("symbol", ["x", "c", "u", "low"])
def test_a_symbol_is_not_reported_and_never_nought(figure, given, symbol):
    given(*published(council(agency_fte=symbol)))
    found = figure("agency_rate", TODAY)
    assert (found.value, found.status) == (None, "not_reported")


def test_a_published_not_applicable_is_not_applicable(figure, given):
    given(*published(council(agency_fte="z")))
    assert figure("agency_rate", TODAY).status == "not_applicable"


def test_a_missing_return_makes_the_published_figure_partial(figure, given):
    given(factories.period(), *published(council()))
    found = figure("vacancy_rate", TODAY)
    assert (found.value, found.status, found.reported, found.expected) == (0.2, "partial", 0, 1)


def test_density_rests_on_the_latest_published_census(figure, given):
    given(
        factories.practice_educator(service_area="children"),
        *published(council()),
        *published(council(time_period="2024", inpost_fte="30")),
    )
    found = figure("pe_density", TODAY)
    assert (found.value, found.denominator, found.note) == (100 / 40, 40, NOTE)


def test_density_passes_over_a_published_census_that_does_not_say(figure, given):
    given(
        factories.practice_educator(service_area="children"),
        *published(council(inpost_fte="x")),
        *published(council(time_period="2024", inpost_fte="30")),
    )
    assert figure("pe_density", TODAY).denominator == 30


def test_density_rests_on_its_own_census_however_old(figure, given):
    given(
        factories.practice_educator(service_area="children"),
        own(census_on=date(2023, 9, 30)),
        *published(council()),
    )
    assert figure("pe_density", TODAY).denominator == 30


def test_density_sets_published_workers_beside_childrens_educators(values, given):
    given(
        factories.practice_educator(service_area="children"),
        factories.practice_educator(service_area="adults"),
        *published(council()),
    )
    found = values("pe_density", TODAY, ("service_area",))
    assert found == {("children",): 100 / 40, ("adults",): None}
