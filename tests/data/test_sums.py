"""Sums of groups: read from rows, put together, and by fewer dimensions."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.pounds import pounds
from data.sums import NOTHING, Sum, folded, read, together, with_year

sums = st.builds(Sum, *[st.integers(0, 9)] * 4)
keys = st.tuples(st.sampled_from("ab"), st.sampled_from("xyz"), st.sampled_from((None, "n")))
groups = st.dictionaries(keys, sums, max_size=9)
FINER = ("partnership", "level", "owner")


@pytest.mark.parametrize(
    ("found", "unknown"),
    [
        (NOTHING, False),
        (Sum(0, 0, 2, 1), True),
        (Sum(0, 0, 2, 2), True),
        (Sum(3, 1, 2, 1), False),
        (Sum(0, 1, 1, 0), False),
    ],
)
def test_a_sum_is_not_known_where_there_are_rows_and_none_says_how_much(found, unknown):
    assert found.unknown is unknown


def test_two_groups_are_put_together_number_by_number():
    assert together(Sum(1, 2, 3, 4), Sum(10, 20, 30, 40)) == Sum(11, 22, 33, 44)


def test_each_measure_has_its_three_columns_after_the_rows_of_the_group():
    row = ("north", "first", 7, 30, 4, 1, Decimal("12"), 5, 0, 2.5, 3, 2)
    found = [sums["north", "first"] for sums in read([row], dimensions=2, measures=3)]
    assert found == [Sum(30, 4, 7, 1), Sum(12, 5, 7, 0), Sum(2.5, 3, 7, 2)]
    assert isinstance(found[1].total, int)


def test_a_row_of_nothing_is_no_group():
    assert read([(0, 0, 0, 0)], dimensions=0, measures=1) == [{}]


def test_a_group_of_one_row_is_one():
    assert read([(1, 0, 0, 1)], dimensions=0, measures=1) == [{(): Sum(0, 0, 1, 1)}]


@given(groups, st.permutations(FINER), st.integers(0, 3))
def test_sums_by_fewer_dimensions_hold_what_the_finer_ones_held(finer, order, kept):
    by = tuple(order[:kept])
    wanted = {}
    for key, each in finer.items():
        group = tuple(dict(zip(FINER, key, strict=True))[name] for name in by)
        wanted[group] = together(wanted.get(group, NOTHING), each)
    assert folded(finer, FINER, by) == wanted


@pytest.mark.parametrize(
    ("by", "key", "found"),
    [
        (("level",), ("first",), ("first",)),
        (("academic_year",), (), ("2025/26",)),
        (("term", "academic_year", "level"), ("autumn", "first"), ("autumn", "2025/26", "first")),
    ],
)
def test_a_year_stands_where_the_dimensions_ask_for_one(by, key, found):
    assert with_year(key, by, "2025/26") == found


@pytest.mark.parametrize(
    ("pence", "reads"), [(0, 0), (100, 1), (12_300, 123), (-200, -2), (150, 1.5), (101, 1.01)]
)
def test_pence_are_pounds_whole_where_they_can_be(pence, reads):
    assert pounds(pence) == reads
    assert isinstance(pounds(pence), int) is isinstance(reads, int)
