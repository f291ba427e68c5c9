"""Who is on the register on a day, and who is current."""

from datetime import date

import pytest

from data.selection import Selection
from tests import factories

DAY = date(2026, 3, 31)
ON_DAY = Selection(as_at=DAY)
# With nothing but a Stage 1 as old as this, nobody is current any more.
LONG_AGO = date(2020, 6, 1)


@pytest.fixture
def count(values):
    return lambda indicator, selection=ON_DAY: values(indicator, selection)[()]


@pytest.mark.parametrize("award", ["legacy_award_on", "stage1_on", "stage2_on"])
def test_any_award_puts_somebody_on_the_register(register, count, award):
    register({"stage1_on": None} | {award: LONG_AGO})
    assert count("pe_on_register") == 1


@pytest.mark.parametrize(("award_on", "expected"), [(DAY, 1), (date(2026, 4, 1), 0)])
def test_an_award_counts_from_its_day(register, count, award_on, expected):
    register({"stage1_on": award_on})
    assert count("pe_on_register") == expected


@pytest.mark.parametrize(
    ("left_on", "expected"), [(None, 1), (date(2026, 4, 1), 1), (DAY, 0), (date(2026, 3, 30), 0)]
)
def test_whoever_leaves_on_the_day_has_left(register, count, left_on, expected):
    register({"left_on": left_on})
    assert count("pe_on_register") == expected


def test_a_voided_row_is_on_no_register(register, count):
    register({"voided_at": factories.NOW, "voided_reason": "twice"})
    assert count("pe_on_register") == 0


def test_an_empty_register_counts_nobody(register, count):
    register()
    assert count("pe_on_register") == 0


def test_each_stands_under_the_highest_stage_held_on_the_day(register, values):
    later = date(2026, 4, 1)
    register(
        {"stage1_on": None, "legacy_award_on": LONG_AGO},
        {"stage1_on": LONG_AGO, "legacy_award_on": LONG_AGO},
        {"stage1_on": LONG_AGO, "stage2_on": later},
        {"stage1_on": LONG_AGO, "stage2_on": DAY},
    )
    by_stage = values("pe_on_register", ON_DAY, ("stage",))
    assert by_stage == {("legacy",): 1, ("1",): 2, ("2",): 1}


def test_the_register_splits_by_service_area(register, values):
    register({}, {"service_area": "children"}, {"service_area": "mental_health"})
    by_area = values("pe_on_register", ON_DAY, ("service_area",))
    assert by_area == {("adults",): 1, ("children",): 1, ("mental_health",): 1}


def test_a_past_year_counts_the_register_on_its_last_day(register, count):
    register({"stage1_on": date(2025, 8, 31)}, {"stage1_on": date(2025, 9, 1)})
    assert count("pe_on_register", ON_DAY.only(years=("2024/25",))) == 1


def test_each_academic_year_has_a_register_of_its_own(register, values, given):
    register(
        {"stage1_on": date(2024, 10, 1), "left_on": date(2025, 10, 1)},
        {"stage1_on": date(2024, 11, 1)},
        {"stage1_on": date(2025, 11, 1)},
        {"stage1_on": date(2025, 12, 1)},
    )
    given(factories.demand(window_start=date(2024, 9, 2)), factories.demand())
    by_year = values("pe_on_register", ON_DAY, ("academic_year",))
    assert by_year == {("2024/25",): 2, ("2025/26",): 3}


def test_the_register_does_not_follow_a_filter_for_the_level(register, figure):
    register({})
    status = figure("pe_on_register", ON_DAY.only(levels=("final",))).status
    assert status == "ok"


@pytest.mark.parametrize(
    "sign", ["last_student_on", "last_refresher_on", "stage1_on", "stage2_on", "legacy_award_on"]
)
@pytest.mark.parametrize(("day", "expected"), [(date(2024, 3, 31), 1), (date(2024, 3, 30), 0)])
def test_practice_exactly_24_months_ago_is_still_current(register, count, sign, day, expected):
    award = {} if sign == "stage1_on" else {"stage1_on": None, "legacy_award_on": LONG_AGO}
    register(award | {sign: day})
    assert count("pe_current") == expected


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 2, 28), 1), (date(2026, 2, 27), 0)])
def test_24_months_before_29_february_is_28_february(register, count, day, expected):
    register({"stage1_on": LONG_AGO, "last_student_on": day})
    assert count("pe_current", Selection(as_at=date(2028, 2, 29))) == expected


def test_a_student_after_the_day_is_not_yet_known(register, count):
    register({"stage1_on": LONG_AGO, "last_student_on": date(2026, 4, 1)})
    assert count("pe_current") == 0


def test_a_student_after_the_day_does_not_hide_an_award_before_it(register, count):
    register({"stage1_on": date(2025, 6, 1), "last_student_on": date(2026, 4, 1)})
    assert count("pe_current") == 1


@pytest.mark.parametrize(
    ("until", "expected"), [(None, 1), (DAY, 1), (date(2026, 4, 1), 1), (date(2026, 3, 30), 0)]
)
def test_a_registration_holds_through_its_last_day(register, count, until, expected):
    register({"registered_until": until})
    assert count("pe_current") == expected


def test_whoever_has_left_is_not_current(register, count):
    register({"left_on": DAY, "last_student_on": date(2026, 1, 1)})
    assert count("pe_current") == 0


def test_a_nation_may_ask_for_practice_more_often(register, count, given):
    given(factories.setting("currency_months", 12, country="England"))
    register({"stage1_on": LONG_AGO, "last_student_on": date(2025, 3, 30)})
    assert count("pe_current") == 0


def test_a_rule_of_one_nation_leaves_the_others_alone(register, count, given):
    given(factories.setting("currency_months", 12, country="Wales"))
    register({"stage1_on": LONG_AGO, "last_student_on": date(2025, 3, 30)})
    assert count("pe_current") == 1


def test_the_inactive_rate_counts_those_on_the_register_who_are_not_current(register, figure):
    register({}, {"stage1_on": LONG_AGO}, {"registered_until": date(2026, 1, 1)}, {"left_on": DAY})
    found = figure("pe_inactive_rate", ON_DAY)
    assert (found.value, found.numerator, found.denominator) == (pytest.approx(2 / 3), 2, 3)


def test_an_empty_register_has_no_inactive_rate(register, figure):
    register({"left_on": DAY})
    assert figure("pe_inactive_rate", ON_DAY).status == "not_applicable"


def test_an_employer_that_owes_a_return_has_no_register_to_report(given, figure):
    given(*factories.reference(), factories.period())
    assert figure("pe_current", ON_DAY).status == "not_reported"
