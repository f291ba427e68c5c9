"""The adults' share and the gap between two of them, tried with sums made up for it."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from dashboard.indicators.parts import Parts
from dashboard.indicators.shares import DEMAND_SHARE, SUPPLY_SHARE, split_gap, without_one_sided
from data.sums import Sum
from tests.indicators.stub_bench import NOW, StubBench

OF_ONE = replace(NOW, organisations=("riverside",))
BY = ("level", "organisation")
MEMBERS = (
    SimpleNamespace(organisation="riverside", services="adults"),
    SimpleNamespace(organisation="bay", services="children"),
    SimpleNamespace(organisation="hill", services="both"),
    SimpleNamespace(organisation="dale", services=None),
)
SHARE = Parts(0.5, 1, 2, n=2)
ADULTS_ONLY = Parts(None, note="adults' only")


def bench(places=(3, 4), students=(1, 4), **more):
    shares = ((SUPPLY_SHARE, places), (DEMAND_SHARE, students))
    sums = {}
    for share, numbers in shares:
        for measure, number in zip(share.measures(), numbers, strict=True):
            sums[measure] = {} if number is None else {(): Sum(number, 1)}
    return StubBench(sums, **more)


def test_the_gap_is_in_points_and_rests_on_the_smaller_of_both():
    assert split_gap(bench((6, 8), (1, 4)), NOW, ()) == {(): Parts(50, n=4)}
    assert split_gap(bench((1, 4), (6, 8)), NOW, ()) == {(): Parts(-50, n=4)}


@pytest.mark.parametrize(
    ("places", "students"), [((None, None), (1, 4)), ((3, 4), (None, None)), ((0, 0), (1, 4))]
)
def test_without_one_of_the_shares_there_is_no_gap(places, students):
    assert split_gap(bench(places, students), NOW, ()) == {(): Parts(None)}


def test_a_gap_says_who_serves_one_side_only():
    assert split_gap(bench(members=MEMBERS, selection=OF_ONE), OF_ONE, ()) == {(): ADULTS_ONLY}


def test_a_gap_says_so_too_where_only_one_of_the_shares_has_rows():
    key = ("riverside",)
    for share, other in ((SUPPLY_SHARE, DEMAND_SHARE), (DEMAND_SHARE, SUPPLY_SHARE)):
        sums = {measure: {key: Sum(4, 1)} for measure in share.measures()}
        sums |= {measure: {} for measure in other.measures()}
        assert split_gap(StubBench(sums, MEMBERS), NOW, ("organisation",)) == {key: ADULTS_ONLY}


def test_who_serves_one_side_only_has_no_share():
    found = {("first", name): SHARE for name in ("riverside", "bay", "hill", "dale", "elsewhere")}
    shares = without_one_sided(found, StubBench({}, MEMBERS), NOW, BY)
    assert shares == found | {
        ("first", "riverside"): ADULTS_ONLY,
        ("first", "bay"): Parts(None, note="children's only"),
    }


def test_chosen_alone_they_have_none_whether_they_have_rows_or_not():
    told = StubBench({}, MEMBERS, OF_ONE)
    assert without_one_sided({}, told, OF_ONE, ()) == {(): ADULTS_ONLY}
    assert without_one_sided({("first",): SHARE}, told, OF_ONE, ("level",)) == {
        ("first",): ADULTS_ONLY
    }


def test_without_rows_and_without_such_an_organisation_there_is_no_share():
    assert without_one_sided({}, StubBench({}, MEMBERS), NOW, ()) == {}
    two = replace(NOW, organisations=("riverside", "bay"))
    assert without_one_sided({(): SHARE}, StubBench({}, MEMBERS, two), two, ()) == {(): SHARE}
