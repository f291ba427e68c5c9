"""Placements on the way: on time, to the end, audited; and the students who had them."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

DAY = date(2026, 6, 30)
TODAY = Selection(as_at=DAY)
START, END = date(2025, 9, 22), date(2026, 2, 20)
DONE = {"actual_start": START, "status": "completed", "actual_end": END}
FIRST = {"level": "first", "planned_start": date(2024, 9, 23), "actual_start": date(2024, 9, 23)}


@pytest.fixture
def placements(given):
    """Insert placements, each by what tells it from the usual one."""

    def insert(*changes):
        given(*factories.reference(), factories.council("hilltop"))
        given(*(factories.placement(**change) for change in changes))

    return insert


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"actual_start": START}, 1),
        ({"actual_start": date(2025, 9, 23)}, 0),
        ({}, 0),
        ({"status": "cancelled"}, None),
        ({"planned_start": date(2026, 7, 1)}, None),
    ],
)
def test_a_placement_that_was_due_is_on_time_or_not(placements, figure, changes, expected):
    placements(changes)
    assert figure("on_time_start_rate", TODAY).value == expected


def test_of_an_even_number_the_middle_lies_between_two(placements, figure):
    placements(*({"actual_start": date(2025, 9, day)} for day in (23, 24, 27, 30)))
    assert figure("late_start_days_median", TODAY).value == 3.5


def test_a_start_after_the_day_is_not_yet_late(placements, figure):
    placements({"actual_start": date(2025, 9, 24)}, {"actual_start": date(2026, 7, 1)})
    assert figure("late_start_days_max", TODAY).value == 2


def test_where_nobody_is_late_there_is_no_typical_delay(placements, figure):
    placements({"actual_start": START})
    assert figure("late_start_days_median", TODAY).status == "not_applicable"


@pytest.mark.parametrize(("end", "expected"), [(DAY, 1), (date(2026, 7, 1), 0)])
def test_an_end_after_the_day_is_not_yet_known(placements, figure, end, expected):
    placements({"actual_start": START, "status": "ended_early", "actual_end": end})
    assert figure("early_ended_rate", TODAY).value == expected


def test_outcomes_belong_to_the_year_in_which_the_placement_ended(placements, values):
    placements({**DONE, "outcome": "pass", "actual_end": date(2026, 9, 1)})
    next_year = Selection(as_at=date(2026, 10, 1))
    assert values("pass_rate_final", next_year, ("academic_year",)) == {("2026/27",): 1}


def test_placements_without_an_outcome_are_neither_passed_nor_failed(placements, figure):
    placements({**DONE, "outcome": "pass"}, {**DONE, "outcome": "fail"}, DONE)
    assert figure("pass_rate_final", TODAY).value == 0.5


@pytest.mark.parametrize(
    ("audited", "expected"), [(date(2024, 6, 30), 1), (date(2024, 6, 29), 0), (None, 0)]
)
def test_an_audit_is_in_date_for_24_months(placements, figure, audited, expected):
    placements({"actual_start": START, "qa_audited_on": audited})
    assert figure("qa_in_date", TODAY).value == expected


def test_the_share_of_statutory_placements_leaves_out_the_unknown(placements, figure):
    placements(*({"actual_start": START, "statutory": word} for word in ("yes", "no", "not_known")))
    found = figure("statutory_share", TODAY)
    assert (found.value, found.n) == (0.5, 2)


def test_a_student_s_earlier_placement_counts_though_it_is_outside_the_filters(placements, figure):
    placements({**DONE, "statutory": "no"}, {**FIRST, "statutory": "yes"})
    assert figure("statutory_coverage", TODAY.only(years=("2025/26",))).value == 1


def test_a_student_with_two_completed_finals_is_one_student(placements, figure):
    placements(DONE, DONE)
    assert figure("statutory_coverage", TODAY).n == 1


def test_the_same_reference_at_another_university_is_another_student(placements, given, figure):
    placements(DONE)
    given(
        factories.university("southern"),
        factories.programme("southern-ba", "southern"),
        factories.placement(owner="southern", programme="southern-ba", **DONE),
    )
    assert figure("two_statutory_rate", TODAY).n == 2


@pytest.mark.parametrize(
    ("changes", "expected"),
    [({"service_area": "children"}, 1), ({"sector": "voluntary"}, 1), ({}, 0)],
)
def test_placements_contrast_by_area_or_sector(placements, figure, changes, expected):
    placements(DONE, {**FIRST, **changes})
    assert figure("contrast_rate", TODAY).value == expected


def test_a_student_with_one_placement_has_nothing_to_contrast(placements, figure):
    placements(DONE)
    assert figure("contrast_rate", TODAY).status == "not_applicable"


def test_a_placement_is_counted_under_its_university_and_its_employer(placements, values):
    placements({})
    assert values("allocated", TODAY, ("organisation",)) == {("northern",): 1, ("riverside",): 1}


def test_one_s_own_student_is_counted_once(placements, values):
    placements({"employer": "northern"})
    assert values("allocated", TODAY, ("organisation",))["northern",] == 1


@pytest.mark.parametrize(("basis", "expected"), [("employer", 0), ("hei", 1)])
def test_the_basis_chooses_whose_region_counts(placements, given, figure, basis, expected):
    placements()
    given(
        factories.council("faraway", region_code="E12000009"),
        factories.placement(employer="faraway"),
    )
    of_university = TODAY.only(regions=("E12000003",), basis=basis)
    assert figure("allocated", of_university).value == expected
