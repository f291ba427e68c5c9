"""A Hypothesis strategy: small worlds that the database takes.

Days crowd around the turns of years and terms and the end of February, where rules differ.
"""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.oracle import scenery
from tests.oracle.publications import publications
from tests.oracle.world import World

DAYS = (
    date(2023, 9, 1),
    date(2024, 2, 29),
    date(2024, 8, 31),
    date(2024, 9, 1),
    date(2025, 1, 1),
    date(2025, 2, 28),
    date(2025, 4, 30),
    date(2025, 5, 1),
    date(2025, 8, 31),
    date(2025, 9, 1),
    date(2025, 9, 22),
    date(2026, 2, 28),
    date(2026, 3, 1),
    date(2026, 8, 31),
)
AUTUMN = date(2025, 9, 22)
AREAS = ("adults", "children", "mental_health", "mixed", "all_age", "not_known")
# Most rows meet in one autumn and in two areas, else few would have to do with each other.
day = st.sampled_from((*DAYS, *[AUTUMN] * 8))
long_ago = st.sampled_from(DAYS[:4])
area = st.sampled_from((*AREAS, *["adults", "children"] * 3))
level = st.sampled_from(("first", "final"))
offered_level = st.sampled_from(("first", "final", "either"))
known = st.sampled_from(("yes", "yes", "no", "not_known"))
few = st.integers(0, 3)
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


def maybe(strategy):
    return st.none() | strategy


def later(draw, than):
    """The day itself, or a day not long after it."""
    return than + timedelta(days=draw(st.sampled_from((0, 1, 27, 100, 366, 730, 731))))


def a_row(draw, pairs, place, sheet):
    partnership, owner = draw(st.sampled_from((*pairs, *pairs[:1] * 4)))
    return {
        "partnership": partnership,
        "owner": owner,
        "ref": f"{sheet}-{place}",
        "voided": draw(st.sampled_from((False, False, False, False, False, False, True))),
    }


def _programme(draw, owner):
    codes = [row["code"] for row in scenery.PROGRAMMES if row["organisation_code"] == owner]
    return draw(st.sampled_from(codes))


def demand(draw, row, _facts):
    start = draw(day)
    return row | {
        "programme": _programme(draw, row["owner"]),
        "level": draw(level),
        "service_area": draw(area | st.just("either")),
        "statutory_required": draw(st.sampled_from(("yes", "no", "no"))),
        "window_start": start,
        "window_end": max(start, AUTUMN),
        "days": draw(st.sampled_from((70, 100))),
        "students": draw(few),
    }


def request(draw, row, _facts):
    start, ends = draw(day), draw(st.booleans())
    return row | {
        "employer": draw(st.sampled_from(scenery.EMPLOYERS))[1],
        "programme": _programme(draw, row["owner"]),
        "level": draw(offered_level),
        "service_area": draw(area),
        "window_start": start,
        "window_end": later(draw, start) if ends else None,
        "places": draw(few),
    }


def agreement(draw, row, _facts):
    start, low = draw(maybe(day)), draw(st.sampled_from((None, 0, 2, 3)))
    end = draw(st.booleans())
    return row | {
        "type": draw(st.sampled_from(("sla", "contract", "joint_post", "joint_post"))),
        "title": "Agreement",
        "starts_on": start,
        "ends_on": later(draw, start or date(2025, 8, 31)) if end else None,
        "places_per_year_low": low,
        "places_per_year_high": draw(maybe(st.integers(low or 0, 5))),
        "fte": draw(maybe(st.sampled_from((0.0, 0.25, 0.5)))),
        "status": draw(st.sampled_from(("active", "active", "planned", "ended"))),
    }


def offer(draw, row, facts):
    start = draw(day)
    status = draw(st.sampled_from(("offered", "confirmed", "withdrawn", "rejected")))
    ended = status in ("withdrawn", "rejected")
    notice = draw(st.sampled_from((-5, 0, 14, 27, 28, 28, 29, 200))) if ended else 0
    return row | {
        "sector": "other",
        "level": draw(offered_level),
        "service_area": draw(area),
        "statutory": draw(known),
        "window_start": start,
        "places": draw(few),
        "reserved_for": draw(maybe(st.sampled_from(("abbey", "bridge")))),
        "agreement_ref": _ref(draw, facts["agreements"], row["partnership"], row["owner"]),
        "status": status,
        "status_on": start - timedelta(days=notice) if ended else None,
    }


def _ref(draw, rows, partnership, owner):
    refs = [r["ref"] for r in rows if (r["partnership"], r["owner"]) == (partnership, owner)]
    return draw(st.sampled_from((*refs, *refs, None)))


