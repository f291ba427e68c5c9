"""Money: what was granted, contributed and spent, and what it cost to get a result."""

from datetime import date

import pytest

from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.views.spending import OPEN, PLANNED
from data.schema import PARTNERSHIP
from data.selection import Selection
from data.workbench import Workbench
from tests import factories
from tests.factories import finance, placement, setting, training

TODAY = Selection(as_at=date(2027, 3, 1))
POUND = 100


@pytest.fixture
def with_money(given):
    """A partnership whose funding began in October 2025."""

    def give(*rows):
        funded = PARTNERSHIP.update().values(funded_from=date(2025, 10, 1))
        given(*factories.reference(), funded, *rows)

    return give


def spent(pounds, **changes):
    return finance(**{"kind": "spend", "actual": pounds * POUND, **changes})


def passed():
    return training(outcome="passed", outcome_on=date(2026, 2, 1))


def placed(autumn, count, **changes):
    day = date(autumn, 9, 22)
    return [placement(planned_start=day, **changes) for _ in range(count)]


def begun(days, day=date(2025, 9, 22)):
    return placement(planned_start=day, actual_start=day, status="started", days_required=days)


def test_each_kind_of_money_is_told_apart(with_money, figure):
    kinds = ("grant", "cash", "in_kind", "spend")
    with_money(*(finance(kind=kind, actual=(n + 1) * POUND) for n, kind in enumerate(kinds)))
    named = (
        "grant_received",
        "contributions_cash",
        "contributions_in_kind",
        "grant_spent",
        "contributions",
    )
    assert [figure(name, TODAY).value for name in named] == [1, 2, 3, 4, 5]


def test_pence_are_added_up_whole(with_money, figure):
    with_money(*(finance(kind="spend", actual=10) for _ in range(3)))
    assert figure("grant_spent", TODAY).value == 0.3


def test_more_money_than_a_cell_holds_is_added_up(with_money, figure):
    with_money(spent(100_000_000), spent(100_000_000))
    assert figure("grant_spent", TODAY).value == 200_000_000


def test_a_blank_amount_is_not_reported_and_never_nought(with_money, figure):
    with_money(finance(kind="spend"))
    found = figure("grant_spent", TODAY)
    assert (found.value, found.status) == (None, "not_reported")


def test_an_amount_that_is_not_applicable_is_never_nought(with_money, figure):
    with_money(finance(kind="grant", actual_na=True))
    found = figure("grant_received", TODAY)
    assert (found.value, found.status) == (None, "not_applicable")


def test_no_money_at_all_is_nought_where_everybody_has_reported(with_money, figure):
    with_money()
    assert figure("contributions", TODAY).value == 0


def test_what_was_spent_is_held_against_the_plan_where_a_row_says_both(with_money, figure):
    with_money(
        spent(900, planned=1_000 * POUND),
        finance(kind="spend", planned=500 * POUND),
        spent(70),
    )
    assert figure("grant_variance", TODAY).value == -100


def test_spending_is_split_by_heading(with_money, values):
    with_money(spent(9, heading="Courses"), spent(4, heading="Office"))
    found = values("grant_spent", TODAY, ("heading",))
    assert found == {("Courses",): 9, ("Office",): 4}


def test_spending_is_split_by_financial_year_and_quarter(with_money, values):
    with_money(spent(9, quarter=2), spent(4), spent(5, financial_year="2026-27"))
    found = values("grant_spent", TODAY, ("financial_year", "quarter"))
    assert found == {("2025-26", "2"): 9, ("2025-26", "year"): 4, ("2026-27", "year"): 5}


def test_a_financial_year_that_goes_on_is_provisional(with_money, figures):
    with_money(spent(9), spent(5, financial_year="2026-27"))
    found = figures("grant_spent", TODAY, ("financial_year",))
    assert {key: each.status for key, each in found.items()} == {
        ("2025-26",): "ok",
        ("2026-27",): "provisional",
    }


@pytest.mark.parametrize(
    ("day", "known"),
    [
        (date(2025, 3, 31), 0),
        (date(2025, 4, 1), 4),
        (date(2025, 6, 30), 4),
        (date(2025, 7, 1), 13),
    ],
)
def test_a_year_or_quarter_that_has_not_begun_is_not_yet_known(with_money, figure, day, known):
    with_money(spent(9, quarter=2), spent(4))
    assert figure("grant_spent", Selection(as_at=day)).value == known


def test_an_academic_year_does_not_choose_from_money(with_money, figure):
    with_money(spent(9), spent(5, financial_year="2024-25"))
    found = figure("grant_spent", TODAY.only(years=("2025/26",)))
    assert (found.value, found.status) == (14, "ok")


