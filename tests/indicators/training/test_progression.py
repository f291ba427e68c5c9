"""Who gets Stage 2 within the time that is given after Stage 1."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories
from tests.indicators.training.conftest import ON_DAY, TOMORROW


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
