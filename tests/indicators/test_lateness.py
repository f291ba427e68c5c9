"""Days late, tried with placements made up for it."""

import pytest

from dashboard.indicators import allocation
from dashboard.indicators.lateness import between
from dashboard.indicators.parts import Parts
from data.queries.placements import LATE, STARTED_LATE, placements
from data.sums import NOTHING, Sum
from tests.indicators.stub_bench import NOW, StubBench

BY = ("level",)
FIRST, FINAL = ("first",), ("final",)


def bench(*days):
    """First placements that started so many days late, one each; no final one did."""
    late = {}
    for day in days:
        late["first", day] = Sum(0, days.count(day))
    return StubBench({STARTED_LATE: {FIRST: Sum(0, len(days)), FINAL: NOTHING}, LATE: late})


@pytest.mark.parametrize(
    ("least", "most", "count"), [(1, 7, 2), (7, 8, 2), (8, 14, 1), (7, None, 3), (29, None, 1)]
)
def test_placements_are_counted_from_the_fewest_days_to_the_most(least, most, count):
    found = between(least, most).work_out(bench(1, 7, 8, 30), NOW, BY)
    assert found == {FIRST: Parts(value=count, n=4), FINAL: Parts(value=0, n=0)}


def test_late_placements_are_nought_where_none_is_and_rest_on_all_that_started_late():
    work = between(1, 7)
    assert (work.nothing(), work.bases()) == (Parts(value=0, n=0), (STARTED_LATE,))
    assert work.sources() == (placements,)
    assert list(work.wanted(BY)) == [(STARTED_LATE, BY), (LATE, (*BY, "days_late"))]


@pytest.mark.parametrize(
    ("days", "median", "most"),
    [
        ((3,), 3, 3),
        ((1, 9), 5, 9),
        ((1, 2, 9), 2, 9),
        ((2, 2, 5, 30), 3.5, 30),
        ((1, 1, 1, 4), 1, 4),
    ],
)
def test_the_median_is_the_middle_one_or_between_the_two(days, median, most):
    told = bench(*days)
    nobody = Parts(value=None, n=0)
    assert allocation.median_days_late(told, NOW, BY) == {
        FIRST: Parts(value=median, n=len(days)),
        FINAL: nobody,
    }
    assert allocation.most_days_late(told, NOW, BY)[FIRST] == Parts(value=most, n=len(days))
    assert allocation.most_days_late(told, NOW, BY)[FINAL] == nobody
