"""The numbers of disclosure control, one by one."""

from math import inf

import pytest

from dashboard.disclosure import rules


@pytest.mark.parametrize(
    ("count", "reads"), [(0, 0), (2, 0), (2.4, 0), (2.5, 5), (3, 5), (7, 5), (8, 10), (12.5, 15)]
)
def test_a_count_is_rounded_to_the_nearest_five_and_halves_go_up(count, reads):
    assert rules.rounded(count) == reads


@pytest.mark.parametrize(
    ("count", "low"), [(0, False), (0.5, True), (1, True), (2, True), (3, False)]
)
def test_a_count_is_low_if_it_reads_nought_and_is_not(count, low):
    assert rules.is_low(count) is low


@pytest.mark.parametrize(
    ("count", "small"), [(-1, False), (0, False), (1, True), (4, True), (5, False)]
)
def test_a_count_of_one_to_four_is_small(count, small):
    assert rules.is_small(count) is small


def test_a_count_is_shown_rounded_or_as_it_is():
    assert (rules.shown(13, "rounded"), rules.shown(13, "suppressed")) == (15, 13)


@pytest.mark.parametrize(
    ("count", "mode", "bounds"),
    [
        (0, "rounded", (0, 0)),
        (0, "suppressed", (0, 0)),
        (1, "rounded", (1, 2)),
        (2, "rounded", (1, 2)),
        (3, "rounded", (3, 7)),
        (12, "rounded", (8, 12)),
        (1, "suppressed", (1, 4)),
        (4, "suppressed", (1, 4)),
        (5, "suppressed", (5, 5)),
    ],
)
def test_what_is_shown_tells_between_what_numbers_a_count_lies(count, mode, bounds):
    assert rules.bounds(count, mode) == bounds


@pytest.mark.parametrize("count", range(1, 60))
def test_whatever_else_reads_the_same_is_told_as_well(count):
    least, most = rules.bounds(count, "rounded")
    alike = [
        each
        for each in range(1, 99)
        if rules.shown(each, "rounded") == rules.shown(count, "rounded")
    ]
    assert (least, most) == (min(alike), max(alike))


def test_of_a_hidden_number_it_is_told_that_it_is_not_nought():
    assert (1, inf) == rules.HIDDEN
