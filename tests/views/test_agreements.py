"""Agreements and joint posts: what was delivered, and when each is reviewed."""

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from dashboard.figures import bands
from dashboard.indicators.parts import Figure
from dashboard.views import (
    agreed,
    contracted,
    joint_posts,
)


def agreement(started, low, high, status="ok"):
    return Figure((), started, low, high, started, status, 1, 1)


def against(given, **employers):
    groups = {(contracted.STARTED.id, "organisation"): employers}
    return given(groups=groups, years=("2024/25",)).draw(contracted.VIEW)


@pytest.mark.parametrize(
    ("figure", "agreed_words", "standing"),
    [
        (agreement(5, 4, 6), "4 to 6", "as agreed"),
        (agreement(3, 4, 6), "4 to 6", "1 fewer"),
        (agreement(8, 4, 6), "4 to 6", "2 more"),
        (agreement(90, 10, None), "at least 10", "as agreed"),
        (agreement(9, 10, None), "at least 10", "1 fewer"),
        (agreement(0, None, 6), "up to 6", "as agreed"),
        (agreement(3, 4, 6, "partial"), "4 to 6", "not judged"),
        (agreement(3, 4, 6, "provisional"), "4 to 6", "1 fewer so far"),
        (agreement(3, None, None), "nothing agreed", "nothing agreed"),
    ],
)
def test_what_was_delivered_is_held_against_the_range(given, rows, figure, agreed_words, standing):
    ((_name, words, _started, found),) = rows(against(given, city=figure))
    assert (words, found) == (agreed_words, standing)


def test_an_employer_without_agreement_or_placement_has_no_row(given, rows):
    drawn = against(given, city=agreement(5, 4, 6), shire=agreement(0, None, None))
    assert [row[0] for row in rows(drawn)] == ["City"]


def test_who_delivered_least_is_named(given):
    drawn = against(given, city=agreement(1, 4, 6), shire=agreement(5, 4, 6))
    assert drawn.title == (
        "One of two employers has taken fewer students than agreed: City (3 fewer)"
    )


@given_any(
    st.lists(
        st.tuples(
            st.none() | st.integers(0, 50), st.none() | st.integers(0, 50), st.integers(0, 90)
        ),
        min_size=1,
    )
)
def test_a_band_lies_between_its_bounds(numbers):
    rows = [
        bands.Row("A", low, None if high is None else max(low or 0, high), value, "")
        for low, high, value in numbers
    ]
    band, bars = bands.draw(rows, "Agreed", "Started")["data"][:2]
    for row, start, width, bar in zip(rows, band["base"], band["x"], bars["x"], strict=True):
        assert bar == row.value
        if row.low is None and row.high is None:
            assert width is None
        elif row.high is None:
            assert width >= 0
        else:
            assert (start, start + width) == (row.low or 0, row.high)


def standing(given, overdue):
    groups = {(each.id, "partnership"): {"n": 2} for each in agreed.SHOWN}
    groups[agreed.OVERDUE.id, "partnership"] = {"n": sum(overdue.values())}
    groups[agreed.OVERDUE.id, "organisation"] = overdue
    totals = {each.id: 2 for each in agreed.SHOWN}
    return given(groups=groups, totals=totals).draw(agreed.VIEW)


def test_reviews_overdue_are_named_in_words(given):
    drawn = standing(given, {"city": 2, "shire": 1})
    assert drawn.title == "North has reviews of agreements overdue (3)"
    assert drawn.points == ("City: 2 reviews are overdue", "Shire: 1 review is overdue")


def test_reviews_that_are_all_to_come_are_said_so(given):
    drawn = standing(given, {"city": 0})
    assert (drawn.title, drawn.points) == ("North has no review of an agreement overdue", ())


def test_employers_with_a_joint_post_are_out_of_all(given, rows):
    groups = {
        ("joint_posts", "organisation"): {"city": 1, "shire": 0},
        ("joint_post_fte", "organisation"): {"city": 0.5, "shire": 0},
    }
    drawn = given(groups=groups, totals={"joint_posts": 1, "joint_post_fte": 0.5}).draw(
        joint_posts.VIEW
    )
    assert drawn.title == "One of two employers has a joint post"
    assert rows(drawn) == [["City", "1", "0.5"]]
