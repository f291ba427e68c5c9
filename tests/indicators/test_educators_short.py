"""What final placements are short of: places, or Stage 2 practice educators."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

ON_DAY = Selection(as_at=date(2026, 3, 31))
LAST_YEAR = date(2024, 9, 23)
STAGE_2 = {"stage1_on": None, "stage2_on": date(2025, 6, 1)}


@pytest.fixture
def north(given):
    """Give the rows of one partnership."""
    return lambda *rows: given(*factories.reference(), *rows)


def stage2(**changes):
    return factories.practice_educator(**STAGE_2 | changes)


def test_final_students_beyond_the_places_are_short_of_places(north, figure):
    north(factories.demand(students=5), factories.offer(places=3))
    assert figure("short_of_places_final", ON_DAY).value == 2


def test_places_for_first_placements_are_of_no_use(north, figure):
    north(factories.demand(students=5), factories.offer(places=9, level="first"))
    assert figure("short_of_places_final", ON_DAY).value == 5


def test_first_placements_do_not_take_from_final_ones(north, figure):
    north(
        factories.demand(students=5, level="first"),
        factories.demand(students=5),
        factories.offer(places=5, level="either"),
    )
    assert figure("short_of_places_final", ON_DAY).value == 0


def test_students_with_a_place_may_be_short_of_stage_2(north, figure):
    north(factories.demand(students=5), factories.offer(places=4), stage2(places_per_year=3))
    assert figure("short_of_stage2", ON_DAY).value == 1


def test_enough_stage_2_leaves_nobody_short(north, figure):
    north(factories.demand(students=2), factories.offer(places=2), stage2(places_per_year=3))
    assert figure("short_of_stage2", ON_DAY).value == 0


def test_students_without_a_place_are_not_also_short_of_stage_2(north, figure):
    north(factories.demand(students=5))
    assert figure("short_of_stage2", ON_DAY).value == 0


def test_one_years_spare_stage_2_does_not_help_another(north, figure):
    north(
        factories.demand(students=2, window_start=LAST_YEAR),
        factories.offer(places=2, window_start=LAST_YEAR),
        factories.demand(students=1),
        factories.offer(places=1),
        stage2(stage2_on=date(2025, 10, 1), places_per_year=3),
    )
    assert figure("short_of_stage2", ON_DAY).value == 2


def test_each_year_meets_the_register_of_its_own_last_day(north, values):
    north(
        factories.demand(students=2, window_start=LAST_YEAR),
        factories.offer(places=2, window_start=LAST_YEAR),
        factories.demand(students=2),
        factories.offer(places=2),
        stage2(),
        stage2(stage2_on=date(2025, 10, 1)),
    )
    by_year = values("short_of_stage2", ON_DAY, ("academic_year",))
    assert by_year == {("2024/25",): 1, ("2025/26",): 0}


def test_one_partnerships_spare_stage_2_does_not_help_another(north, values, given):
    north(factories.demand(students=2), factories.offer(places=2))
    given(
        factories.partnership("south"),
        stage2(partnership="south", places_per_year=5),
        factories.demand(students=1, partnership="south"),
        factories.offer(places=1, partnership="south"),
    )
    by_partnership = values("short_of_stage2", ON_DAY, ("partnership",))
    assert by_partnership == {("north",): 2, ("south",): 0}


@pytest.mark.parametrize("indicator", ["short_of_places_final", "short_of_stage2"])
@pytest.mark.parametrize(
    "dimension", ["organisation", "region", "term", "level", "service_area", "stage"]
)
def test_a_shortage_of_a_partnership_has_no_further_parts(north, figures, indicator, dimension):
    north(factories.demand(students=5))
    states = [found.status for found in figures(indicator, ON_DAY, (dimension,)).values()]
    assert states == ["not_applicable"]


@pytest.mark.parametrize("indicator", ["short_of_places_final", "short_of_stage2"])
def test_without_final_students_nobody_is_short(north, figure, indicator):
    north(stage2(), factories.demand(level="first"))
    assert figure(indicator, ON_DAY).value == 0
