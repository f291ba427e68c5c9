"""Who starts practice educator training, who passes, and what becomes of it."""

from datetime import date

import pytest

from dashboard.views.cohorts import IN_TRAINING
from data.selection import Selection
from tests import factories

DAY = date(2026, 3, 31)
ON_DAY = Selection(as_at=DAY)
TOMORROW = date(2026, 4, 1)


def passed_on(day, **changes):
    return {"started_on": date(2024, 9, 2), "outcome": "passed", "outcome_on": day} | changes


@pytest.fixture
def learners(given):
    """Give learners, each by what tells it from one who started in September."""

    def insert(*changes):
        given(*factories.reference())
        given(*(factories.training(**change) for change in changes))

    return insert


@pytest.mark.parametrize(("started_on", "expected"), [(DAY, 1), (TOMORROW, 0)])
def test_a_course_counts_from_its_first_day(learners, figure, started_on, expected):
    learners({"started_on": started_on})
    assert figure("pe_training_starts", ON_DAY).value == expected


def test_starts_split_by_stage_and_category(learners, values):
    learners(
        {}, {}, {"stage": "2", "category": "topping_up"}, {"stage": "2", "category": "returning"}
    )
    found = values("pe_training_starts", ON_DAY, ("stage", "category"))
    assert found == {("1", "new"): 2, ("2", "topping_up"): 1, ("2", "returning"): 1}


def test_a_start_belongs_to_the_year_it_falls_in(learners, values):
    learners({"started_on": date(2025, 8, 31)}, {"started_on": date(2025, 9, 1)})
    by_year = values("pe_training_starts", ON_DAY, ("academic_year",))
    assert by_year == {("2024/25",): 1, ("2025/26",): 1}


def test_a_completion_belongs_to_the_year_of_its_outcome(learners, values):
    learners(passed_on(date(2025, 8, 31)), passed_on(date(2025, 9, 1)))
    by_year = values("pe_training_completions", ON_DAY, ("academic_year",))
    assert {year: by_year[year,] for year in ("2024/25", "2025/26")} == {"2024/25": 1, "2025/26": 1}


@pytest.mark.parametrize(("outcome_on", "expected"), [(DAY, 1), (TOMORROW, 0)])
def test_a_pass_after_the_day_is_not_yet_known(learners, figure, outcome_on, expected):
    learners(passed_on(outcome_on))
    assert figure("pe_training_completions", ON_DAY).value == expected


@pytest.mark.parametrize("outcome", ["failed", "withdrew", "deferred"])
def test_only_a_pass_completes(learners, figure, outcome):
    learners(passed_on(DAY, outcome=outcome))
    assert figure("pe_training_completions", ON_DAY).value == 0


def test_the_completion_rate_is_of_those_no_longer_in_progress(learners, figure):
    learners(
        passed_on(DAY),
        passed_on(DAY, outcome="failed"),
        passed_on(DAY, outcome="withdrew"),
        passed_on(DAY, outcome="deferred"),
        passed_on(TOMORROW),
        {},
    )
    found = figure("pe_completion_rate", ON_DAY)
    assert (found.numerator, found.denominator) == (1, 4)


def test_the_completion_rate_goes_by_the_year_of_intake(learners, values):
    learners(passed_on(date(2025, 10, 1)), passed_on(DAY, started_on=date(2025, 9, 1)))
    by_year = values("pe_completion_rate", ON_DAY, ("academic_year",))
    assert by_year == {("2024/25",): 1, ("2025/26",): 1}


def test_where_all_are_in_progress_there_is_no_completion_rate(learners, figure):
    learners({}, passed_on(TOMORROW))
    assert figure("pe_completion_rate", ON_DAY).status == "not_applicable"


def test_learners_in_progress_are_counted_apart(learners, figure):
    learners({}, passed_on(TOMORROW), passed_on(DAY), {"started_on": TOMORROW})
    assert figure(IN_TRAINING, ON_DAY).value == 2


