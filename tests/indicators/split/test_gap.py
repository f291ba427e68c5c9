"""The share of places against that of demand, and whether each area has enough."""

import pytest

from tests import factories
from tests.indicators.split.conftest import ON_DAY


def test_the_gap_is_the_share_of_places_less_that_of_demand(rows, figure):
    rows("adult_share_supply", "adults", "children", "children", "children")
    rows("adult_share_demand", "adults", "children")
    assert figure("split_gap", ON_DAY).value == pytest.approx(-25)


def test_the_gap_stands_on_the_smaller_count(rows, figure):
    rows("adult_share_supply", "adults", "children", "children", "children")
    rows("adult_share_demand", "adults", "children")
    assert figure("split_gap", ON_DAY).n == 2


@pytest.mark.parametrize("side", ["adult_share_supply", "adult_share_demand"])
def test_with_one_share_alone_there_is_no_gap(rows, figure, side):
    rows(side, "adults")
    assert figure("split_gap", ON_DAY).status == "not_applicable"


def test_a_route_can_be_asked_of_demand_but_not_of_places(rows, figure):
    rows("adult_share_supply", "adults")
    rows("adult_share_demand", "adults")
    found = figure("split_gap", ON_DAY.only(routes=("undergraduate",)))
    assert found.status == "not_applicable"


@pytest.mark.parametrize(
    ("indicator", "expected"), [("sufficiency_adults", 2), ("sufficiency_children", 0.5)]
)
def test_each_area_has_a_sufficiency_of_its_own(north, given, figure, indicator, expected):
    given(
        factories.offer(places=6),
        factories.offer(places=2, service_area="children"),
        factories.offer(places=9, service_area="all_age"),
        factories.demand(students=3),
        factories.demand(students=4, service_area="children"),
        factories.demand(students=9, service_area="either"),
    )
    assert figure(indicator, ON_DAY).value == expected


@pytest.mark.parametrize("indicator", ["sufficiency_adults", "sufficiency_children"])
def test_without_students_of_the_area_there_is_no_sufficiency(north, given, figure, indicator):
    given(factories.offer(places=6), factories.offer(places=2, service_area="children"))
    assert figure(indicator, ON_DAY).status == "not_applicable"
