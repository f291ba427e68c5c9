"""Money: what its views say of plans and spending, contributions, results and fees."""

from dataclasses import replace

from dashboard import wording
from dashboard.indicators.parts import Figure
from dashboard.views import additional, contributed, fees_earned, results, spending
from dashboard.views.in_pounds import COMPLETE

BY_HEADING = spending.view("by-heading", "Spending", "Spent", spending.BY_HEADING)
BY_PERIOD = spending.view("by-period", "Spending", "Spent", spending.BY_PERIOD)


def money(value, note=""):
    return Figure((), value, None, None, 1, "ok", 3, 3, note)


def each(**headings):
    """Figures by heading: planned, spent, difference, planned and not said to be spent."""
    ids = (spending.PLANNED.id, "grant_spent", "grant_variance", spending.OPEN.id)
    return {
        (indicator, "heading"): {
            heading: value if isinstance(value, Figure) else money(value)
            for heading, values in headings.items()
            if (value := values[place]) is not None
        }
        for place, indicator in enumerate(ids)
    }


def test_headings_that_cost_more_than_planned_are_named(given):
    groups = each(Courses=(100, 120, 20, 0), Office=(80, 70, -10, 0), Books=(5, 5, 0, 0))
    assert given(groups=groups).draw(BY_HEADING).title == (
        "One of three headings cost more than planned: Courses (£20 over)"
    )


def test_money_that_is_hidden_is_not_none(given, figures):
    hidden = {(None, None): figures.missing("suppressed", note=wording.NO_CUT)}
    groups = {(spending.PLANNED.id, "financial_year", "quarter"): hidden}
    drawn = given(groups=groups).draw(BY_PERIOD)
    assert drawn.title.endswith(": hidden")
    assert "not among the cuts of this edition" in drawn.empty


def test_a_plan_without_its_spending_stands_apart(given, rows, figures):
    missing = figures.missing()
    groups = each(Courses=(missing, missing, missing, 500))
    drawn = given(groups=groups).draw(BY_HEADING)
    unsaid = "not reported"
    assert rows(drawn)[0][:5] == ["Courses", unsaid, unsaid, unsaid, "£500"]
    assert drawn.title == "What was spent can't be held against a plan yet"


def test_quarters_stand_by_their_months_and_years_by_their_name(given, rows):
    keys = {("2025-26", "year"): 90, ("2026-27", "1"): 20, ("2026-27", "4"): 10}
    groups = {("grant_spent", "financial_year", "quarter"): {k: money(v) for k, v in keys.items()}}
    assert [row[0] for row in rows(given(groups=groups).draw(BY_PERIOD))] == [
        "2025-26",
        "2026-27, April to June",
        "2026-27, January to March",
    ]


def test_a_partnership_without_money_reads_as_complete(given):
    drawn = given(partnerships=("n",)).draw(BY_HEADING)
    assert (drawn.title, drawn.empty) == ("No money is recorded for North", COMPLETE)


def test_money_that_is_not_reported_is_no_missing_money(given, figures):
    drawn = given(totals={"grant_spent": figures.missing()}).draw(BY_HEADING)
    assert drawn.title == "Spent: not reported"


def test_years_and_levels_do_not_choose_from_money(given):
    drawn = given(years=("2025/26",), levels=("final",)).draw(BY_HEADING)
    assert drawn.subtitle == ("Spent, all partnerships, financial years begun by 1 February 2026")


def contributions(**partners):
    ids = (contributed.CASH, contributed.IN_KIND, contributed.BOTH)
    return {
        (indicator, "organisation"): {
            partner: money(amounts[place]) for partner, amounts in partners.items()
        }
        for place, indicator in enumerate(ids)
    }


def test_cash_and_kind_are_told_apart(given, rows):
    totals = {contributed.CASH: money(30), contributed.IN_KIND: money(50), contributed.BOTH: 80}
    groups = contributions(uni=(10, 20, 30), city=(20, 30, 50))
    drawn = given(totals=totals, groups=groups).draw(contributed.VIEW)
    assert drawn.title == "Partners put in £30 in cash and £50 in kind, most of all City (£50)"
    assert [row[:4] for row in rows(drawn)] == [
        ["City", "£20", "£30", "£50"],
        ["University", "£10", "£20", "£30"],
    ]


def test_results_say_what_was_spent_for_how_many(given):
    cost = Figure((), 300, 900, 3, 3, "ok", 3, 3)
    assert given(totals={"cost_per_pe": cost}).draw(results.VIEW).title == (
        "£900 was spent on practice educators and 3 passed, £300 for each"
    )


def test_results_without_a_cost_say_who_passed(given, figures):
    totals = {"cost_per_pe": figures.missing("not_applicable"), "pe_training_completions": 2}
    assert given(totals=totals).draw(results.VIEW).title == (
        "2 practice educators passed; what each cost can't be told"
    )


def test_a_year_that_has_not_begun_has_no_results(given, rows):
    groups = {("pe_training_completions", "financial_year"): {"2025-26": 4, "2026-27": 1}}
    assert [row[0] for row in rows(given(groups=groups).draw(results.VIEW))] == ["2025-26"]


COST = Figure((), 300, 900, 3, 3, "ok", 3, 3, "baseline 2023/24")


def test_additional_placements_name_their_baseline_year(given, rows):
    key = (additional.COST, "partnership")
    drawn = given(totals={additional.COST: COST}, groups={key: {"n": COST}}).draw(additional.VIEW)
    assert drawn.title == (
        "3 placements more than at the level of 2023/24, at £300 of spending for each"
    )
    assert rows(drawn) == [["North", "£900", "3", "£300", "Baseline 2023/24"]]


def test_without_more_placements_it_is_said_than_in_which_year(given, rows, figures):
    none = figures.missing("not_applicable", note="no more placements than in 2023/24")
    key = (additional.COST, "partnership")
    drawn = given(totals={additional.COST: none}, groups={key: {"n": none}}).draw(additional.VIEW)
    assert drawn.title == "No cost can be told: no more placements than in 2023/24"
    assert rows(drawn)[0][3:] == ["not applicable", "No more placements than in 2023/24"]


def test_fees_say_whose_placements_bring_most(given):
    groups = {(fees_earned.FEES, "employer"): {"city": money(1_400), "shire": money(600)}}
    drawn = given(totals={fees_earned.FEES: money(2_000)}, groups=groups).draw(fees_earned.VIEW)
    assert drawn.title == "Placements bring in £2,000 at the daily fee, most of all City (£1,400)"


def test_before_the_first_fee_nothing_is_made_up(given, figures):
    none = figures.missing("not_applicable", note="no daily fee was known when they started")
    totals = {fees_earned.FEES: replace(none, n=None)}
    assert given(totals=totals).draw(fees_earned.VIEW).title == (
        "What placements bring in can't be told: no daily fee was known when they started"
    )
