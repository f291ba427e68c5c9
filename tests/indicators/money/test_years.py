"""Money goes by financial years and quarters, and never by academic years."""

from datetime import date

import pytest

from data.selection import Selection
from tests.indicators.money.conftest import TODAY, spent


def test_spending_is_split_by_heading(with_money, values):
    with_money(spent(9, heading="Courses"), spent(4, heading="Office"))
    found = values("grant_spent", TODAY, ("heading",))
    assert found == {("Courses",): 9, ("Office",): 4}


def test_spending_is_split_by_financial_year_and_quarter(with_money, values):
    with_money(spent(9, quarter=2), spent(4), spent(5, financial_year="2026-27"))
    found = values("grant_spent", TODAY, ("financial_year", "quarter"))
    assert found == {("2025-26", "2"): 9, ("2025-26", "year"): 4, ("2026-27", "year"): 5}


def test_a_financial_year_that_goes_on_is_provisional(with_money, figures):
    with_money(spent(9), spent(5, financial_year="2026-27"))
    found = figures("grant_spent", TODAY, ("financial_year",))
    assert {key: each.status for key, each in found.items()} == {
        ("2025-26",): "ok",
        ("2026-27",): "provisional",
    }


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2025, 3, 31), 0),
        (date(2025, 4, 1), 4),
        (date(2025, 6, 30), 4),
        (date(2025, 7, 1), 13),
    ],
)
def test_a_year_or_quarter_that_has_not_begun_is_not_yet_known(with_money, figure, day, known):
    with_money(spent(9, quarter=2), spent(4))
    assert figure("grant_spent", Selection(as_at=day)).value == known


def test_an_academic_year_does_not_choose_from_money(with_money, figure):
    with_money(spent(9), spent(5, financial_year="2024-25"))
    found = figure("grant_spent", TODAY.only(years=("2025/26",)))
    assert (found.value, found.status) == (14, "ok")


def test_money_is_not_split_by_academic_year(with_money, figures):
    with_money(spent(9))
    (found,) = figures("grant_spent", TODAY, ("academic_year",)).values()
    assert found.status == "not_applicable"
