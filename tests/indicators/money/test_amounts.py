"""What was granted, contributed, planned and spent, whole and to the penny."""

import pytest

from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.views.spending import OPEN, PLANNED
from data.workbench import Workbench
from tests.factories import finance
from tests.indicators.money.conftest import POUND, TODAY, spent


def test_each_kind_of_money_is_told_apart(with_money, figure):
    kinds = ("grant", "cash", "in_kind", "spend")
    with_money(*(finance(kind=kind, actual=(n + 1) * POUND) for n, kind in enumerate(kinds)))
    named = (
        "grant_received",
        "contributions_cash",
        "contributions_in_kind",
        "grant_spent",
        "contributions",
    )
    assert [figure(name, TODAY).value for name in named] == [1, 2, 3, 4, 5]


def test_pence_are_added_up_whole(with_money, figure):
    with_money(*(finance(kind="spend", actual=10) for _ in range(3)))
    assert figure("grant_spent", TODAY).value == 0.3


def test_more_money_than_a_cell_holds_is_added_up(with_money, figure):
    with_money(spent(100_000_000), spent(100_000_000))
    assert figure("grant_spent", TODAY).value == 200_000_000


def test_a_blank_amount_is_not_reported_and_never_nought(with_money, figure):
    with_money(finance(kind="spend"))
    found = figure("grant_spent", TODAY)
    assert (found.value, found.status) == (None, "not_reported")


def test_an_amount_that_is_not_applicable_is_never_nought(with_money, figure):
    with_money(finance(kind="grant", actual_na=True))
    found = figure("grant_received", TODAY)
    assert (found.value, found.status) == (None, "not_applicable")


def test_no_money_at_all_is_nought_where_everybody_has_reported(with_money, figure):
    with_money()
    assert figure("contributions", TODAY).value == 0


def test_what_was_spent_is_held_against_the_plan_where_a_row_says_both(with_money, figure):
    with_money(
        spent(900, planned=1_000 * POUND),
        finance(kind="spend", planned=500 * POUND),
        spent(70),
    )
    assert figure("grant_variance", TODAY).value == -100


@pytest.mark.parametrize(("asked", "expected"), [(PLANNED, 1_000), (OPEN, 500)])
def test_a_plan_is_told_apart_by_whether_its_spending_is_said(with_money, reader, asked, expected):
    with_money(
        spent(900, planned=1_000 * POUND),
        finance(kind="spend", planned=500 * POUND),
        finance(kind="spend", planned=70 * POUND, actual_na=True),
        finance(kind="grant", planned=30 * POUND),
    )
    with reader.snapshot() as snapshot:
        ask = Ask(asked, TODAY)
        (found,) = evaluate(Workbench(snapshot), [ask])[ask]
    assert found.value == expected
