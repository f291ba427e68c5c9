"""The system that somebody could set up: what adds up in it, and what does not."""

from math import inf

import numpy as np
import pytest

from dashboard.disclosure.system import System

FREE = (0, inf)
CUT = ("level",)


@pytest.fixture
def system():
    """A whole of 5, with parts of 3 and 2, and another count of 4."""
    made = System()
    made.add(("all", (), ()), 5, FREE)
    made.add(("all", CUT, ("first",)), 3, FREE)
    made.add(("all", CUT, ("final",)), 2, FREE)
    made.add(("of", (), ()), 4, FREE)
    return made


def rows(system):
    """Each row as its weights, with the least and the most that it may come to."""
    matrix, least, most = system.matrix()
    return [
        (weights.tolist(), low, high)
        for weights, low, high in zip(matrix.toarray(), least, most, strict=True)
    ]


def test_a_number_is_found_by_its_count_its_cut_and_its_group(system):
    assert system.of("all", CUT) == {("first",): 1, ("final",): 2}
    assert system.of("all", ()) == {(): 0}
    assert system.of("of", CUT) == {}


def test_parts_add_up_to_their_whole(system):
    system.tie(0, [1, 2])
    assert rows(system) == [([1, -1, -1, 0], 0, 0)]


def test_what_does_not_add_up_is_left_out(system):
    system.tie(0, [1])
    system.tie(3, [1, 2])
    assert rows(system) == []


def test_what_may_be_more_is_at_least_its_parts(system):
    system.tie(0, [1], rest=True)
    system.tie(0, [1, 2], rest=True)
    assert rows(system) == [([1, -1, 0, 0], 0, np.inf), ([1, -1, -1, 0], 0, np.inf)]


def test_a_whole_that_is_less_than_its_parts_tells_nothing(system):
    system.tie(1, [0], rest=True)
    assert rows(system) == []


def test_of_a_whole_of_nobody_all_parts_are_nobody(system):
    nobody = system.add(("none", (), ()), 0, FREE)
    system.tie(None, [nobody])
    system.tie(None, [])
    assert rows(system) == [([0, 0, 0, 0, -1], 0, 0)]


def test_counts_that_add_up_are_linked_both_ways(system):
    assert system.linked() == {"all": {"all"}, "of": {"of"}}
    system.tie(0, [1, 2])
    assert system.linked() == {"all": {"all"}, "of": {"of"}}
    system.tie(0, [3], rest=True)
    assert system.linked() == {"all": {"all", "of"}, "of": {"all", "of"}}


def test_a_count_is_linked_with_each_that_it_adds_up_with(system):
    system.add(("more", (), ()), 2, FREE)
    system.tie(0, [3], rest=True)
    system.tie(0, [4], rest=True)
    assert system.linked()["all"] == {"all", "of", "more"}
    assert system.linked()["of"] == {"all", "of"}