def test_money_is_not_split_by_academic_year(with_money, figures):
    with_money(spent(9))
    (found,) = figures("grant_spent", TODAY, ("academic_year",)).values()
    assert found.status == "not_applicable"


@pytest.mark.parametrize(
    ("heading", "counts"),
    [
        ("Practice educator courses", True),
        ("Backfill for PRACTICE EDUCATION", True),
        ("PE courses", True),
        ("Books for PEs", True),
        ("Open days", False),
        ("Open pedagogy", False),
    ],
)
def test_spending_counts_for_practice_educators_if_its_heading_names_them(
    with_money, figure, heading, counts
):
    with_money(spent(900, heading=heading), passed(), passed(), passed())
    assert figure("cost_per_pe", TODAY).value == (300 if counts else None)


def test_without_spending_on_practice_educators_the_cost_is_not_nought(with_money, figure):
    with_money(spent(900, heading="Office"), passed())
    found = figure("cost_per_pe", TODAY)
    assert (found.value, found.status, found.note) == (
        None,
        "not_applicable",
        "no spending is under a heading that names practice educators",
    )


def test_a_partnership_without_money_has_no_cost(with_money, figure):
    with_money(passed())
    assert figure("cost_per_pe", TODAY).status == "not_applicable"


def test_the_cost_of_a_financial_year_is_over_who_passed_in_it(with_money, values):
    with_money(
        spent(900, heading="PE courses"),
        passed(),
        training(outcome="passed", outcome_on=date(2026, 4, 1)),
    )
    found = values("cost_per_pe", TODAY, ("financial_year",))
    assert found == {("2025-26",): 900, ("2026-27",): None}


def test_the_cost_of_educators_has_no_meaning_in_an_academic_year(with_money, figure):
    with_money(spent(900, heading="PE courses"), passed())
    found = figure("cost_per_pe", TODAY.only(years=("2025/26",)))
    assert (found.value, found.status) == (None, "not_applicable")


def test_a_placement_is_additional_beyond_the_year_before_funding_began(with_money, figure):
    with_money(spent(900), *placed(2024, 2), *placed(2025, 5))
    found = figure("cost_per_additional_placement", TODAY)
    assert (found.value, found.denominator, found.note) == (300, 3, "baseline 2024/25")


def test_each_year_since_has_its_own_additional_placements(with_money, figure):
    with_money(spent(900), *placed(2024, 2), *placed(2025, 5), *placed(2026, 8))
    later = Selection(as_at=date(2027, 9, 1))
    assert figure("cost_per_additional_placement", later).denominator == 9


def test_a_year_that_goes_on_has_no_additional_placements_yet(with_money, figure):
    with_money(spent(900), *placed(2024, 2), *placed(2025, 5), *placed(2026, 8))
    assert figure("cost_per_additional_placement", TODAY).denominator == 3


def test_cancelled_placements_are_not_additional(with_money, figure):
    with_money(spent(900), *placed(2024, 2), *placed(2025, 3), *placed(2025, 4, status="cancelled"))
    assert figure("cost_per_additional_placement", TODAY).denominator == 1


@pytest.mark.parametrize("count", [1, 2])
def test_without_an_increase_there_is_no_cost_of_it(with_money, figure, count):
    with_money(spent(900), *placed(2024, 2), *placed(2025, count))
    found = figure("cost_per_additional_placement", TODAY)
    assert (found.value, found.note) == (None, "no more placements than in 2024/25")


def test_without_placements_in_the_baseline_year_there_is_no_baseline(with_money, figure):
    with_money(spent(900), *placed(2025, 3))
    found = figure("cost_per_additional_placement", TODAY)
    assert (found.status, found.note) == (
        "not_applicable",
        "no placements are known of the year before funding began",
    )


def test_where_nobody_says_when_funding_began_there_is_no_baseline(given, figure):
    given(*factories.reference(), spent(900), *placed(2024, 2), *placed(2025, 5))
    assert figure("cost_per_additional_placement", TODAY).status == "not_applicable"


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


@pytest.mark.parametrize(("asked", "expected"), [(PLANNED, 1_000), (OPEN, 500)])
def test_a_plan_is_told_apart_by_whether_its_spending_is_said(with_money, reader, asked, expected):
    with_money(
        spent(900, planned=1_000 * POUND),
        finance(kind="spend", planned=500 * POUND),
        finance(kind="spend", planned=70 * POUND, actual_na=True),
        finance(kind="grant", planned=30 * POUND),
    )
    with reader.snapshot() as snapshot:
        ask = Ask(asked, TODAY)
        (found,) = evaluate(Workbench(snapshot), [ask])[ask]
    assert found.value == expected
