"""Who starts practice educator training, and who passes."""

from datetime import date

import pytest

from dashboard.views.cohorts import IN_TRAINING
from tests.indicators.training.conftest import DAY, ON_DAY, TOMORROW, passed_on


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
