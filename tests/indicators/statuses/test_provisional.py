"""Provisional and not applicable: years that go on, and questions without meaning."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories
from tests.indicators.statuses.conftest import DAY, TODAY, of_year, told


@pytest.mark.parametrize(("year", "status"), [("2024/25", "ok"), ("2025/26", "provisional")])
def test_a_year_is_provisional_until_it_has_ended(figure, given, year, status):
    given(*factories.reference())
    assert figure("net_supply", of_year(year)).status == status


def test_a_year_ends_on_31_august(figure, given):
    given(*factories.reference())
    selection = Selection(as_at=date(2026, 8, 31), years=("2025/26",))
    assert figure("net_supply", selection).status == "ok"


@pytest.mark.usefixtures("two_councils")
def test_what_is_partial_says_so_before_that_it_is_provisional(figure):
    assert told(figure("net_supply", of_year("2025/26"))) == (3, "partial")


def test_by_year_only_the_one_in_progress_is_provisional(figures, given):
    given(*factories.reference(), factories.offer(), factories.offer(window_start=date(2025, 1, 6)))
    found = figures("net_supply", TODAY, ("academic_year",))
    assert {key: figure.status for key, figure in found.items()} == {
        ("2024/25",): "ok",
        ("2025/26",): "provisional",
    }


def test_a_ratio_over_nobody_is_not_applicable(figure, given):
    given(*factories.reference(), factories.offer(), factories.demand(students=0))
    assert told(figure("sufficiency", TODAY)) == (None, "not_applicable")


@pytest.mark.usefixtures("due")
def test_a_ratio_with_one_side_missing_is_not_reported(figure, given):
    given(factories.return_state("riverside"), factories.offer())
    assert told(figure("sufficiency", TODAY)) == (None, "not_reported")


@pytest.mark.usefixtures("due")
def test_a_filter_that_one_side_can_not_follow_is_not_applicable(figure, given):
    given(factories.offer(), factories.demand())
    selection = Selection(as_at=DAY, routes=("undergraduate",))
    assert told(figure("sufficiency", selection)) == (None, "not_applicable")
