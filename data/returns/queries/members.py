"""Queries of partners outside the partnership, and of days on which they were no members."""

from collections.abc import Callable
from datetime import date

from data.returns.queries.query import Fact, Facts, Query

# Columns that name another partner, by sheet.
PARTNERS = (("requests", "employer"), ("offers", "reserved_for"), ("placements", "employer"))
# The day on which something takes place, by sheet.
DAYS = (
    ("demand", "window_start"),
    ("requests", "window_start"),
    ("offers", "window_start"),
    ("placements", "planned_start"),
    ("pe_training", "started_on"),
    ("workforce", "census_on"),
)


def _outside(column: str) -> Callable[[Fact, Facts], str | None]:
    def find(row: Fact, facts: Facts) -> str | None:
        partner = row[column]
        if partner is None or (row["partnership"], partner) in facts.around.memberships:
            return None
        return f"{partner} is no member of {row['partnership']}."

    return find


def _no_member_then(column: str) -> Callable[[Fact, Facts], str | None]:
    def find(row: Fact, facts: Facts) -> str | None:
        day: date = row[column]
        spans = facts.around.memberships.get((row["partnership"], row["owner"]), ())
        if any((first or day) <= day <= (last or day) for first, last in spans):
            return None
        followers = " and ".join(sorted(facts.around.followed_by.get(row["owner"], ())))
        instead = f"; {followers} took over from it" if followers else ""
        return (
            f"{row['owner']} was no member of {row['partnership']} on {day.isoformat()}{instead}."
        )

    return find


QUERIES = (
    *(
        Query(
            "partner_outside",
            sheet,
            column,
            "Correct the partner, have its membership entered, or say why.",
            _outside(column),
        )
        for sheet, column in PARTNERS
    ),
    *(
        Query(
            "no_member_then",
            sheet,
            column,
            "Correct the date, have the membership corrected, or say why.",
            _no_member_then(column),
        )
        for sheet, column in DAYS
    ),
)
