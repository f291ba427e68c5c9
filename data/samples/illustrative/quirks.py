"""Rows that a coordinator would be asked about: each raises a query, and counts all the same."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from data.samples.illustrative.cast import Partnership
from data.samples.rows import Rows

Row = dict[str, Any]


def added(partnership: Partnership, made: Rows) -> Rows:
    """Return all rows with the odd ones put in."""
    extra = {
        "demand": _other_days(made["demand"]),
        "offers": _no_reason(made["offers"]),
        "placements": _overlap(made["placements"]),
        "pe_training": _new_though_known(partnership, made["practice_educators"]),
    }
    return {table: [*rows, *extra.get(table, ())] for table, rows in made.items()}


def _other_days(rows: list[Row]) -> Iterator[Row]:
    # Neither 70 days nor 100: the student repeats part of a placement.
    model = next(row for row in rows if row["level"] == "final")
    yield model | {"ref": f"{model['ref']}-repeat", "days": 50, "students": 1}


def _no_reason(rows: list[Row]) -> Iterator[Row]:
    model = next(row for row in rows if row["status"] == "withdrawn")
    yield model | {"ref": "O9001", "places": 1, "status_reason": None}


def _overlap(rows: list[Row]) -> Iterator[Row]:
    # The same student is down for two placements at once.
    model = next(row for row in rows if row["status"] == "completed")
    later = model["planned_start"] + timedelta(days=14)
    yield model | {
        "ref": f"{model['ref']}-again",
        "offer_ref": None,
        "planned_start": later,
        "actual_start": later,
        "qa_audited_on": None,
    }


def _new_though_known(partnership: Partnership, register: list[Row]) -> Iterator[Row]:
    long_since = date(2019, 1, 1)
    known = next(
        row
        for row in register
        if row["owner"] == partnership.employers[0].code
        and row["stage1_on"]
        and row["stage1_on"] < long_since
    )
    yield {
        "partnership": partnership.code,
        "owner": known["owner"],
        "ref": "T901",
        "pe_ref": known["ref"],
        "course": "Practice Educator Stage 1",
        "stage": "1",
        "category": "new",
        "service_area": known["service_area"],
        "started_on": date(2026, 9, 21),
        "due_on": date(2027, 5, 28),
        "outcome": "in_progress",
    }
