"""A row of each sheet with all of its columns filled, and a way in which each may be wrong."""

from data.returns.sheets import SHEETS
from tests import factories

# What stands in the columns that a row may leave blank, as somebody types it.
BESIDE = {
    "requests": {"window_end": "2026-03-31"},
    "offers": {
        "team": "Hospital team",
        "statutory_basis": "setting",
        "statutory_days_per_week": "2.5",
        "pe_mode": "off_site",
        "rural": "yes",
        "reserved_for": "northern",
        "agreement_ref": "A1",
        "status": "withdrawn",
        "status_on": "2025-09-01",
        "status_reason": "The team moved",
    },
    "placements": {
        "offer_ref": "O1",
        "statutory_basis": "tasks",
        "planned_end": "2026-03-31",
        "actual_start": "2025-09-23",
        "actual_end": "2026-03-30",
        "days_required": "100",
        "days_attended": "98",
        "pe_ref": "PE1",
        "pe_mode": "on_site",
        "status": "completed",
        "status_reason": "Ended as planned",
        "outcome": "pass",
        "qa_audited_on": "2025-11-03",
        "concern": "no",
    },
    "practice_educators": {
        "independent": "no",
        "legacy_award_on": "2008-06-30",
        "stage2_on": "2025-07-01",
        "registered_until": "2027-11-30",
        "last_student_on": "2025-06-12",
        "last_refresher_on": "2025-05-01",
        "places_per_year": "2",
        "left_on": "2026-01-31",
        "left_reason": "Moved away",
    },
    "pe_training": {
        "pe_ref": "PE2",
        "provider": "northern",
        "course": "Stage 1 module",
        "due_on": "2026-05-31",
        "outcome": "passed",
        "outcome_on": "2026-01-15",
    },
    "activities": {
        "title": "Placement panel",
        "role": "chair",
        "people": "0",
        "hours": "n/a",
        "host": "northern",
        "service_area": "mental_health",
    },
    "agreements": {
        "hei": "northern",
        "starts_on": "2025-09-01",
        "review_due": "2026-09-01",
        "ends_on": "2027-08-31",
        "places_per_year_low": "4",
        "places_per_year_high": "6",
        "fte": "0.5",
        "in_return": "Teaching",
        "funded_by": "Both",
    },
    "workforce": {
        "fte_in_post": "40.5",
        "fte_vacancies": "0",
        "fte_agency": "n/a",
        "fte_agency_covering": "2",
        "fte_starters": "6",
        "fte_leavers": "5.5",
        "headcount": "44",
    },
    "newly_qualified": {
        "started": "8",
        "placed_here_before": "5",
        "asye_passed": "n/a",
        "asye_deferred": "1",
        "in_post_12m": "7",
        "in_post_24m": "6",
        "in_post_36m": "0",
    },
    "finance": {"quarter": "2", "planned": "1200.50", "actual": "n/a"},
    "reported_figures": {
        "period": "2025/26",
        "value_high": "6",
        "qualifier": "range",
        "part_of": "R0",
        "quote": "between 1 and 6 places",
    },
}
# What is wrong with a row of each sheet, and how its problem begins: a rule of that sheet alone.
WRONG = {
    "demand": ({"window_end": "2025-09-01"}, "This is before window_start."),
    "requests": ({"window_end": "2025-09-01"}, "This is before window_start."),
    "offers": ({"status_on": ""}, "This is needed with status “withdrawn”."),
    "placements": (
        {"status": "started"},
        "This goes only with status completed or ended_early.",
    ),
    "practice_educators": (
        {"legacy_award_on": "", "stage1_on": "", "stage2_on": ""},
        "None of legacy_award_on, stage1_on, stage2_on is filled.",
    ),
    "pe_training": ({"outcome_on": ""}, "This is needed with outcome “passed”."),
    "activities": ({"hours": "-2"}, "This is under 0."),
    "agreements": ({"places_per_year_high": "3"}, "This is under places_per_year_low."),
    "workforce": ({"fte_in_post": "many"}, "This is not a number."),
    "newly_qualified": ({"placed_here_before": "9"}, "This is under placed_here_before."),
    "finance": ({"financial_year": "2025/27"}, "This is not a financial year."),
    "reported_figures": ({"part_of": "R9"}, "There is no row of reported_figures with this ref"),
}


def whole(sheet):
    """A row of a sheet as somebody types it, with every column filled."""
    valid = {name: str(value) for name, value in factories.DEFAULTS[sheet].items()}
    cells = {"ref": "R1"} | valid | BESIDE.get(sheet, {})
    return {column.name: cells[column.name] for column in SHEETS[sheet].columns}


def referred_to():
    """The rows that those refer to, beside `factories.open_return()`."""
    return [
        factories.agreement(ref="A1"),
        factories.practice_educator(ref="PE1"),
        factories.practice_educator(ref="PE2"),
        factories.reported_figure(ref="R0"),
    ]
