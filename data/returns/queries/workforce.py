"""Queries of censuses and cohorts whose numbers do not go together."""

from collections.abc import Callable
from itertools import pairwise
from typing import Final

from data.returns.queries.query import Fact, Facts, Query

IN_POST: Final = {f"in_post_{months}m": f"{months} months" for months in (12, 24, 36)}
CORRECT: Final = "Correct one of the numbers, or say why."


def _more_settled(row: Fact, _facts: Facts) -> str | None:
    passed, deferred, started = row["asye_passed"] or 0, row["asye_deferred"], row["started"]
    # That more passed than started is a query of its own.
    if deferred is None or passed > started or passed + deferred <= started:
        return None
    return f"{passed} passed and {deferred} deferred of {started} who started."


def _more_than_started(column: str) -> Callable[[Fact, Facts], str | None]:
    def find(row: Fact, _facts: Facts) -> str | None:
        if row[column] is None or row[column] <= row["started"]:
            return None
        return f"{row[column]} in post after {IN_POST[column]}, of {row['started']} who started."

    return find


def _more_than_before(earlier: str, later: str) -> Callable[[Fact, Facts], str | None]:
    def find(row: Fact, _facts: Facts) -> str | None:
        if row[earlier] is None or row[later] is None or row[later] <= row[earlier]:
            return None
        return (
            f"{row[later]} in post after {IN_POST[later]}, "
            f"though {row[earlier]} after {IN_POST[earlier]}."
        )

    return find


def _more_cover(row: Fact, _facts: Facts) -> str | None:
    agency, covering = row["fte_agency"], row["fte_agency_covering"]
    if agency is None or covering is None or covering <= agency:
        return None
    return f"{covering:g} agency workers cover vacancies, of {agency:g} agency workers."


QUERIES = (
    Query("more_settled_than_started", "newly_qualified", "asye_deferred", CORRECT, _more_settled),
    *(
        Query(
            "more_in_post_than_started",
            "newly_qualified",
            column,
            CORRECT,
            _more_than_started(column),
        )
        for column in IN_POST
    ),
    *(
        Query(
            "more_in_post_later",
            "newly_qualified",
            later,
            CORRECT,
            _more_than_before(earlier, later),
        )
        for earlier, later in pairwise(IN_POST)
    ),
    Query("more_cover_than_agency", "workforce", "fte_agency_covering", CORRECT, _more_cover),
)
