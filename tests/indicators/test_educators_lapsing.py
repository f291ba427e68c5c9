"""Who is about to lapse, and how many final students Stage 2 can take."""

from datetime import date

import pytest

from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.views.lapses import MONTHS
from dashboard.views.register import NO_KNOWN_LAPSE
from data.selection import Selection
from data.workbench import Workbench
from tests import factories

DAY = date(2026, 3, 31)
ON_DAY = Selection(as_at=DAY)
LONG_AGO = date(2020, 6, 1)


@pytest.fixture
def lapses(figure):
    """How many lapse in each of the next twelve months, as the page has it."""
    return lambda: [figure(month, ON_DAY).value for month in MONTHS]


@pytest.mark.parametrize(("until", "expected"), [(date(2026, 9, 29), 1), (date(2026, 9, 30), 0)])
def test_a_registration_that_ends_within_six_months_is_about_to_lapse(
    register, figure, until, expected
):
    register({"registered_until": until})
    assert figure("pe_expiring", ON_DAY).value == expected


@pytest.mark.parametrize(("day", "expected"), [(date(2024, 9, 29), 1), (date(2024, 9, 30), 0)])
def test_practice_that_grows_too_old_within_six_months_is_about_to_lapse(
    register, figure, day, expected
):
    register({"stage1_on": LONG_AGO, "last_student_on": day})
    assert figure("pe_expiring", ON_DAY).value == expected


def test_practice_after_the_day_does_not_yet_prevent_a_lapse(register, figure):
    register({"stage1_on": date(2024, 4, 1), "last_student_on": date(2026, 4, 1)})
    assert figure("pe_expiring", ON_DAY).value == 1


def test_whoever_is_not_current_has_nothing_to_lapse(register, figure):
    register({"stage1_on": LONG_AGO})
    assert figure("pe_expiring", ON_DAY).value == 0


def test_a_nation_may_look_further_ahead(register, figure, given):
    given(factories.setting("expiring_months", 9, country="England"))
    register({"registered_until": date(2026, 12, 30)})
    assert figure("pe_expiring", ON_DAY).value == 1


def test_lapses_fall_into_the_month_that_brings_them(register, lapses):
    register(
        {"registered_until": date(2026, 4, 29)},
        {"registered_until": date(2026, 4, 30)},
        {"registered_until": date(2027, 3, 30)},
        {"registered_until": date(2027, 3, 31)},
    )
    assert lapses() == [1, 1, *[0] * 9, 1]


def test_lapses_are_told_for_twelve_months_with_or_without_any(register, lapses):
    register()
    assert lapses() == [0] * 12


def test_the_first_six_months_add_up_to_the_indicator(register, lapses, figure):
    register(*({"registered_until": date(2026, month, 15)} for month in range(4, 13)))
    assert sum(lapses()[:6]) == figure("pe_expiring", ON_DAY).value


def test_all_twelve_months_are_counted_in_one_statement(register, reader, queries):
    register({})
    queries.clear()
    with reader.snapshot() as snapshot:
        evaluate(Workbench(snapshot), [Ask(month, ON_DAY) for month in MONTHS])
    assert sum("practice_educators" in statement for statement in queries) == 1


def test_registrations_without_an_end_are_counted_apart(register, figure):
    register({}, {"registered_until": date(2027, 1, 1)}, {"stage1_on": LONG_AGO})
    assert figure(NO_KNOWN_LAPSE, ON_DAY).value == 1


STAGE_2 = {"stage1_on": None, "stage2_on": date(2025, 6, 1)}


def test_places_a_year_that_are_not_stated_count_as_one(register, figure, given):
    register(STAGE_2, STAGE_2 | {"places_per_year": 3}, STAGE_2 | {"places_per_year": 0})
    given(factories.demand(students=8))
    found = figure("stage2_sufficiency", ON_DAY)
    assert (found.value, found.numerator, found.denominator) == (0.5, 4, 8)


