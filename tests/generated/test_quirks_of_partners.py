"""The generated educators, partners and returns are as real ones are."""

from collections import Counter

import pytest

from data.calendar import months_later
from data.generated.events import MERGERS
from data.generated.organisations import YEARS
from data.samples.illustrative.cast import DRAWN_UP
from tests.generated.support import drawn, partnerships, rows_of_each
from tests.support.rows import having


def last_current(row):
    days = ("legacy_award_on", "stage1_on", "stage2_on", "last_student_on", "last_refresher_on")
    return months_later(max(row[day] for day in days if day in row), 24)


def test_some_practice_educators_are_about_to_lapse_and_some_have_lapsed(made):
    register = [row for row in made["practice_educators"] if "left_on" not in row]
    soon = months_later(DRAWN_UP, 6)
    assert any(DRAWN_UP <= last_current(row) < soon for row in register)
    assert any(last_current(row) < DRAWN_UP for row in register)


def test_some_practice_educators_have_left(made):
    assert any("left_reason" in row for row in made["practice_educators"])


def test_some_practice_educators_hold_an_award_from_before_the_stages(made):
    assert any("legacy_award_on" in row for row in made["practice_educators"])


def test_independent_practice_educators_are_owned_by_a_university_and_have_students(made):
    universities = {each.code for each in partnerships("S")[0].universities}
    independent = having(made["practice_educators"], independent="yes")
    assert {row["owner"] for row in independent} <= universities
    assert any("last_student_on" in row for row in independent)


def test_students_of_a_university_in_two_partnerships_are_told_apart():
    first, second = partnerships("M")[1:3]
    shared = (set(first.universities) & set(second.universities)).pop()
    refs = [
        {row["student_ref"] for row in having(rows, owner=shared.code)}
        for rows in (drawn(one, *rows_of_each("S"))["placements"] for one in (first, second))
    ]
    assert all(refs)
    assert refs[0].isdisjoint(refs[1])


@pytest.mark.parametrize("kind", ["hei", "local_authority"])
def test_a_member_is_in_two_partnerships(england, kind):
    those = {row["code"] for row in having(england["organisation"], kind=kind)}
    in_how_many = Counter(row["organisation_code"] for row in england["membership"])
    assert max(in_how_many[code] for code in those) == 2


def test_two_councils_became_one(england):
    merged = [row for row in england["organisation"] if row["successor_code"]]
    into = Counter(row["successor_code"] for row in merged)
    assert set(into.values()) == {2}
    assert all(row["valid_to"] for row in merged)


def test_a_merged_council_begins_when_those_before_it_end(england):
    spans = {
        row["code"]: (row["valid_from"], row["valid_to"], row["successor_code"])
        for row in england["organisation"]
    }
    gaps = {(spans[into][0] - until).days for _, until, into in spans.values() if into}
    assert gaps == {1}


def test_councils_offer_nothing_before_or_after_their_time():
    one = partnerships("M")[min(MERGERS)]
    for row in drawn(one, *rows_of_each("S"))["offers"]:
        assert row["window_start"] >= one.joined.get(row["owner"], row["window_start"])
        assert row["window_start"] <= one.left.get(row["owner"], row["window_start"])


def test_a_partner_joined_and_a_partner_left(england):
    assert any(row["valid_from"] for row in england["membership"])
    assert any(row["valid_to"] for row in england["membership"])


def test_some_returns_are_missing_and_some_came_late(england):
    due = {row["quarter"]: row["due"] for row in england["return_period"]}
    states = england["return_status"]
    late = [row for row in states if row["at"].date() > due[row["period"]]]
    assert late
    assert len(states) < len(england["membership"]) * len(due)


def test_most_returns_are_signed_off(england):
    states = Counter(row["state"] for row in england["return_status"])
    assert states["signed_off"] > states.total() * 0.8


def test_somebody_says_what_they_set_out_to_reach(england):
    assert {row["academic_year"] for row in england["target"]} == set(YEARS)


@pytest.mark.parametrize("kind", ["nhs", "voluntary", "private", "education", "other"])
def test_some_employer_is(england, kind):
    assert having(england["organisation"], kind=kind)


def test_no_two_organisations_have_one_name(england):
    names = Counter(row["name"] for row in england["organisation"])
    assert set(names.values()) == {1}
