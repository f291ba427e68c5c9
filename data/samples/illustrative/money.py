"""Money, planned and actual, in pence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.draw import between

Row = dict[str, Any]

FINANCIAL_YEARS = ("2023-24", "2024-25", "2025-26", "2026-27")
UNFINISHED = FINANCIAL_YEARS[-1]
LAST_GRANT = "2023-24"
A_POUND = 100


@dataclass(frozen=True)
class Line:
    """A heading, what kind of money it is, and about how many pounds a year."""

    heading: str
    kind: str
    pounds: int

    def times(self, share: int) -> "Line":
        """Return the line of a partner with a share."""
        return replace(self, pounds=self.pounds * share)


OF_THE_LEAD = (
    Line("Practice educator courses", "spend", 38_000),
    Line("Partnership office", "spend", 52_000),
)
OF_EACH = (Line("Subscription", "cash", 1_200), Line("Staff time", "in_kind", 2_500))
GRANT = Line("Grant", "grant", 120_000)


def rows(partnership: Partnership, years: Sequence[str] = FINANCIAL_YEARS) -> list[Row]:
    """Return each partner's contributions and the partnership's grant and spending."""
    lead = partnership.universities[0].code
    shares = {university.code: 4 for university in partnership.universities}
    shares |= {employer.code: employer.share for employer in partnership.employers}
    found: list[Row] = []
    for year in years:
        found.extend(_row(partnership, lead, line, year) for line in OF_THE_LEAD)
        found.append(_grant(partnership, lead, year))
        for member, share in shares.items():
            lines = (line.times(share) for line in OF_EACH)
            found.extend(_row(partnership, member, line, year) for line in lines)
    return [{**row, "ref": f"F{number:03d}"} for number, row in enumerate(found, 1)]


def _row(partnership: Partnership, owner: str, line: Line, year: str) -> Row:
    percent = between(85, 112, partnership.code, owner, line.heading, year)
    return {
        "partnership": partnership.code,
        "owner": owner,
        "heading": line.heading,
        "kind": line.kind,
        "financial_year": year,
        "planned": line.pounds * A_POUND,
        "actual": None if year == UNFINISHED else line.pounds * percent,
    }


def _grant(partnership: Partnership, lead: str, year: str) -> Row:
    # After the grant ended there was nothing to plan for: not nought, but not applicable.
    amount = GRANT.pounds * A_POUND if year <= LAST_GRANT else "n/a"
    return _row(partnership, lead, GRANT, year) | {"planned": amount, "actual": amount}
