"""Random rows of people at work, of what partners do together, and of money."""

from hypothesis import strategies as st

from tests.oracle.random_rows.values import area, day, few, later, long_ago, maybe

KINDS = (
    "governance_meeting",
    "placement_panel",
    "suitability_panel",
    "teaching",
    "admissions_interview",
    "academic_in_practice",
    "cpd_course",
    "lived_experience",
    "shadowing",
)
# Some have just come of age on one of the days, and some have not begun.
cohort = st.sampled_from(("2021/22", "2022/23", "2023/24", "2023/24", "2024/25", "2025/26"))
# More than a cell can hold, an odd penny, nought, and nothing at all.
some_pence = st.sampled_from((None, 0, 101, 250_000, 3_000_000_001))
some_workers = st.sampled_from((None, 0.0, 2.5, 4.0, 4.0))


def educator(draw, row, _facts):
    legacy, first = draw(maybe(day)), draw(maybe(day | long_ago))
    second = draw(st.booleans()) or not (legacy or first)
    return row | {
        "service_area": draw(area),
        "legacy_award_on": legacy,
        "stage1_on": first,
        "stage2_on": later(draw, first or draw(day)) if second else None,
        "registered_until": draw(day) if draw(st.integers(0, 2)) == 0 else None,
        "last_student_on": draw(maybe(day)),
        "last_refresher_on": draw(maybe(day)),
        "places_per_year": draw(maybe(few)),
        "left_on": draw(day) if draw(st.integers(0, 3)) == 0 else None,
    }


def training(draw, row, _facts):
    start = draw(day)
    outcome = draw(st.sampled_from(("in_progress", "passed", "passed", "failed", "withdrew")))
    return row | {
        "pe_ref": draw(st.sampled_from(("practice_educators-0", "practice_educators-0", None))),
        "stage": draw(st.sampled_from(("1", "2", "refresher"))),
        "category": draw(st.sampled_from(("new", "topping_up", "returning"))),
        "service_area": draw(area),
        "started_on": start,
        "outcome": outcome,
        "outcome_on": None if outcome == "in_progress" else later(draw, start),
    }


def workforce(draw, row, _facts):
    return {name: value for name, value in row.items() if name != "ref"} | {
        "census_on": draw(day),
        "service_area": draw(
            st.sampled_from(("adults", "adults", "adults", "children", "all_age"))
        ),
        "fte_in_post": draw(st.sampled_from((None, None, 0.0, 12.5, 40.0, 40.0))),
        "headcount": draw(st.sampled_from((None, 0, 15, 44))),
        "fte_vacancies": draw(some_workers),
        "fte_leavers": draw(some_workers),
        **_not_applicable(draw, "fte_agency", some_workers),
        **_not_applicable(draw, "fte_agency_covering", some_workers),
    }


def _not_applicable(draw, name, numbers):
    na = draw(st.integers(0, 4)) == 0
    return {name: None if na else draw(maybe(numbers)), f"{name}_na": na}


def activity(draw, row, _facts):
    return row | {
        "type": draw(st.sampled_from(KINDS)),
        "held_on": draw(day),
        "status": draw(st.sampled_from(("held", "held", "held", "planned", "cancelled"))),
        "role": draw(st.sampled_from(("chair", "chair", "member", None))),
        "service_area": draw(maybe(area)),
        **_not_applicable(draw, "people", st.integers(0, 30)),
        **_not_applicable(draw, "hours", st.sampled_from((0.0, 1.5, 7.25))),
    }


def newly_qualified(draw, row, _facts):
    started = draw(few)
    some = maybe(st.integers(0, started))
    return row | {
        "cohort": draw(cohort),
        "service_area": draw(area),
        "started": started,
        "asye_deferred": draw(some),
        **_not_applicable(draw, "placed_here_before", some),
        **_not_applicable(draw, "asye_passed", some),
        **{f"in_post_{months}m": draw(some) for months in (12, 24, 36)},
    }


def finance(draw, row, _facts):
    return row | {
        "heading": draw(st.sampled_from(("PE courses", "Practice Educators' time", "Opening"))),
        "kind": draw(st.sampled_from(("grant", "cash", "in_kind", "spend", "spend", "spend"))),
        "financial_year": draw(st.sampled_from(("2024-25", "2025-26", "2026-27"))),
        "quarter": draw(st.sampled_from((None, None, 1, 2, 3, 4))),
        **_not_applicable(draw, "planned", some_pence),
        **_not_applicable(draw, "actual", some_pence),
    }
