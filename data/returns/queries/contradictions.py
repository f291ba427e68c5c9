"""Queries of rows whose columns do not go together."""

from data.returns.queries.query import Fact, Facts, Query


def _started(row: Fact, _facts: Facts) -> str | None:
    if row["actual_start"] is None or row["status"] not in ("matched", "confirmed"):
        return None
    return f"The status is “{row['status']}”, though the placement has an actual start."


def _ended(row: Fact, _facts: Facts) -> str | None:
    if row["outcome_on"] is None or row["outcome"] != "in_progress":
        return None
    return "The outcome is “in_progress”, though it has a date."


def _more_passed(row: Fact, _facts: Facts) -> str | None:
    if row["asye_passed"] is None or row["asye_passed"] <= row["started"]:
        return None
    return f"{row['asye_passed']} passed of {row['started']} who started."


QUERIES = (
    Query(
        "started_by_date_alone",
        "placements",
        "status",
        "Correct the status, clear the date, or say why.",
        _started,
    ),
    Query(
        "ended_by_date_alone",
        "pe_training",
        "outcome",
        "Correct the outcome, clear the date, or say why.",
        _ended,
    ),
    Query(
        "more_passed_than_started",
        "newly_qualified",
        "asye_passed",
        "Correct one of the two numbers, or say why.",
        _more_passed,
    ),
)
