"""The largest matching of students to places, against one that is found student by student."""

from collections import Counter
from itertools import product

import pytest
from hypothesis import given as examples
from hypothesis import strategies as st

from dashboard.indicators import matching
from dashboard.indicators.flow import KINDS, TURNS, suits
from tests.indicators.allocation import (
    HERE,
    THERE,
    UNIVERSITIES,
    Places,
    Students,
    demands,
    matched,
    may_have,
    most_placed,
    short,
    short_by_definition,
    students,
    supplies,
)


def test_a_turn_of_students_may_have_a_kind_of_place_as_each_of_them_may():
    for turn, kind in product(TURNS, KINDS):
        student, place = Students(HERE, *turn, "northern"), Places(HERE, *kind, None)
        assert suits(turn, kind) is may_have(student, place)


@examples(demands, supplies)
def test_nobody_is_short_whom_another_allocation_would_place(wanted, offered):
    missing = matched(wanted, offered).short(()).total()
    assert missing == sum(wanted.values()) - most_placed(wanted, offered)


@examples(demands, supplies)
def test_a_shortage_is_told_apart_by_level_and_area_as_defined(wanted, offered):
    assert short(wanted, offered) == short_by_definition(wanted, offered)


@examples(demands, supplies)
def test_levels_and_areas_add_up_to_the_whole(wanted, offered):
    whole = matched(wanted, offered).short(()).total()
    assert sum(short(wanted, offered).values()) == whole


@examples(demands, supplies)
def test_nobody_is_short_by_less_than_nothing(wanted, offered):
    assert all(missing >= 0 for missing in short(wanted, offered).values())


@examples(
    st.lists(st.tuples(students, st.integers(0, 4)), max_size=6, unique_by=lambda one: one[0])
)
def test_the_order_in_which_classes_arrive_changes_nothing(classes):
    offered = {Places(HERE, "either", "yes", "mixed", None): 3}
    assert short(dict(classes), offered) == short(dict(reversed(classes)), offered)


def test_two_universities_can_not_both_have_the_one_open_place():
    wanted = {Students(HERE, "final", "no", "adults", university): 1 for university in UNIVERSITIES}
    offered = {Places(HERE, "final", "yes", "adults", None): 1}
    assert sum(short(wanted, offered).values()) == 1


def test_a_place_of_the_next_term_is_no_use():
    wanted = {Students(HERE, "final", "no", "adults", "northern"): 1}
    offered = {Places(THERE, "final", "yes", "adults", None): 1}
    assert short(wanted, offered) == {(HERE, "final", "adults"): 1}


def test_without_students_nobody_is_short():
    assert short({}, {Places(HERE, "final", "yes", "adults", None): 1}) == {}


def test_final_students_come_first_and_are_short_only_where_they_find_no_place():
    wanted = {Students(HERE, level, "no", "adults", "northern"): 2 for level in ("first", "final")}
    found = matched(wanted, {Places(HERE, "either", "yes", "adults", None): 3})
    assert (found.finals_short(()), found.short(())) == ({(): 0}, {(): 1})
    assert found.short(("level",)) == {("final",): 0, ("first",): 1}


def test_final_students_are_short_by_the_term_that_lacks_them():
    wanted = {
        Students(block, "final", "no", "adults", "northern"): count
        for block, count in ((HERE, 2), (THERE, 3))
    }
    offered = {Places(HERE, "final", "yes", "adults", None): 2}
    assert matched(wanted, offered).finals_short(("term",)) == {("autumn",): 0, ("spring",): 3}


@examples(demands, supplies)
def test_who_needs_a_place_and_what_is_offered_are_told_by_group(wanted, offered):
    found = matched(wanted, offered)
    needed, of_one, places = Counter(), Counter(), Counter()
    for group, count in wanted.items():
        needed[group.block[2], group.level] += count
        of_one.update({(group.block[2],): count} if group.level == "final" else {})
    for kind, count in offered.items():
        places[kind.block[2],] += count
    assert found.needed(("term", "level")) == needed
    assert found.needed(("term",), "final") == of_one
    assert found.offered(("term",)) == places


@examples(demands, supplies)
def test_by_term_alone_the_same_students_are_short(wanted, offered):
    found = matched(wanted, offered)
    by_level = found.short(("term", "level"))
    for (term,), missing in matched(wanted, offered).short(("term",)).items():
        assert missing == sum(count for (of, _), count in by_level.items() if of == term)


@pytest.mark.parametrize(("others", "kept"), [(1, 2), (2, 1)])
def test_more_blocks_than_can_be_remembered_are_forgotten(monkeypatch, others, kept):
    monkeypatch.setattr(matching, "MOST_REMEMBERED", 1)
    memory = {bytes([number]): None for number in range(others)}
    wanted = {Students(HERE, "final", "no", "adults", "northern"): 1}
    matched(wanted, {Places(HERE, "final", "no", "adults", None): 1}, memory).short(())
    assert len(memory) == kept


@examples(st.lists(st.tuples(demands, supplies), min_size=2, max_size=4))
def test_what_was_found_of_other_blocks_changes_nothing(worlds):
    memory = {}
    for wanted, offered in worlds:
        assert short(wanted, offered, memory) == short_by_definition(wanted, offered)


@examples(demands, supplies)
def test_a_block_that_was_matched_is_not_matched_again(wanted, offered):
    memory = {}
    short(wanted, offered, memory)
    known = dict(memory)
    short(wanted, offered, memory)
    assert memory.keys() == known.keys()
