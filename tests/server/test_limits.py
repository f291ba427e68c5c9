"""Nobody keeps others waiting by asking without an end."""

from hypothesis import given
from hypothesis import strategies as st

from dashboard.server.limits import Limits


def test_some_may_come_at_once_and_the_next_is_told_how_long_to_wait():
    limits = Limits(at_once=3, a_second=0.5)
    assert [limits.wait("sam", 100.0) for _ in range(4)] == [0, 0, 0, 2]


def test_who_waits_as_long_as_told_may_ask():
    limits = Limits(at_once=1, a_second=0.1)
    limits.wait("sam", 0.0)
    assert (limits.wait("sam", 3.5), limits.wait("sam", 10.0)) == (7, 0)


def test_asking_too_early_makes_waiting_no_longer():
    limits = Limits(at_once=1, a_second=0.1)
    waits = [limits.wait("sam", 0.0) for _ in range(3)]
    assert waits == [0, 10, 10]


def test_everybody_has_room_of_their_own():
    limits = Limits(at_once=1, a_second=0.1)
    assert (limits.wait("sam", 0.0), limits.wait("kim", 0.0)) == (0, 0)


@given(
    gaps=st.lists(st.floats(0, 3), max_size=60),
    at_once=st.integers(1, 10),
    a_second=st.floats(0.25, 4),
)
def test_in_no_span_are_there_more_than_what_comes_at_once_and_each_second(gaps, at_once, a_second):
    limits, moment, passed = Limits(at_once, a_second), 0.0, []
    for gap in gaps:
        moment += gap
        if not limits.wait("sam", moment):
            passed.append(moment)
    for number, first in enumerate(passed):
        for count, last in enumerate(passed[number:], start=1):
            assert count <= at_once + (last - first) * a_second + 1e-6


def test_who_asked_long_ago_is_forgotten(monkeypatch):
    monkeypatch.setattr("dashboard.server.limits.REMEMBERED", 3)
    limits = Limits(at_once=2, a_second=1)
    for number in range(10):
        limits.wait(number, 10.0 * number)
    assert len(limits._free) <= 4
