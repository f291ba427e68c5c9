"""What an additional placement cost, beyond those of the year before funding began."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories
from tests.factories import placement
from tests.indicators.money.conftest import TODAY, spent


def placed(autumn, count, **changes):
    day = date(autumn, 9, 22)
    return [placement(planned_start=day, **changes) for _ in range(count)]


def test_a_placement_is_additional_beyond_the_year_before_funding_began(with_money, figure):
    with_money(spent(900), *placed(2024, 2), *placed(2025, 5))
    found = figure("cost_per_additional_placement", TODAY)
    assert (found.value, found.denominator, found.note) == (300, 3, "baseline 2024/25")


def test_each_year_since_has_its_own_additional_placements(with_money, figure):
    with_money(spent(900), *placed(2024, 2), *placed(2025, 5), *placed(2026, 8))
    later = Selection(as_at=date(2027, 9, 1))
    assert figure("cost_per_additional_placement", later).denominator == 9


def test_a_year_that_goes_on_has_no_additional_placements_yet(with_money, figure):
    with_money(spent(900), *placed(2024, 2), *placed(2025, 5), *placed(2026, 8))
    assert figure("cost_per_additional_placement", TODAY).denominator == 3


def test_cancelled_placements_are_not_additional(with_money, figure):
    with_money(spent(900), *placed(2024, 2), *placed(2025, 3), *placed(2025, 4, status="cancelled"))
    assert figure("cost_per_additional_placement", TODAY).denominator == 1


@pytest.mark.parametrize("count", [1, 2])
def test_without_an_increase_there_is_no_cost_of_it(with_money, figure, count):
    with_money(spent(900), *placed(2024, 2), *placed(2025, count))
    found = figure("cost_per_additional_placement", TODAY)
    assert (found.value, found.note) == (None, "no more placements than in 2024/25")


def test_without_placements_in_the_baseline_year_there_is_no_baseline(with_money, figure):
    with_money(spent(900), *placed(2025, 3))
    found = figure("cost_per_additional_placement", TODAY)
    assert (found.status, found.note) == (
        "not_applicable",
        "no placements are known of the year before funding began",
    )


def test_where_nobody_says_when_funding_began_there_is_no_baseline(given, figure):
    given(*factories.reference(), spent(900), *placed(2024, 2), *placed(2025, 5))
    assert figure("cost_per_additional_placement", TODAY).status == "not_applicable"
