"""The few exceptions that a meeting sees first."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.attention.raised import Raised, first


def made(rules):
    return [
        Raised(rule, "north", f"organisation:{number}", str(number), 1.0)
        for number, rule in enumerate(rules)
    ]


def test_no_rule_takes_up_all_the_room():
    shown = first(made(["short"] * 4 + ["late"] * 4 + ["behind"] * 2), 5)
    assert [each.rule for each in shown] == ["short", "short", "late", "late", "behind"]


def test_room_that_no_other_rule_wants_is_filled():
    assert len(first(made(["short"] * 7), 5)) == 5


@given(rules=st.lists(st.sampled_from("abc"), max_size=20), most=st.integers(0, 8))
def test_nothing_is_shown_twice_and_nothing_that_was_not_raised(rules, most):
    found = made(rules)
    shown = first(found, most)
    assert len(shown) == min(most, len(found))
    assert len(set(shown)) == len(shown)
    assert set(shown) <= set(found)
