"""Queries of days, which England sets at 70 and 100."""

from collections.abc import Callable

from data.returns.queries.query import Fact, Facts, Query

DAYS_IN_ENGLAND = (70, 100)


def _unusual(column: str) -> Callable[[Fact, Facts], str | None]:
    def find(row: Fact, facts: Facts) -> str | None:
        days = row[column]
        if facts.around.nations.get(row["owner"]) != "England" or days in (None, *DAYS_IN_ENGLAND):
            return None
        return f"{days} days: placements in England have 70 or 100."

    return find


QUERIES = tuple(
    Query("unusual_days", sheet, column, "Correct the days, or say why.", _unusual(column))
    for sheet, column in (("demand", "days"), ("placements", "days_required"))
)
