"""Activities: who took part in which kind, in hours and in people."""

from dashboard.views import (
    activities,
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
