"""What an edition hides besides: what hangs together, and what is hidden of a few numbers."""

from collections import defaultdict

import pytest

from dashboard.disclosure import plan
from dashboard.disclosure.rules import HIDDEN, bounds
from dashboard.disclosure.system import System
from dashboard.disclosure.tables import Share, Table, Tables

CUT = ("partnership", "level")


def tables(*names, shares=()):
    counts = {name: Table([], [], {}) for name in names}
    return Tables(False, counts, [Share(*each, defaultdict(dict)) for each in shares])


def system(mode, whole, *parts, name="all"):
    """A count that is the sum of its parts, as somebody sees them; small ones are wanted."""
    made = System()
    places = [(name, ("partnership",), ("north",))]
    places += [(name, CUT, ("north", str(number))) for number in range(len(parts))]
    for place, truth in zip(places, (whole, *parts), strict=True):
        variable = made.add(place, truth, bounds(truth, mode))
        made.freed[variable] = HIDDEN
        if 0 < truth < 5:
            made.wanted.append(variable)
    made.tie(0, range(1, len(parts) + 1))
    return made


def hidden(mode, whole, *parts):
    places, dropped = plan.hide(system(mode, whole, *parts))
    assert dropped == set()
    return {key for _, _, key in places}


@pytest.mark.parametrize("mode", ["rounded", "suppressed"])
def test_where_nothing_is_small_nothing_is_hidden(mode):
    assert hidden(mode, 30, 12, 18) == set()


def test_a_small_part_that_the_others_give_away_has_company():
    found = hidden("suppressed", 23, 3, 20)
    assert found == {("north", "1")}


def test_the_smallest_that_will_do_is_hidden_in_its_company():
    assert hidden("suppressed", 83, 3, 60, 20) == {("north", "2")}


def test_two_small_parts_keep_each_other_company():
    assert hidden("suppressed", 26, 3, 3, 20) == set()


def test_so_they_do_where_one_can_only_be_less_and_the_other_only_more():
    assert hidden("suppressed", 25, 4, 1, 20) == set()
    assert hidden("suppressed", 25, 1, 4, 20) == set()


@pytest.mark.parametrize("small", [1, 4])
def test_it_is_another_that_is_hidden_for_the_least_and_for_the_most_of_the_small(small):
    assert hidden("suppressed", 20 + small, small, 20) == {("north", "1")}


def test_two_parts_that_can_only_be_one_each_are_freed():
    """A whole of 2 reads as low: 1 or 2, so that two parts above nought are 1 each."""
    assert hidden("rounded", 2, 1, 1) != set()


def test_a_rounded_small_part_may_be_another():
    assert hidden("rounded", 23, 3, 20) == set()


def test_what_nothing_can_protect_is_not_shown_at_all():
    made = system("suppressed", 23, 3, 20)
    made.freed.clear()
    assert plan.hide(made) == (set(), {"all"})


@pytest.mark.parametrize(
    ("name", "dropped"), [("a part of all", "a part of all"), ("all less a part", "a part")]
)
def test_what_a_share_leaves_goes_with_the_part_of_the_share(name, dropped):
    made = system("suppressed", 23, 3, 20, name=name)
    made.freed.clear()
    assert plan.hide(made) == (set(), {dropped})


def with_another(made, name="other"):
    """The same with another count of the same numbers, of which any can be hidden."""
    for place, truth in list(zip(made.places, made.truth, strict=True)):
        made.freed[made.add((name, *place[1:]), truth, bounds(truth, "suppressed"))] = HIDDEN
    made.tie(3, [4, 5])
    made.wanted.append(4)
    return made


def test_every_small_count_is_protected():
    made = with_another(system("suppressed", 23, 3, 20))
    both = {(name, CUT, ("north", "1")) for name in ("all", "other")}
    assert plan.hide(made) == (both, set())


def test_a_count_that_is_dropped_leaves_the_others_to_be_protected():
    made = system("suppressed", 23, 3, 20)
    made.freed.clear()
    assert plan.hide(with_another(made)) == ({("other", CUT, ("north", "1"))}, {"all"})


def test_of_a_count_that_is_dropped_nothing_is_known_that_would_tell_another():
    made = system("suppressed", 23, 3, 20)
    made.freed.clear()
    made = with_another(made)
    for one, other in ((0, 3), (1, 4), (2, 5)):
        made.tie(one, [other])
    assert plan.hide(made) == ({("other", CUT, ("north", "1"))}, {"all"})


def test_a_part_that_goes_with_what_a_share_leaves_needs_no_other_protection():
    made = system("suppressed", 23, 3, 20, name="all less a part")
    made.freed.clear()
    assert plan.hide(with_another(made, "a part")) == (set(), {"a part"})


def test_counts_are_a_family_where_a_sum_a_part_or_a_share_ties_them():
    found = plan.families(
        tables(
            "matched",
            "allocated",
            "cancelled",
            "demand",
            "adult_share_demand/numerator",
            "cpd_attendances",
            "pass_rate/numerator",
            "pass_rate/denominator",
            shares=[("pass_rate/numerator", "pass_rate/denominator"), ("", "demand")],
        )
    )
    assert sorted(map(sorted, found)) == [
        ["adult_share_demand/numerator", "demand"],
        ["allocated", "cancelled", "matched"],
        ["cpd_attendances"],
        ["pass_rate/denominator", "pass_rate/numerator"],
    ]


def test_it_is_told_of_how_many_small_counts_an_answer_was_found():
    told = []
    plan.hide(with_another(system("suppressed", 23, 3, 20)), told.append)
    assert told == [0, 1]
