"""How many students each turn adds, found from few matchings, tried with what they would say."""

import numpy as np
import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from dashboard.indicators import turns

# Students of a turn, and how many of them are placed.
turn = st.integers(0, 4).flatmap(
    lambda students: st.tuples(st.just(students), st.integers(0, students))
)
TURNS = 8


class Told:
    """Knows how many of each block's turns can be placed, and how often it was asked."""

    def __init__(self, placed):
        self._placed = placed
        self.asked = 0

    def placed(self, last):
        assert (last < TURNS).all()
        self.asked += 1
        return self._placed[np.arange(len(last)), last]


def found(*blocks):
    """What is found of blocks, what is true of them, and in how many matchings."""
    # Before the first turn there is nobody.
    told = np.array([[(0, 0), *block] for block in blocks], np.int32).cumsum(axis=1)
    wanted, placed = told[:, :, 0], told[:, :, 1]
    network = Told(placed)
    return turns.placed(network, wanted, placed[:, -1]).tolist(), placed.tolist(), network.asked


@examples(st.lists(st.lists(turn, min_size=TURNS, max_size=TURNS), min_size=1, max_size=3))
def test_what_each_turn_adds_is_found(blocks):
    is_found, is_true, _ = found(*blocks)
    assert is_found == is_true


def block(*turns_of_it):
    return [*turns_of_it, *[(0, 0)] * (TURNS - len(turns_of_it))]


@pytest.mark.parametrize(
    "turns_of_it",
    [
        [(3, 3), (2, 2), (4, 4)],
        [(3, 0), (2, 0), (4, 0)],
        [(3, 2)],
        [(0, 0), (3, 2)],
    ],
)
def test_where_all_or_none_are_placed_or_one_turn_has_all_students_nothing_is_matched(turns_of_it):
    is_found, is_true, matchings = found(block(*turns_of_it))
    assert (is_found, matchings) == (is_true, 0)


@pytest.mark.parametrize(
    "turns_of_it",
    [
        [(3, 3), (2, 2), (4, 1)],
        [(3, 3), (2, 2), (4, 0), (1, 0)],
        [(3, 2), (2, 0), (1, 0)],
    ],
)
def test_where_one_turn_parts_those_that_are_placed_from_the_others_one_matching_will_do(
    turns_of_it,
):
    is_found, is_true, matchings = found(block(*turns_of_it))
    assert (is_found, matchings) == (is_true, 1)


def test_blocks_are_parted_together():
    one, other = block((3, 3), (2, 1)), block((1, 1), (1, 1), (2, 1))
    is_found, is_true, matchings = found(one, other)
    assert (is_found, matchings) == (is_true, 1)
