"""What it cost to have a practice educator pass."""

from datetime import date

import pytest

from tests.factories import training
from tests.indicators.money.conftest import TODAY, spent


def passed():
    return training(outcome="passed", outcome_on=date(2026, 2, 1))


@pytest.mark.parametrize(
    ("heading", "counts"),
    [
        ("Practice educator courses", True),
        ("Backfill for PRACTICE EDUCATION", True),
        ("PE courses", True),
        ("Books for PEs", True),
        ("Open days", False),
        ("Open pedagogy", False),
    ],
)
def test_spending_counts_for_practice_educators_if_its_heading_names_them(
    with_money, figure, heading, counts
):
    with_money(spent(900, heading=heading), passed(), passed(), passed())
    assert figure("cost_per_pe", TODAY).value == (300 if counts else None)


def test_without_spending_on_practice_educators_the_cost_is_not_nought(with_money, figure):
    with_money(spent(900, heading="Office"), passed())
    found = figure("cost_per_pe", TODAY)
    assert (found.value, found.status, found.note) == (
        None,
        "not_applicable",
        "no spending is under a heading that names practice educators",
    )


def test_a_partnership_without_money_has_no_cost(with_money, figure):
    with_money(passed())
    assert figure("cost_per_pe", TODAY).status == "not_applicable"


def test_the_cost_of_a_financial_year_is_over_who_passed_in_it(with_money, values):
    with_money(
        spent(900, heading="PE courses"),
        passed(),
        training(outcome="passed", outcome_on=date(2026, 4, 1)),
    )
    found = values("cost_per_pe", TODAY, ("financial_year",))
    assert found == {("2025-26",): 900, ("2026-27",): None}


def test_the_cost_of_educators_has_no_meaning_in_an_academic_year(with_money, figure):
    with_money(spent(900, heading="PE courses"), passed())
    found = figure("cost_per_pe", TODAY.only(years=("2025/26",)))
    assert (found.value, found.status) == (None, "not_applicable")
