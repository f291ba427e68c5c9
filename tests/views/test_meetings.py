"""Meetings and panels: held of those due, who came, and who chaired."""

from dashboard.views import (
    attendance,
    meetings_held,
    panels,
)


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