@pytest.fixture
def stages(given):
    """Give practice educators by the days of their two stages."""

    def insert(*days):
        given(*factories.reference())
        given(*(factories.practice_educator(stage1_on=one, stage2_on=two) for one, two in days))

    return insert


@pytest.mark.parametrize(
    ("stage2_on", "expected"), [(date(2023, 3, 31), 1), (date(2023, 4, 1), 0), (None, 0)]
)
def test_stage_2_within_24_months_is_progression(stages, figure, stage2_on, expected):
    stages((date(2021, 3, 31), stage2_on))
    assert figure("pe_progression_rate", ON_DAY).value == expected


def test_stage_1_on_29_february_leaves_until_28_february(stages, figure):
    stages((date(2020, 2, 29), date(2022, 2, 28)), (date(2020, 2, 29), date(2022, 3, 1)))
    assert figure("pe_progression_rate", ON_DAY).value == 0.5


@pytest.mark.parametrize(("stage1_on", "expected"), [(date(2024, 3, 31), 1), (TOMORROW, 0)])
def test_only_a_stage_1_old_enough_can_tell(stages, figure, stage1_on, expected):
    stages((stage1_on, None))
    assert (figure("pe_progression_rate", ON_DAY).denominator or 0) == expected


def test_a_quick_stage_2_does_not_count_before_stage_1_is_old_enough(stages, figure):
    stages((date(2020, 1, 1), None), (date(2025, 1, 1), date(2025, 6, 1)))
    assert figure("pe_progression_rate", ON_DAY).value == 0


def test_the_time_for_a_stage_1_of_29_february_is_up_on_28_february(stages, figure):
    stages((date(2024, 2, 29), None))
    assert figure("pe_progression_rate", Selection(as_at=date(2026, 2, 28))).denominator == 1


def test_leavers_count_towards_progression(given, figure):
    given(*factories.reference())
    stage1, stage2 = date(2020, 1, 1), date(2021, 1, 1)
    left = factories.practice_educator(stage1_on=stage1, stage2_on=stage2, left_on=stage2)
    given(left)
    assert figure("pe_progression_rate", ON_DAY).value == 1


PASS = date(2025, 1, 31)


@pytest.fixture
def trained(given):
    """Give a learner on the register who passed in January 2025, and rows about them."""

    def insert(*placements, outcome_on=PASS):
        given(*factories.reference())
        given(
            factories.practice_educator(ref="PE1"),
            factories.training(**passed_on(outcome_on, pe_ref="PE1")),
            *(factories.placement(pe_ref="PE1", **changes) for changes in placements),
        )

    return insert


def started_on(day, **changes):
    return {"status": "started", "actual_start": day} | changes


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (date(2025, 1, 30), 0),
        (date(2025, 1, 31), 1),
        (date(2026, 1, 31), 1),
        (date(2026, 2, 1), 0),
    ],
)
def test_a_student_within_12_months_makes_training_active(trained, figure, start, expected):
    trained(started_on(start))
    assert figure("pe_trained_to_active", ON_DAY).value == expected


def test_a_cancelled_placement_makes_nobody_active(trained, figure):
    trained(started_on(DAY, status="cancelled"))
    assert figure("pe_trained_to_active", ON_DAY).value == 0


@pytest.mark.parametrize(("outcome_on", "expected"), [(date(2025, 3, 31), 1), (TOMORROW, 0)])
def test_only_passes_old_enough_can_tell(trained, figure, outcome_on, expected):
    trained(outcome_on=outcome_on)
    assert (figure("pe_trained_to_active", ON_DAY).denominator or 0) == expected


def test_a_pass_without_a_reference_cannot_be_followed(learners, figure):
    learners(passed_on(PASS))
    assert figure("pe_trained_to_active", ON_DAY).status == "not_applicable"


def test_the_same_reference_at_another_employer_is_somebody_else(trained, figure, given):
    given(factories.council("hillside"))
    trained()
    given(factories.placement(pe_ref="PE1", employer="hillside", **started_on(date(2025, 6, 1))))
    assert figure("pe_trained_to_active", ON_DAY).value == 0
