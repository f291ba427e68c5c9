"""Each rule that a row breaks is one problem, by cell."""

from datetime import date

import pytest

from tests.support.files import row

# Sheet, what the row says, the column at fault, and how the problem begins.
BROKEN = [
    ("demand", {"window_end": date(2025, 9, 1)}, "window_end", "This is before window_start"),
    ("demand", {"days": 261}, "days", "This is over 260"),
    ("demand", {"days": 0}, "days", "This is under 1"),
    ("demand", {"students": -1}, "students", "This is under 0"),
    ("demand", {"students": "four"}, "students", "This is not a whole number"),
    ("demand", {"students": None}, "students", "A value is missing"),
    ("demand", {"students": "n/a"}, "students", "“n/a” is not allowed"),
    ("demand", {"students": "=1+1"}, "students", "The cell holds an error"),
    ("demand", {"programme": "southern-ba"}, "programme", "This is no programme of northern"),
    ("demand", {"level": "third"}, "level", "This code is unknown"),
    ("demand", {"owner": "riverside"}, "owner", "riverside can't own rows of demand"),
    ("demand", {"owner": "nobody"}, "owner", "This organisation is unknown"),
    ("demand", {"partnership": "none"}, "partnership", "This partnership is unknown"),
    ("requests", {"employer": "nobody"}, "employer", "This organisation is unknown"),
    ("requests", {"window_end": date(2025, 9, 1)}, "window_end", "This is before window_start"),
    ("offers", {"owner": "northern"}, "owner", "northern can't own rows of offers"),
    ("offers", {"status": "withdrawn"}, "status_on", "This is needed with status"),
    ("offers", {"statutory_days_per_week": 6}, "statutory_days_per_week", "This is over 5"),
    ("offers", {"team": "x" * 101}, "team", "This has 101 characters"),
    ("offers", {"reserved_for": "riverside"}, "reserved_for", "This is no university"),
    ("offers", {"agreement_ref": "A9"}, "agreement_ref", "There is no row of agreements"),
    ("placements", {"offer_ref": "O9"}, "offer_ref", "There is no row of offers"),
    ("placements", {"pe_ref": "P9"}, "pe_ref", "There is no row of practice_educators"),
    ("placements", {"planned_end": date(2025, 9, 1)}, "planned_end", "This is before planned"),
    ("placements", {"status": "started"}, "actual_start", "This is needed with status"),
    (
        "placements",
        {"status": "completed", "actual_start": date(2025, 9, 22)},
        "actual_end",
        "This is needed with status",
    ),
    ("placements", {"outcome": "pass"}, "outcome", "This goes only with status"),
    ("placements", {"days_attended": 261}, "days_attended", "This is over 260"),
    ("practice_educators", {"stage1_on": None}, "legacy_award_on", "None of legacy_award_on"),
    ("practice_educators", {"stage2_on": date(2025, 1, 1)}, "stage2_on", "This is before stage1"),
    ("practice_educators", {"ref": None}, "ref", "A value is missing"),
    ("practice_educators", {"places_per_year": 13}, "places_per_year", "This is over 12"),
    ("pe_training", {"outcome": "passed"}, "outcome_on", "This is needed with outcome"),
    (
        "pe_training",
        {"outcome": "passed", "outcome_on": date(2025, 9, 1)},
        "outcome_on",
        "This is before started_on",
    ),
    ("activities", {"hours": -1}, "hours", "This is under 0"),
    ("agreements", {"hei": "riverside"}, "hei", "This is no university"),
    (
        "agreements",
        {"places_per_year_low": 5, "places_per_year_high": 4},
        "places_per_year_high",
        "This is under places_per_year_low",
    ),
    ("workforce", {"census_on": "30 September 2025"}, "census_on", "This is not a date"),
    ("newly_qualified", {"cohort": "2025"}, "cohort", "This is not an academic year"),
    ("newly_qualified", {"placed_here_before": 2}, "started", "This is under placed_here"),
    ("finance", {"quarter": 5}, "quarter", "This is over 4"),
    ("finance", {"planned": "1.005"}, "planned", "This is finer than a penny"),
    ("finance", {"planned": "-1,200"}, "planned", "This is under 0"),
    ("finance", {"actual": "-£5.00"}, "actual", "This is under 0"),
    ("finance", {"actual": "5 pounds"}, "actual", "This is not a sum of money"),
    ("finance", {"kind": "loan"}, "kind", "This code is unknown"),
    ("finance", {"financial_year": "2025/26"}, "financial_year", "This is not a financial year"),
    ("reported_figures", {"value_low": None}, "value_low", "None of value_low, value_high"),
    ("reported_figures", {"part_of": "R9"}, "part_of", "There is no row of reported_figures"),
    ("reported_figures", {"ref": "R1", "part_of": "R1"}, "part_of", "This row refers to itself"),
    ("reported_figures", {"quote": "x" * 301}, "quote", "This has 301 characters"),
]


@pytest.mark.parametrize(("sheet", "broken", "column", "problem"), BROKEN)
def test_a_broken_rule_is_one_problem_of_its_cell(sqlite_send, sheet, broken, column, problem):
    rows = [row(sheet, **{"census_on": date(2024, 9, 30)} if sheet == "workforce" else {})]
    outcome = sqlite_send(**{sheet: [*rows, row(sheet, **broken)]})
    (found,) = outcome.errors
    assert (found.row, found.column) == (3, column)
    assert found.problem.startswith(problem)
