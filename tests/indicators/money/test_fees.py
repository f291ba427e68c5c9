"""What placements bring in by the daily fee."""

from datetime import date

from tests.factories import placement, setting
from tests.indicators.money.conftest import TODAY


def begun(days, day=date(2025, 9, 22)):
    return placement(planned_start=day, actual_start=day, status="started", days_required=days)


def test_a_placement_brings_the_fee_of_the_day_it_started(with_money, figure):
    with_money(
        setting("daily_fee_pence", 2000, date(2025, 9, 1)),
        setting("daily_fee_pence", 2250, date(2026, 1, 1)),
        begun(70),
        begun(100, date(2026, 1, 5)),
    )
    assert figure("fee_income", TODAY).value == 70 * 20 + 100 * 22.5


def test_before_the_first_fee_income_is_not_applicable(with_money, figure):
    with_money(setting("daily_fee_pence", 2000, date(2026, 1, 1)), begun(70))
    found = figure("fee_income", TODAY)
    assert (found.value, found.status, found.note) == (
        None,
        "not_applicable",
        "no daily fee was known when they started",
    )


def test_placements_before_the_first_fee_are_left_out_and_counted(with_money, figure):
    with_money(
        setting("daily_fee_pence", 2000, date(2026, 1, 1)),
        begun(70),
        begun(100, date(2026, 1, 5)),
    )
    found = figure("fee_income", TODAY)
    assert (found.value, found.note) == (
        2000,
        "1 placement started before the first daily fee left out",
    )


def test_a_nation_s_own_fee_goes_before_the_common_one(with_money, figure):
    with_money(
        setting("daily_fee_pence", 3000, date(2025, 1, 1)),
        setting("daily_fee_pence", 2000, date(2020, 1, 1), "England"),
        begun(10),
    )
    assert figure("fee_income", TODAY).value == 200


def test_another_nation_s_fee_is_no_fee_here(with_money, figure):
    with_money(setting("daily_fee_pence", 2000, country="Wales"), begun(10))
    assert figure("fee_income", TODAY).status == "not_applicable"


def test_days_that_are_not_said_are_not_reported(with_money, figure):
    with_money(setting("daily_fee_pence", 2000), begun(None))
    assert figure("fee_income", TODAY).status == "not_reported"


def test_fees_follow_the_academic_year_and_the_financial_year(with_money, values):
    with_money(
        setting("daily_fee_pence", 2000),
        begun(10, date(2026, 3, 31)),
        begun(20, date(2026, 4, 1)),
    )
    assert values("fee_income", TODAY.only(years=("2025/26",)))[()] == 600
    assert values("fee_income", TODAY, ("financial_year",)) == {
        ("2025-26",): 200,
        ("2026-27",): 400,
    }
