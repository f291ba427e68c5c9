"""Random rows of who needs a place, who asks for it, offers it and has it."""

from datetime import date, timedelta

from hypothesis import strategies as st

from tests.oracle import scenery
from tests.oracle.random_rows.values import (
    AUTUMN,
    area,
    day,
    few,
    known,
    later,
    level,
    maybe,
    offered_level,
)


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
