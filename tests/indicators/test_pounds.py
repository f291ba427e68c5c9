"""What formulas of money make of pence, tried with sums made up for it."""

import pytest

from dashboard.indicators import pounds
from dashboard.indicators.formulas import NOUGHT
from dashboard.indicators.parts import UNKNOWN, Parts
from data.queries import fees
from data.queries.demand import STUDENTS
from data.queries.supply import GROSS, NET
from data.sums import NOTHING, Sum
from tests.indicators.stub_bench import NOW, StubBench

BY = ("level",)
BLANK = Sum(0, 0, 1, 1)
SAID, WITHOUT = Sum(12_350, 2, 3), Sum(1, 1)
RECORDED = Parts(123.5, n=2)
NOT_APPLICABLE = Parts(None, note=pounds.NOT_APPLICABLE)


@pytest.mark.parametrize(
    ("said", "without", "found"),
    [
        (SAID, NOTHING, RECORDED),
        (SAID, WITHOUT, RECORDED),
        (BLANK, WITHOUT, UNKNOWN),
        (NOTHING, WITHOUT, NOT_APPLICABLE),
        (NOTHING, NOTHING, pounds.UNRECORDED),
    ],
)
def test_an_amount_is_in_pounds_or_says_why_there_is_none(said, without, found):
    bench = StubBench({STUDENTS: {(): said}, NET: {(): without}})
    assert pounds.Amount(STUDENTS, NET).work_out(bench, NOW, ()) == {(): found}


def test_an_amount_that_nothing_is_said_against_stands():
    bench = StubBench({STUDENTS: {(): SAID}, NET: {}})
    assert pounds.Amount(STUDENTS, NET).work_out(bench, NOW, ()) == {(): RECORDED}


def test_no_money_at_all_is_nought_and_says_so():
    nothing = Parts(0, n=0, note="no money of this kind is recorded")
    assert pounds.Amount(STUDENTS, NET).nothing() == nothing
    assert pounds.Variance(STUDENTS, NET, GROSS).nothing() == nothing


def test_an_amount_and_a_variance_ask_for_what_is_not_applicable_too():
    assert list(pounds.Amount(STUDENTS, NET).wanted(BY)) == [(STUDENTS, BY), (NET, BY)]
    wanted = [(STUDENTS, BY), (NET, BY), (GROSS, BY)]
    assert list(pounds.Variance(STUDENTS, NET, GROSS).wanted(BY)) == wanted


def test_a_variance_is_what_was_spent_less_what_was_planned():
    bench = StubBench(
        {
            STUDENTS: {("first",): SAID, ("final",): NOTHING},
            NET: {("first",): Sum(10_000, 2)},
            GROSS: {("final",): WITHOUT},
        }
    )
    found = pounds.Variance(STUDENTS, NET, GROSS).work_out(bench, NOW, BY)
    assert found == {("first",): Parts(23.5, n=2), ("final",): NOT_APPLICABLE}


@pytest.mark.parametrize(
    ("part", "whole", "found"),
    [
        (Sum(10_000, 1, 1), Sum(8, 1), Parts(12.5, 100, 8, n=8)),
        (Sum(10_000, 1, 1), NOTHING, Parts(None, 100, 0, n=0)),
        (BLANK, Sum(8, 1), UNKNOWN),
        (Sum(10_000, 1, 1), BLANK, UNKNOWN),
        (Sum(0, 0, 3), Sum(8, 1), Parts(None, note=pounds.NOT_ATTRIBUTED)),
        (NOTHING, Sum(8, 1), Parts(None)),
    ],
)
def test_a_cost_each_is_money_over_how_many_or_says_why_there_is_none(part, whole, found):
    bench = StubBench({STUDENTS: {(): part}, NET: {(): whole}})
    assert pounds.CostEach(STUDENTS, NET).work_out(bench, NOW, ()) == {(): found}


def income(days, at_fees, without=NOTHING):
    """What days bring, of which some were at each of some fees."""
    by_fee = {("first", fee): each for fee, each in at_fees.items()}
    told = {
        (fees.DAYS, BY): {("first",): days},
        (fees.DAYS, (*BY, "daily_fee")): by_fee,
        fees.WITHOUT_FEE: {("first",): without},
    }
    return pounds.FeeIncome().work_out(StubBench(told), NOW, BY)["first",]


def test_each_day_brings_the_fee_that_was_valid():
    found = income(Sum(170, 2, 2), {2_000: Sum(70, 1), 2_050: Sum(100, 1), None: Sum(9, 1)})
    assert found == Parts(70 * 20 + 100 * 20.5, n=2)


@pytest.mark.parametrize(("count", "placements"), [(1, "1 placement"), (2, "2 placements")])
def test_placements_without_a_fee_are_left_out_and_told(count, placements):
    found = income(Sum(70, 1, 1), {2_000: Sum(70, 1)}, Sum(count, count))
    assert found.note == f"{placements} started before the first daily fee left out"
    assert (found.value, found.n) == (1_400, 1)


def test_without_any_fee_there_is_no_income_to_tell():
    assert income(NOTHING, {None: NOTHING}, WITHOUT) == Parts(None, note=pounds.NO_FEE)


def test_days_that_nobody_said_bring_nobody_knows_what():
    assert income(BLANK, {2_000: BLANK}) == UNKNOWN


def test_no_placements_bring_nought():
    assert income(NOTHING, {None: NOTHING}) == NOUGHT == pounds.FeeIncome().nothing()


def test_fee_income_asks_for_days_at_each_fee_and_shows_pence_to_who_looks_at_rows():
    work = pounds.FeeIncome()
    wanted = [(fees.DAYS, BY), (fees.DAYS, (*BY, "daily_fee")), (fees.WITHOUT_FEE, BY)]
    assert list(work.wanted(BY)) == wanted
    assert (work.measures(), work.counted_by()) == ((fees.PENCE,), (fees.DAYS,))