def placement(draw, row, facts):
    employers = [
        code for partnership, code in scenery.EMPLOYERS if partnership == row["partnership"]
    ]
    employer = draw(st.sampled_from(employers))
    status = draw(
        st.sampled_from(
            (
                "matched",
                "started",
                "completed",
                "completed",
                "completed",
                "ended_early",
                "cancelled",
            )
        )
    )
    planned = draw(day)
    over = status in ("completed", "ended_early")
    start = planned + timedelta(days=draw(st.sampled_from((-3, 0, 0, 4, 9))))
    known_start = status not in ("matched", "cancelled") or draw(st.booleans())
    return row | {
        "student_ref": draw(st.sampled_from(("S1", "S1", "S2"))),
        "programme": _programme(draw, row["owner"]),
        "employer": employer,
        "offer_ref": _ref(draw, facts["offers"], row["partnership"], employer),
        "level": draw(st.sampled_from(("first", "final", "final"))),
        "service_area": draw(area),
        "sector": draw(st.sampled_from(("nhs", "voluntary"))),
        "statutory": draw(known),
        "planned_start": planned,
        "planned_end": draw(maybe(st.just(planned + timedelta(days=30)))),
        "actual_start": start if known_start else None,
        "actual_end": start + timedelta(days=draw(st.sampled_from((20, 40)))) if over else None,
        "days_required": draw(maybe(st.sampled_from((70, 100)))),
        "pe_ref": draw(st.sampled_from(("practice_educators-0", "practice_educators-0", None))),
        "pe_mode": draw(maybe(st.sampled_from(("on_site", "off_site", "not_known")))),
        "status": status,
        "outcome": draw(maybe(st.sampled_from(("pass", "fail", "deferred")))) if over else None,
        "qa_audited_on": draw(maybe(day)),
        "concern": draw(maybe(st.sampled_from(("yes", "no")))),
    }


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


# In an order in which each sheet's references are already there.
SHEETS = {
    "demand": (demand, scenery.UNIVERSITIES, 8),
    "requests": (request, scenery.UNIVERSITIES, 6),
    "agreements": (agreement, scenery.EMPLOYERS, 3),
    "offers": (offer, scenery.EMPLOYERS, 8),
    "placements": (placement, scenery.UNIVERSITIES, 9),
    "practice_educators": (educator, (*scenery.EMPLOYERS, ("north", "abbey")), 8),
    "pe_training": (training, scenery.EMPLOYERS, 5),
    "activities": (activity, (*scenery.UNIVERSITIES, *scenery.EMPLOYERS), 8),
    "workforce": (workforce, scenery.EMPLOYERS, 6),
    "newly_qualified": (newly_qualified, scenery.EMPLOYERS, 6),
    "finance": (finance, (*scenery.UNIVERSITIES, *scenery.EMPLOYERS), 6),
}


@st.composite
def worlds(draw):
    """A world: the scenery, a few rows of each sheet, and perhaps a rule that has changed."""
    facts = {}
    for sheet, (make, pairs, most) in SHEETS.items():
        places = range(draw(st.integers(most // 3, most)))
        facts[sheet] = [make(draw, a_row(draw, pairs, n, sheet), facts) for n in places]
    if draw(st.booleans()):
        # All in one term, students and places compete.
        facts |= {
            sheet: [row | {"window_start": AUTUMN} for row in facts[sheet]]
            for sheet in ("demand", "offers")
        }
    facts["workforce"] = _one_a_key(facts["workforce"])
    return World(
        partnerships=scenery.PARTNERSHIPS,
        organisations=scenery.ORGANISATIONS,
        memberships=scenery.MEMBERSHIPS,
        programmes=scenery.PROGRAMMES,
        settings=[*scenery.SETTINGS, *draw(st.lists(settings(), max_size=3, unique_by=_key))],
        facts=facts,
        published=draw(publications()),
    )


def _one_a_key(rows):
    key = ("partnership", "owner", "census_on", "service_area")
    return list({tuple(row[name] for name in key): row for row in rows}.values())


def _key(setting):
    return setting["key"], setting["valid_from"], setting["country"]


def settings():
    """A rule that has changed for everybody, or holds in one country alone."""
    keys = st.sampled_from([row["key"] for row in scenery.SETTINGS] + ["daily_fee_pence"] * 4)
    values = st.sampled_from(("1", "12", "14", "36"))
    countries = st.sampled_from(("any", "Wales"))
    return st.builds(
        lambda key, value, valid_from, country: {
            "key": key,
            "value": value,
            "valid_from": valid_from,
            "country": country,
        },
        keys,
        values,
        day,
        countries,
    )
