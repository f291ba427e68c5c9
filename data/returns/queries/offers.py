"""Queries of offers and placements that leave something unsaid."""

from collections.abc import Callable

from data.returns.queries.query import Fact, Facts, Query

OUTSIDE_THE_STATUTORY_SECTOR = ("voluntary", "private")


def _no_basis(row: Fact, _facts: Facts) -> str | None:
    unsaid = row["statutory"] == "yes" and not row["statutory_basis"]
    if unsaid and row["sector"] in OUTSIDE_THE_STATUTORY_SECTOR:
        return f"Statutory in a {row['sector']} setting, without saying on what basis."
    return None


def _no_reason(*statuses: str) -> Callable[[Fact, Facts], str | None]:
    def find(row: Fact, _facts: Facts) -> str | None:
        if row["status"] in statuses and not row["status_reason"]:
            return f"The status is “{row['status']}”, without a reason."
        return None

    return find


QUERIES = (
    *(
        Query(
            "statutory_without_basis",
            sheet,
            "statutory_basis",
            "Say whether it rests on the setting, the tasks or an enhanced placement.",
            _no_basis,
        )
        for sheet in ("offers", "placements")
    ),
    *(
        Query(
            "status_without_reason",
            sheet,
            "status_reason",
            "Say why in this column.",
            _no_reason(*statuses),
        )
        for sheet, statuses in (
            ("offers", ("withdrawn", "rejected")),
            ("placements", ("cancelled", "ended_early")),
        )
    ),
)