def test_only_current_stage_2_educators_can_take_final_students(register, figure, given):
    register({}, STAGE_2 | {"registered_until": date(2026, 1, 1)}, {"stage2_on": date(2026, 4, 1)})
    given(factories.demand(students=8))
    assert figure("stage2_sufficiency", ON_DAY).value == 0


def test_first_placements_ask_nothing_of_stage_2(register, figure, given):
    register(STAGE_2)
    given(factories.demand(students=2), factories.demand(students=9, level="first"))
    assert figure("stage2_sufficiency", ON_DAY).value == 0.5


def test_without_a_year_the_demand_is_of_the_year_of_the_day(register, figure, given):
    register(STAGE_2)
    given(factories.demand(students=2), factories.demand(students=9, window_start=LONG_AGO))
    assert figure("stage2_sufficiency", ON_DAY).value == 0.5


def test_by_year_each_demand_meets_the_register_of_its_own_year(register, values, given):
    register(STAGE_2, STAGE_2 | {"stage2_on": date(2025, 10, 1)})
    given(
        factories.demand(students=2, window_start=date(2024, 9, 2)),
        factories.demand(students=2),
    )
    by_year = values("stage2_sufficiency", ON_DAY, ("academic_year",))
    assert by_year == {("2024/25",): 0.5, ("2025/26",): 1}


def test_students_of_a_year_to_come_meet_the_register_as_it_is_now(register, values, given):
    register(STAGE_2)
    soon = {"window_start": date(2026, 10, 5), "window_end": date(2027, 2, 26)}
    given(factories.demand(students=2, **soon))
    by_year = values("stage2_sufficiency", ON_DAY, ("academic_year",))
    assert by_year[("2026/27",)] == 0.5


def test_several_years_are_added_up_year_by_year(register, figure, given):
    register(STAGE_2, STAGE_2 | {"stage2_on": date(2025, 10, 1)})
    given(
        factories.demand(students=2, window_start=date(2024, 9, 2)),
        factories.demand(students=4),
    )
    found = figure("stage2_sufficiency", ON_DAY.only(years=("2024/25", "2025/26")))
    assert (found.numerator, found.denominator) == (3, 6)


def test_without_final_students_there_is_no_stage_2_sufficiency(register, figure):
    register(STAGE_2)
    assert figure("stage2_sufficiency", ON_DAY).status == "not_applicable"


def test_a_level_can_be_asked_of_demand_but_not_of_educators(register, figure, given):
    register(STAGE_2)
    given(factories.demand())
    assert figure("stage2_sufficiency", ON_DAY.only(levels=("final",))).status == "not_applicable"


def test_density_is_per_hundred_in_post(register, figure, given):
    register({}, {})
    given(factories.workforce(fte_in_post=80.0))
    assert figure("pe_density", ON_DAY).value == pytest.approx(2.5)


def test_density_reads_adults_and_childrens_apart(register, values, given):
    register({}, {"service_area": "children"})
    given(
        factories.workforce(fte_in_post=50.0),
        factories.workforce(fte_in_post=25.0, service_area="children"),
    )
    by_area = values("pe_density", ON_DAY, ("service_area",))
    assert by_area == {("adults",): pytest.approx(2), ("children",): pytest.approx(4)}


def test_a_past_density_is_of_the_workforce_of_its_time(register, figure, given):
    register({"stage1_on": date(2025, 1, 1)})
    given(
        factories.workforce(fte_in_post=50.0, census_on=date(2024, 9, 30)),
        factories.workforce(fte_in_post=25.0),
    )
    past = figure("pe_density", ON_DAY.only(years=("2024/25",)))
    assert past.value == pytest.approx(2)


def test_without_a_census_there_is_no_density(register, figure):
    register({})
    assert figure("pe_density", ON_DAY).status == "not_applicable"


def test_a_census_that_leaves_the_number_out_has_not_reported_it(register, figure, given):
    register({})
    given(factories.workforce(fte_in_post=None))
    assert figure("pe_density", ON_DAY).status == "not_reported"
