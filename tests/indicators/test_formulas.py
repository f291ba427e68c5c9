"""What a formula makes of sums, tried with sums made up for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard import wording
from dashboard.indicators.amounts import NONE_APPLIES, Amount
from dashboard.indicators.cohort_ratio import CohortRatio, cohort_ratio
from dashboard.indicators.formulas import NOUGHT, Difference, Formula, Ratio, Total
from dashboard.indicators.parts import UNKNOWN, Parts, ratio
from data.queries.demand import STUDENTS
from data.queries.newly_qualified import Outcome
from data.queries.supply import GROSS, NET
from data.sums import Sum
from tests.indicators.stub_bench import NOW, StubBench

BY = ("level",)
FIRST, FINAL = ("first",), ("final",)
BLANK = Sum(0, 0, 2, 2)
counts = st.integers(1, 1000)


def worked_out(work, **sums):
    """What a formula makes of the sums of its measures, by group."""
    of = {"left": STUDENTS, "part": STUDENTS, "right": NET, "whole": NET, "other": GROSS}
    return work.work_out(StubBench({of[name]: each for name, each in sums.items()}), NOW, BY)


def test_a_total_is_the_sum_of_each_group_and_rests_on_its_rows():
    found = worked_out(Total(STUDENTS), left={FIRST: Sum(30, 2, 3), FINAL: BLANK})
    assert found == {FIRST: Parts(value=30, n=2), FINAL: UNKNOWN}


def test_a_total_of_nothing_is_nought():
    assert Total(STUDENTS).nothing() == NOUGHT == Parts(value=0, n=0)


@given(counts, counts, st.sampled_from([1, 100]))
def test_a_ratio_is_its_part_over_its_whole_so_many_times(part, whole, factor):
    work = Ratio(STUDENTS, NET, factor)
    found = worked_out(work, part={FIRST: Sum(part, 1)}, whole={FIRST: Sum(whole, 1)})
    assert found == {FIRST: Parts(part * factor / whole, part, whole, n=whole)}


def test_a_ratio_is_there_for_each_group_that_either_side_has():
    found = worked_out(Ratio(STUDENTS, NET), part={FIRST: Sum(3, 1)}, whole={FINAL: Sum(4, 1)})
    assert found == {FIRST: Parts(None, 3, 0, n=0), FINAL: Parts(0, 0, 4, n=4)}


@pytest.mark.parametrize(("part", "whole"), [(BLANK, Sum(4, 1)), (Sum(3, 1), BLANK)])
def test_a_ratio_of_which_a_side_is_blank_is_not_known(part, whole):
    assert worked_out(Ratio(STUDENTS, NET), part={FIRST: part}, whole={FIRST: whole}) == {
        FIRST: UNKNOWN
    }


def test_a_ratio_of_nothing_has_no_value():
    assert Ratio(STUDENTS, NET).nothing() == Parts(None, 0, 0, n=0)


def test_a_ratio_rests_on_its_whole_and_on_its_part_where_that_is_of_another_source():
    assert Ratio(GROSS, NET).bases() == (NET,)
    assert Ratio(STUDENTS, NET).bases() == (STUDENTS, NET)


def test_a_ratio_is_taken_once_by_default():
    assert ratio(1, 4) == Parts(0.25, 1, 4, n=4)


def test_a_difference_is_one_sum_less_the_other_and_rests_on_both():
    found = worked_out(
        Difference(STUDENTS, NET),
        left={FIRST: Sum(30, 2)},
        right={FIRST: Sum(12, 3), FINAL: Sum(5, 1)},
    )
    assert found == {FIRST: Parts(value=18, n=5), FINAL: Parts(value=-5, n=1)}


def test_a_difference_of_nothing_is_nought():
    assert Difference(STUDENTS, NET).nothing() == NOUGHT


def test_a_formula_names_its_measures_and_each_source_once():
    work = Difference(GROSS, NET)
    assert (work.measures(), work.counted_by(), work.bases()) == ((GROSS, NET),) * 3
    assert work.sources() == (NET.source,)
    assert Ratio(STUDENTS, NET).measures() == (STUDENTS, NET)
    assert Total(STUDENTS).measures() == (STUDENTS,)


def test_it_asks_for_each_measure_by_the_dimensions_that_tell_rows_apart():
    class Labelled(Ratio):
        labels = frozenset({"level"})

    wanted = [(STUDENTS, ("term",)), (NET, ("term",))]
    assert list(Labelled(STUDENTS, NET).wanted(("level", "term"))) == wanted


class Source:
    def __init__(self, stock):
        self.stock = stock


@pytest.mark.parametrize(
    ("stocks", "of_a_day"), [([True, True], True), ([True, False], False), ([], True)]
)
def test_it_is_of_a_day_if_all_its_sources_are_stocks(stocks, of_a_day):
    assert Formula().is_of_a_day(map(Source, stocks)) is of_a_day


def test_without_sources_it_is_of_a_day_if_it_says_so():
    class OfAYear(Formula):
        on_a_day = False

    assert not OfAYear().is_of_a_day([])
    assert OfAYear().is_of_a_day([Source(stock=True)])


def test_where_figures_come_from_can_be_said_of_sources_or_of_returns():
    class OfReturns(Total):
        of_returns = True

        def counted_by(self):
            return ()

    class OfNothing(OfReturns):
        of_returns = False

    found = [each(STUDENTS).is_traceable() for each in (Total, OfReturns, OfNothing)]
    assert found == [True, True, False]


def test_an_amount_is_not_applicable_where_every_row_says_so():
    rows = {FIRST: Sum(0, 0, 2), FINAL: Sum(0, 0, 2), ("both",): Sum(5, 1, 2)}
    without = {FIRST: Sum(2, 2), ("both",): Sum(1, 1)}
    found = worked_out(Amount(STUDENTS, GROSS), left=rows, other=without)
    assert found == {
        FIRST: NONE_APPLIES,
        FINAL: Parts(value=0, n=0),
        ("both",): Parts(value=5, n=1),
    }


def test_an_amount_asks_for_the_rows_to_which_it_does_not_apply():
    assert list(Amount(STUDENTS, GROSS).wanted(BY)) == [(STUDENTS, BY), (GROSS, BY)]


def test_of_cohorts_that_are_all_too_young_it_is_too_early_to_say():
    found = worked_out(
        CohortRatio(STUDENTS, NET, young=GROSS),
        part={FIRST: Sum(0, 0), FINAL: Sum(3, 1), ("blank",): BLANK, ("none",): Sum(0, 0)},
        whole={FINAL: Sum(4, 1)},
        other={FIRST: Sum(1, 1), FINAL: Sum(1, 1), ("blank",): Sum(1, 1)},
    )
    assert found == {
        FIRST: Parts(None, 0, 0, n=0, note=wording.TOO_EARLY),
        FINAL: Parts(0.75, 3, 4, n=4),
        ("blank",): UNKNOWN,
        ("none",): Parts(None, 0, 0, n=0),
    }


def test_the_young_are_asked_for_with_both_sides():
    found = cohort_ratio(Outcome(STUDENTS, NET, GROSS))
    assert found == CohortRatio(STUDENTS, NET, young=GROSS)
    assert found.measures() == (STUDENTS, NET, GROSS)
