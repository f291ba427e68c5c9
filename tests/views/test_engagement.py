"""Engagement: activities, meetings, panels, agreements and posts, in words and tables."""

import pytest
from hypothesis import given as given_any
from hypothesis import strategies as st

from dashboard.figures import bands
from dashboard.indicators.parts import Figure
from dashboard.views import (
    activities,
    agreed,
    attendance,
    contracted,
    joint_posts,
    meetings_held,
    panels,
)

HELD = {
    ("activities_held", "organisation", "activity"): {
        ("city", "teaching"): 3,
        ("city", "governance_meeting"): 1,
        ("uni", "cpd_course"): 2,
    },
    ("activities_held", "organisation"): {"city": 4, "uni": 2},
    ("activities_held", "activity"): {"teaching": 3, "governance_meeting": 1, "cpd_course": 2},
}


def heat(given, **changes):
    return given(groups=HELD | changes, totals={"activities_held": 6}).draw(activities.ACTIVITIES)


def test_partners_stand_down_and_kinds_across_with_totals_of_both(given, rows):
    drawn = heat(given)
    assert drawn.table.columns == (
        "Partner",
        "Teaching",
        "Governance meetings",
        "CPD courses",
        "All",
    )
    assert rows(drawn) == [["City", "3", "1", "0", "4"], ["University", "0", "0", "2", "2"]]
    assert [cell.text for cell in drawn.table.footer] == ["All", "3", "1", "2", "6"]


def test_the_title_says_who_and_what_is_most(given):
    assert heat(given).title == "6 activities: most by City (4), most often teaching (3)"


def test_the_strongest_shade_is_that_of_the_most(given):
    tones = [cell.tone for cell in heat(given).table.rows[0][1:4]]
    assert tones == [4, 2, 0]


def test_who_has_not_reported_has_no_noughts_and_comes_last(given, figures, rows):
    groups = HELD | {
        ("activities_held", "organisation"): {"city": 4, "uni": 2, "shire": figures.missing()}
    }
    drawn = given(groups=groups, totals={"activities_held": figures.partial(6)}).draw(
        activities.ACTIVITIES
    )
    assert rows(drawn)[-1] == ["Shire", *["not reported"] * 4]
    assert drawn.alt.endswith("Shire has not reported.")


def test_partners_beyond_what_one_reads_are_added_up(given, rows):
    codes = [f"c{number:02}" for number in range(43)]
    groups = {
        ("activities_held", "organisation", "activity"): {(code, "teaching"): 2 for code in codes},
        ("activities_held", "organisation"): dict.fromkeys(codes, 2),
        ("activities_held", "activity"): {"teaching": 86},
    }
    drawn = given(groups=groups, totals={"activities_held": 86}).draw(activities.ACTIVITIES)
    assert (len(rows(drawn)), rows(drawn)[-1]) == (41, ["3 other partners", "6", "6"])


def put(given, figures, hours):
    groups = {
        ("activities_held", "activity"): {"teaching": 2, "placement_panel": 1},
        ("activity_people", "activity"): {"teaching": 8, "placement_panel": 5},
        ("activity_hours", "activity"): {"teaching": 3.5, "placement_panel": hours},
    }
    totals = {"activities_held": 3, "activity_people": 13, "activity_hours": 3.5}
    return given(groups=groups, totals=totals).draw(activities.BY_KINDS)


def test_hours_people_and_activities_stand_side_by_side(given, figures, rows):
    hours = figures.missing("not_applicable", note="not applicable")
    drawn = put(given, figures, hours)
    assert rows(drawn) == [
        ["Teaching", "2", "8", "3.5"],
        ["Placement panels", "1", "5", "not applicable"],
    ]
    assert drawn.title == "3.5 hours and 13 people in 3 activities"


def test_hours_that_do_not_apply_draw_no_bar_and_say_so(given, figures):
    drawn = put(given, figures, figures.missing("not_applicable", note="not applicable"))
    assert drawn.figure["data"][0]["x"] == [3.5, None]
    assert "hours not applicable" in drawn.figure["data"][-1]["text"][1]


def met(given, due, held):
    groups = {
        (each.id, "partnership"): {"n": number}
        for each, number in zip(meetings_held.SHOWN, (due, held, 1), strict=True)
    }
    totals = {key[0]: value["n"] for key, value in groups.items()}
    return given(groups=groups, totals=totals).draw(meetings_held.VIEW)


def test_meetings_held_stand_inside_those_due(given, rows):
    drawn = met(given, 4, 3)
    assert rows(drawn) == [["North", "4", "3", "1", "1"]]
    assert drawn.title == "North held 3 of 4 meetings that were due"


def test_a_meeting_of_several_partners_is_said_to_be_one():
    assert "of one day is one meeting here" in meetings_held.VIEW.note


def came(given, attended, of_all=4):
    groups = {
        (meetings_held.HELD.id, "partnership", "organisation"): {
            ("n", code): number for code, number in attended.items()
        },
        (meetings_held.HELD.id, "partnership"): {"n": of_all},
    }
    return given(groups=groups, totals={meetings_held.HELD.id: of_all}).draw(attendance.VIEW)


def test_who_came_least_often_comes_first(given, rows):
    drawn = came(given, {"uni": 4, "city": 1, "shire": 4})
    assert rows(drawn)[0] == ["City", "4", "1", "0", "25.0%"]
    assert drawn.title == (
        "Two of three partners came to every meeting held; City came least often (25.0%)"
    )


def test_attendance_is_not_judged_while_a_return_is_missing(given, figures, rows):
    drawn = came(given, {"uni": 4, "city": figures.partial(1, reported=0, expected=1)})
    assert rows(drawn)[-1][-1] == "not judged"
    assert drawn.title == "University came to every meeting held"


def test_nobody_came_in_a_year_without_a_meeting(given):
    assert came(given, {}, of_all=0).empty


def test_panels_an_employer_chaired_are_out_of_those_held(given, figures, rows):
    rate = figures.known(0.25, of=4)
    groups = {("employer_chaired_rate", "partnership"): {"n": rate}}
    drawn = given(groups=groups, totals={"employer_chaired_rate": rate}).draw(panels.VIEW)
    assert rows(drawn) == [["North", "4", "1", "25.0%"]]
    assert drawn.title == "An employer chaired 1 of 4 panels held (25.0%)"


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
