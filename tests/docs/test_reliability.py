"""The page on reliability names every promise, and where its tests are."""

import pytest

from tests.soak import index, page
from tests.soak.figures import Figure
from tests.soak.promises import PROMISES

UNDER_LOAD = {"L1", "L2", "L3", "L4", "L6"}


def line(promise):
    """The line of a promise in the first table of the page."""
    lines = page.PAGE.read_text(encoding="utf-8").splitlines()
    return next((one for one in lines if one.startswith(f"| {promise} |")), "")


@pytest.mark.parametrize("promise", PROMISES)
def test_the_page_says_what_is_promised_and_where_its_tests_are(promise):
    wanted = [PROMISES[promise], *index.modules().get(promise, ())]
    assert [words for words in wanted if words not in line(promise)] == []


@pytest.mark.parametrize("promise", PROMISES)
def test_a_promise_has_tests_or_is_tried_under_load(promise):
    assert promise in index.modules() or promise in UNDER_LOAD


def test_no_test_is_named_after_a_promise_that_nobody_made():
    assert set(index.modules()) - set(PROMISES) == set()


def test_every_promise_under_load_has_figures_on_both_databases():
    text = page.PAGE.read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line.count("|") > 8]
    for promise in UNDER_LOAD:
        for database in ("SQLite", "PostgreSQL"):
            assert any(f"| {promise} |" in one and f"| {database} |" in one for one in lines)


def figure(value, most=10):
    return Figure("L1", "something", "sqlite", value, most)


@pytest.mark.parametrize(
    ("before", "value", "after"),
    [({}, 2, 6), ({}, 9, 10), ({}, 0, 1), ({"L1 sqlite something": 4}, 2, 4)],
    ids=["three times what it was", "never more than promised", "not nought", "never more again"],
)
def test_what_was_reached_may_not_be_lost_again(before, value, after):
    assert page.tightened(before, [figure(value)]) == {"L1 sqlite something": after}


@pytest.mark.parametrize(("ratchet", "kept"), [(5, True), (1, False)])
def test_what_is_worse_than_before_is_broken(ratchet, kept):
    assert Figure("L1", "something", "", 2, 10, ratchet=ratchet).kept == kept


def test_a_promise_that_allows_nothing_has_no_slack():
    assert page.tightened({}, [figure(0, most=0)]) == {"L1 sqlite something": 0}
