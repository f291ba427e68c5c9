"""Who passed and has a student within a year."""

from datetime import date

import pytest

from tests import factories
from tests.indicators.training.conftest import DAY, ON_DAY, TOMORROW, passed_on, started_on

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
