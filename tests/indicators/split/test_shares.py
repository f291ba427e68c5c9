"""Shares of adults' and children's, side by side."""

from datetime import date

import pytest

from tests import factories
from tests.indicators.split.conftest import ON_DAY, SHARES


@SHARES
def test_the_share_is_of_adults_and_childrens_alone(rows, figure, share):
    rows(share, "adults", "children", "children", "mental_health", "mixed", "all_age", "not_known")
    found = figure(share, ON_DAY)
    assert (found.value, found.numerator, found.n) == (pytest.approx(1 / 3), 1, 3)


@SHARES
@pytest.mark.parametrize(("area", "expected"), [("adults", 1), ("children", 0)])
def test_a_share_can_be_all_or_nothing(rows, figure, share, area, expected):
    rows(share, area)
    assert figure(share, ON_DAY).value == expected


@SHARES
@pytest.mark.parametrize("areas", [(), ("mixed", "not_known")])
def test_without_either_there_is_no_share(rows, figure, share, areas):
    rows(share, *areas)
    assert figure(share, ON_DAY).status == "not_applicable"


@SHARES
def test_a_share_is_not_told_apart_by_area(rows, figures, share):
    rows(share, "adults", "children")
    (found,) = figures(share, ON_DAY, ("service_area",)).values()
    assert found.status == "not_applicable"


@SHARES
def test_a_share_splits_by_partnership(rows, values, share):
    rows(share, "adults", "children")
    assert values(share, ON_DAY, ("partnership",)) == {("north",): 0.5}


def test_a_share_adds_up_students_not_rows(north, given, figure):
    given(
        factories.demand(students=3),
        factories.demand(students=1, service_area="children"),
    )
    assert figure("adult_share_demand", ON_DAY).value == 0.75


def test_a_withdrawn_offer_is_no_part_of_the_share(north, given, figure):
    withdrawn = {"status": "withdrawn", "status_on": date(2025, 9, 1)}
    given(factories.offer(**withdrawn), factories.offer(service_area="children"))
    assert figure("adult_share_supply", ON_DAY).value == 0


def test_a_cancelled_placement_is_no_part_of_the_share(north, given, figure):
    given(factories.placement(status="cancelled"), factories.placement(service_area="children"))
    assert figure("adult_share_placements", ON_DAY).value == 0


def test_only_current_educators_are_part_of_the_share(north, given, figure):
    given(
        factories.practice_educator(stage1_on=date(2020, 1, 1)),
        factories.practice_educator(service_area="children"),
    )
    assert figure("adult_share_educators", ON_DAY).value == 0
