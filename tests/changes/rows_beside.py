"""Random rows that look at each other, and a database for them to be in."""

from datetime import date

from hypothesis import strategies as st

from tests import factories

# Few values for each cell, so that rows often meet.
DAYS = st.sampled_from([date(2024, 9, 23), date(2025, 9, 22), date(2026, 2, 2)])
REFS = st.sampled_from(["1", "2"])
EMPLOYERS = st.sampled_from(["riverside", "lakeside"])
LEVELS = st.sampled_from(["first", "final"])
NUMBERS = st.sampled_from([0, 1, 4])


def cells(**each):
    return st.fixed_dictionaries(each)


# What rows look at each other for, and rows that do.
BESIDE = {
    "a student's placements and the offers they take up": {
        "placements": cells(
            ref=REFS,
            student_ref=st.sampled_from(["S1", "S2"]),
            offer_ref=st.none() | REFS,
            planned_end=st.sampled_from([None, date(2026, 6, 1)]),
            status=st.sampled_from(["matched", "cancelled"]),
        ),
        "offers": cells(ref=REFS, team=st.sampled_from([None, "Duty"]), places=NUMBERS),
    },
    "what two partners say": {
        "placements": cells(
            ref=st.sampled_from(["1", "2", "3"]),
            employer=EMPLOYERS,
            level=LEVELS,
            planned_start=DAYS,
            status=st.sampled_from(["matched", "matched", "cancelled"]),
            concern=st.sampled_from(["yes", "no"]),
        ),
        "offers": cells(
            owner=EMPLOYERS,
            ref=REFS,
            level=LEVELS,
            places=NUMBERS,
            window_start=DAYS,
            reserved_for=st.sampled_from([None, "northern", "northern"]),
            status=st.sampled_from(["offered", "confirmed"]),
        ),
    },
    "practice educators": {
        "placements": cells(ref=REFS, employer=EMPLOYERS, pe_ref=st.sampled_from([None, "PE-1"])),
        "pe_training": cells(ref=REFS, pe_ref=st.sampled_from([None, "PE-1"]), started_on=DAYS),
        "practice_educators": cells(
            owner=st.sampled_from(["riverside", "northern"]),
            ref=st.just("PE-1"),
            stage2_on=st.sampled_from([None, date(2025, 6, 1)]),
            left_on=st.sampled_from([None, date(2025, 8, 1)]),
        ),
    },
    "days of one's own year and the year before": {
        "demand": cells(ref=REFS, students=NUMBERS, window_start=DAYS),
        "offers": cells(ref=REFS, places=NUMBERS, window_start=DAYS),
    },
    "censuses and cohorts": {
        "workforce": cells(census_on=DAYS, fte_in_post=st.sampled_from([None, "0.1", "12.7"])),
        "newly_qualified": cells(
            ref=REFS,
            cohort=st.sampled_from(["2023/24", "2024/25", "2025/26"]),
            started=NUMBERS,
        ),
    },
}
BEGINNING = (
    *factories.reference(),
    factories.council("lakeside"),
    factories.membership("lakeside"),
    *(
        factories.fact(sheet, owner=owner, ref=ref)
        for sheet, owner, ref in (
            ("offers", "riverside", "1"),
            ("offers", "riverside", "2"),
            ("practice_educators", "riverside", "PE-1"),
            ("practice_educators", "northern", "PE-1"),
        )
    ),
    *(factories.placement(ref=ref, offer_ref=ref) for ref in ("1", "2")),
)
