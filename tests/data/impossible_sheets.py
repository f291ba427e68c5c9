"""Rows of the return that can't be: each breaks one rule of its sheet."""

from datetime import date

from tests.data.refusals import NOW, rule


def day(text):
    return date.fromisoformat(text)


SHEET_RULES = [
    rule("a level that is no level", "demand", "level_code", level="either"),
    rule("a need for places on no days", "demand", "days_low", days=0),
    rule("a need for places on too many days", "demand", "days_high", days=261),
    rule("fewer students than none", "demand", "students_low", students=-1),
    rule(
        "a window that ends before it starts",
        "demand",
        "window_end_order",
        window_end=day("2025-09-21"),
    ),
    rule("a row changed less than once", "demand", "version_low", version=0),
    rule(
        "a voided row without a reason",
        "demand",
        "voided_whole",
        voided_at=NOW,
    ),
    rule("a reason without a voided row", "demand", "voided_whole", voided_reason="Twice"),
    rule("an empty reference", "demand", "ref_length", ref=""),
    rule("fewer places asked than none", "requests", "places_low", places=-1),
    rule("fewer places offered than none", "offers", "places_low", places=-1),
    rule("a statutory placement perhaps", "offers", "statutory_code", statutory="perhaps"),
    rule(
        "six statutory days a week",
        "offers",
        "statutory_days_per_week_high",
        statutory_days_per_week=6,
    ),
    rule(
        "a value that is not applicable too",
        "offers",
        "statutory_days_per_week_na_blank",
        statutory_days_per_week=2,
        statutory_days_per_week_na=1,
    ),
    rule(
        "a flag that is neither 0 nor 1",
        "offers",
        "statutory_days_per_week_na_flag",
        statutory_days_per_week_na=2,
    ),
    rule("a team with too long a name", "offers", "team_length", team="x" * 101),
    rule("an offer withdrawn on no day", "offers", "status_on_needed", status="withdrawn"),
    rule(
        "a placement planned to end before it starts",
        "placements",
        "planned_end_order",
        planned_end=day("2025-09-21"),
    ),
    rule(
        "a placement that ended before it started",
        "placements",
        "actual_end_order",
        actual_start=day("2025-09-22"),
        actual_end=day("2025-09-21"),
    ),
    rule(
        "a started placement without a start",
        "placements",
        "actual_start_needed",
        status="started",
    ),
    rule(
        "a completed placement without an end",
        "placements",
        "actual_end_needed",
        status="completed",
        actual_start=day("2025-09-22"),
    ),
    rule("an outcome before the end", "placements", "outcome_only", outcome="pass"),
    rule("more days than a year has", "placements", "days_attended_high", days_attended=261),
    rule(
        "an educator without an award",
        "practice_educators",
        "legacy_award_on_or_another",
        stage1_on=None,
    ),
    rule(
        "Stage 2 before Stage 1",
        "practice_educators",
        "stage2_on_order",
        stage2_on=day("2025-05-31"),
    ),
    rule(
        "an educator with 13 students a year",
        "practice_educators",
        "places_per_year_high",
        places_per_year=13,
    ),
    rule("a pass on no day", "pe_training", "outcome_on_needed", outcome="passed"),
    rule(
        "an outcome before the course",
        "pe_training",
        "outcome_on_order",
        outcome="passed",
        outcome_on=day("2025-09-21"),
    ),
    rule("hours fewer than none", "activities", "hours_low", hours=-0.5),
    rule(
        "an agreement of fewer places at most than at least",
        "agreements",
        "places_per_year_high_order",
        places_per_year_low=6,
        places_per_year_high=4,
    ),
    rule("a workforce fewer than none", "workforce", "fte_in_post_low", fte_in_post=-1),
    rule("a cohort without its second year", "newly_qualified", "cohort_form", cohort="2025"),
    rule(
        "more placed before than started",
        "newly_qualified",
        "started_order",
        placed_here_before=2,
    ),
    rule("a fifth quarter", "finance", "quarter_high", quarter=5),
    rule("money less than none", "finance", "actual_low", actual=-1),
    rule(
        "a financial year like an academic one",
        "finance",
        "financial_year_form",
        financial_year="2025/26",
    ),
    rule(
        "a reported figure without a figure",
        "reported_figures",
        "value_low_or_another",
        value_low=None,
    ),
    rule(
        "a reported figure that is part of itself",
        "reported_figures",
        "part_of_other",
        ref="R1",
        part_of="R1",
    ),
    rule("a reported figure upside down", "reported_figures", "value_high_order", value_high=0),
]
