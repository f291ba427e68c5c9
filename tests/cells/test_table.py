"""Cells put together, cut, and taken out: arithmetic on arrays against plain sums."""

from collections import Counter

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from data.cells.growing import SMALLEST, Growing
from data.cells.side_by_side import side_by_side
from data.cells.table import Dimension, Table, table_of
from data.queries.demand import STUDENTS
from data.sums import Sum

NAMES = ("partnership", "level", "owner")
key = st.tuples(
    st.sampled_from("abc"), st.sampled_from(("first", "final")), st.sampled_from((None, "x", "y"))
)
sums = st.builds(Sum, *[st.integers(0, 9)] * 2, rows=st.integers(1, 3), blank=st.integers(0, 3))
worlds = st.dictionaries(key, sums, max_size=12)
some_names = st.lists(st.sampled_from(NAMES), unique=True)


def places(size, number):
    """Where the cells of a block are, put in after others of the same size."""
    return np.arange(number * size, (number + 1) * size)


def block(size, value):
    return np.full((1, size), value, dtype=np.int32)


@given(worlds, some_names)
def test_groups_hold_what_their_cells_hold(world, names):
    wanted = Counter()
    for found, each in world.items():
        wanted[tuple(found[NAMES.index(name)] for name in names)] += each.total
    table = table_of(STUDENTS, NAMES, world).by(names, (STUDENTS,))
    totals = dict(zip(table.cells(), table.added[STUDENTS].total.tolist(), strict=True))
    assert totals == dict(wanted) or (not world and not names)


@given(worlds, some_names)
def test_cells_in_runs_come_to_the_same_as_cells_that_are_mixed(world, names):
    runs = dict(sorted(world.items(), key=str))
    both = [table_of(STUDENTS, NAMES, each).by(names, (STUDENTS,)) for each in (runs, world)]
    totals = [
        dict(zip(table.cells(), table.added[STUDENTS].total.tolist(), strict=True))
        for table in both
    ]
    assert totals[0] == totals[1]


def test_cells_that_are_no_more_make_no_group_of_a_run():
    cells = Growing(1, 1)
    for number in range(3):
        cells.put(block(4, number), block(4, 1))
    cells.drop(places(4, 1))
    each = Dimension("abc", cells.codes[0])
    table = Table({"level": each}, cells.numbers[0], {}).by(("level",), ())
    assert dict(zip(table.cells(), table.rows.tolist(), strict=True)) == {("a",): 4, ("c",): 4}


@given(worlds, some_names)
def test_many_possible_groups_come_to_the_same_as_few(world, names):
    wide = {(*found, f"only {place}"): each for place, (found, each) in enumerate(world.items())}
    sparse = table_of(STUDENTS, (*NAMES, "reserved_for"), wide)
    dense = table_of(STUDENTS, NAMES, world)
    both = [table.by(names, (STUDENTS,)) for table in (sparse, dense)]
    assert sorted(map(str, both[0].cells())) == sorted(map(str, both[1].cells()))


@given(worlds, st.sampled_from("abc"))
def test_only_the_cells_chosen_stay(world, wanted):
    table = table_of(STUDENTS, NAMES, world)
    kept = table.only(table.dimensions["partnership"].among((wanted,)))
    assert {found[0] for found in kept.cells()} <= {wanted}


@given(worlds, worlds)
def test_side_by_side_every_cell_of_either_has_one_number(one, other):
    tables = [table_of(STUDENTS, NAMES, world) for world in (one, other)]
    groups = side_by_side(tables, NAMES)
    assert set(groups.table().cells()) == one.keys() | other.keys()


def test_cells_taken_out_count_nothing():
    cells = Growing(1, 1)
    cells.put(block(3, 0), block(3, 5))
    cells.put(block(2, 0), block(2, 7))
    cells.drop(places(3, 0))
    assert cells.numbers.sum() == 14


def test_cells_put_in_again_and_again_take_no_more_room():
    cells = Growing(1, 1)
    for number in range(100):
        cells.drop(np.flatnonzero(cells.codes[0] == number % 2))
        cells.put(block(SMALLEST, number % 2), block(SMALLEST, 1))
    assert (cells.numbers.sum(), cells.numbers.shape[1] <= 5 * SMALLEST) == (2 * SMALLEST, True)


def test_what_moved_together_keeps_its_codes():
    cells = Growing(1, 1)
    for number in range(8):
        cells.put(block(SMALLEST, number), block(SMALLEST, 1))
    for number in range(6):
        cells.drop(places(SMALLEST, number))
    cells.put(block(1, 9), block(1, 1))
    there = cells.codes[0][cells.numbers[0] > 0]
    assert Counter(there.tolist()) == {6: SMALLEST, 7: SMALLEST, 9: 1}


@given(st.lists(st.integers(0, 2**31 - 1), min_size=1, max_size=5))
def test_numbers_too_large_for_half_the_memory_are_kept_as_they_are(numbers):
    cells = Growing(1, 1)
    for number in numbers:
        cells.put(block(1, number), block(1, number))
    assert (cells.codes.tolist(), cells.numbers.tolist()) == ([numbers], [numbers])
