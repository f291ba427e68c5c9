"""The invented practice educators and learners are as real ones are."""

import pytest

from data.calendar import months_later
from data.samples.illustrative.cast import DRAWN_UP
from tests.support.rows import codes, having


def last_current(row):
    days = ("legacy_award_on", "stage1_on", "stage2_on", "last_student_on", "last_refresher_on")
    return months_later(max(row[day] for day in days if row[day]), 24)


def test_some_practice_educators_are_about_to_lapse(invented):
    soon = months_later(DRAWN_UP, 6)
    register = [row for row in invented["practice_educators"] if not row["left_on"]]
    assert any(DRAWN_UP <= last_current(row) < soon for row in register)


def test_some_practice_educators_have_lapsed(invented):
    assert any(last_current(row) < DRAWN_UP for row in invented["practice_educators"])


def test_some_practice_educators_have_left_with_a_reason(invented):
    left = [row for row in invented["practice_educators"] if row["left_on"]]
    assert left
    assert all(row["left_reason"] for row in left)


def test_some_practice_educators_hold_an_award_from_before_the_stages(invented):
    assert any(row["legacy_award_on"] for row in invented["practice_educators"])


def test_independent_practice_educators_are_owned_by_a_university(invented):
    universities = codes(invented["organisation"], kind="hei")
    independent = having(invented["practice_educators"], independent="yes")
    assert independent
    assert {row["owner"] for row in independent} <= universities


@pytest.mark.parametrize("category", ["new", "topping_up", "returning"])
def test_some_learner_is(invented, category):
    assert having(invented["pe_training"], category=category)


@pytest.mark.parametrize("outcome", ["in_progress", "passed", "failed", "withdrew", "deferred"])
def test_some_course_ended(invented, outcome):
    assert having(invented["pe_training"], outcome=outcome)
