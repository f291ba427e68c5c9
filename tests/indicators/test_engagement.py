"""Meetings, panels, hours, people and posts: what counts, on which day, and what is missing."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

DAY = date(2026, 3, 1)
TODAY = Selection(as_at=DAY)
LATER = date(2026, 5, 1)
BEFORE = date(2025, 10, 1)


@pytest.fixture
def world(given):
    """One partnership with these rows."""
    given(*factories.reference())
    return given


def meeting(**changes):
    return factories.activity(type="governance_meeting", **changes)


def panel(**changes):
    return factories.activity(**{"type": "placement_panel", **changes})


def test_meetings_held_are_out_of_those_held_or_due(world, figure):
    world(meeting(held_on=BEFORE), meeting(held_on=BEFORE, status="planned"))
    found = figure("meetings_held_rate", TODAY)
    assert (found.numerator, found.denominator) == (1, 2)


@pytest.mark.parametrize("changes", [{"status": "cancelled"}, {"held_on": LATER}])
@pytest.mark.parametrize("status", ["held", "planned"])
def test_a_meeting_cancelled_or_of_a_later_day_is_not_due(world, figure, changes, status):
    world(meeting(), meeting(**{"status": status, **changes}))
    assert figure("meetings_held_rate", TODAY).denominator == 1


def test_a_meeting_counts_once_for_each_partner_that_returned_it(world, figure):
    world(meeting(), meeting(owner="northern"))
    assert figure("meetings_held_rate", TODAY).denominator == 2


def test_without_a_meeting_due_the_rate_is_not_applicable(world, figure):
    world(meeting(held_on=LATER, status="planned"))
    assert figure("meetings_held_rate", TODAY).status == "not_applicable"


@pytest.mark.parametrize(
    ("owner", "role", "value"), [("riverside", "chair", 1), ("northern", "chair", 0)]
)
def test_a_panel_is_an_employer_s_if_that_chaired_it(world, figure, owner, role, value):
    world(panel(owner=owner, role=role))
    assert figure("employer_chaired_rate", TODAY).value == value


def test_who_was_there_without_a_part_named_did_not_chair(world, figure):
    world(panel(role="chair"), panel(role=None), panel(type="suitability_panel", role="member"))
    found = figure("employer_chaired_rate", TODAY)
    assert (found.numerator, found.denominator) == (1, 3)


def test_where_no_panel_says_who_chaired_it_nothing_is_reported(world, figure):
    world(panel(role=None))
    assert figure("employer_chaired_rate", TODAY).status == "not_reported"


AMOUNTS = {
    "practitioner_teaching_hours": ("teaching", "hours"),
    "lived_experience_hours": ("lived_experience", "hours"),
    "admissions_involvement": ("admissions_interview", "people"),
    "cpd_attendances": ("cpd_course", "people"),
}
of_amounts = pytest.mark.parametrize("indicator", AMOUNTS)


def amounts(indicator, *values, **changes):
    kind, column = AMOUNTS[indicator]
    return [
        factories.activity(type=kind, **{column: None, f"{column}_na": True})
        if value == "n/a"
        else factories.activity(**{"type": kind, column: value, **changes})
        for value in values
    ]


@of_amounts
def test_an_amount_is_the_sum_over_its_kind_alone(world, figure, indicator):
    world(*amounts(indicator, 2, 3), *amounts(indicator, 9, type="shadowing"))
    assert figure(indicator, TODAY).value == 5


@of_amounts
@pytest.mark.parametrize(
    "changes", [{"status": "planned"}, {"status": "cancelled"}, {"held_on": LATER}]
)
def test_what_was_not_held_by_the_day_adds_nothing(world, figure, indicator, changes):
    world(*amounts(indicator, 2), *amounts(indicator, 9, **changes))
    assert figure(indicator, TODAY).value == 2


@of_amounts
def test_a_blank_cell_is_never_nought(world, figure, indicator):
    world(*amounts(indicator, None))
    assert figure(indicator, TODAY).status == "not_reported"


@of_amounts
def test_blank_cells_beside_numbers_add_nothing(world, figure, indicator):
    world(*amounts(indicator, 2, None, "n/a"))
    assert figure(indicator, TODAY).value == 2


@of_amounts
def test_what_applies_to_no_row_is_not_applicable(world, figure, indicator):
    world(*amounts(indicator, "n/a", "n/a"))
    found = figure(indicator, TODAY)
    assert (found.status, found.note) == ("not_applicable", "not applicable")


@of_amounts
def test_a_blank_beside_what_does_not_apply_is_not_reported(world, figure, indicator):
    world(*amounts(indicator, None, "n/a"))
    assert figure(indicator, TODAY).status == "not_reported"


@of_amounts
def test_none_of_its_kind_is_nought(world, figure, indicator):
    world(meeting())
    assert (figure(indicator, TODAY).value, figure(indicator, TODAY).status) == (0, "ok")


def test_parts_of_an_hour_are_kept(world, figure):
    world(*amounts("practitioner_teaching_hours", 1.25, 0.5))
    assert figure("practitioner_teaching_hours", TODAY).value == 1.75


def test_each_activity_of_academics_in_practice_is_a_day(world, figure):
    days = {"type": "academic_in_practice", "owner": "northern"}
    world(factories.activity(**days, people=3, hours=21), factories.activity(**days))
    assert figure("academic_practice_days", TODAY).value == 2


def test_activities_are_told_apart_by_kind(world, values):
    world(meeting(), factories.activity(), factories.activity())
    assert values("activities_held", TODAY, ("activity",)) == {
        ("governance_meeting",): 1,
        ("teaching",): 2,
    }


def test_an_activity_belongs_to_the_year_of_its_day(world, figure):
    world(meeting(held_on=date(2025, 8, 31)), meeting(held_on=date(2025, 9, 1)))
    found = figure("activities_held", Selection(as_at=DAY, years=("2024/25",)))
    assert found.value == 1


POST = {"type": "joint_post", "fte": 0.5}


@pytest.mark.parametrize(
    ("changes", "count"),
    [
        ({}, 1),
        ({"starts_on": DAY, "ends_on": DAY}, 1),
        ({"starts_on": LATER}, 0),
        ({"ends_on": BEFORE}, 0),
        ({"status": "planned"}, 0),
        ({"status": "ended"}, 0),
        ({"type": "sla"}, 0),
    ],
)
def test_joint_posts_are_those_in_force_on_the_day(world, figure, changes, count):
    world(factories.agreement(**(POST | changes)))
    posts, part = (figure(key, TODAY).value for key in ("joint_posts", "joint_post_fte"))
    assert (posts, part) == (count, count / 2)


def test_of_a_year_that_is_over_posts_are_those_of_its_last_day(world, figure):
    world(factories.agreement(**POST, starts_on=BEFORE))
    assert figure("joint_posts", Selection(as_at=DAY, years=("2024/25",))).value == 0


def test_a_post_that_does_not_say_its_part_is_one_all_the_same(world, figure):
    world(factories.agreement(type="joint_post"))
    assert figure("joint_posts", TODAY).value == 1
    assert figure("joint_post_fte", TODAY).status == "not_reported"
