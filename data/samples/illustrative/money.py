"""Money, planned and actual, in pence."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.draw import between
from data.thresholds import DAILY_FEE

Row = dict[str, Any]

FINANCIAL_YEARS = ("2023-24", "2024-25", "2025-26", "2026-27")
UNFINISHED = FINANCIAL_YEARS[-1]
# Of the year that goes on, as the samples were drawn up, these quarters are over.
QUARTERS, OVER = (1, 2, 3, 4), 2
FUNDED_FROM, FUNDED_TO = date(2024, 9, 1), date(2026, 3, 31)
GRANTED = ("2024-25", "2025-26")
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
        for line in OF_THE_LEAD:
            found.extend(_spending(partnership, lead, line, year))
        found.append(_grant(partnership, lead, year))
        for member, share in shares.items():
            lines = (line.times(share) for line in OF_EACH)
            found.extend(_row(partnership, member, line, year) for line in lines)
    return [{**row, "ref": f"F{number:03d}"} for number, row in enumerate(found, 1)]


def _spending(partnership: Partnership, owner: str, line: Line, year: str) -> list[Row]:
    whole = _row(partnership, owner, line, year)
    if year != UNFINISHED:
        return [whole]
    each = line.pounds // len(QUARTERS)
    shares = [between(80, 115, partnership.code, line.heading, str(n)) for n in QUARTERS]
    return [
        whole
        | {
            "quarter": quarter,
            "planned": each * A_POUND,
            "actual": each * share if quarter <= OVER else None,
        }
        for quarter, share in zip(QUARTERS, shares, strict=True)
    ]


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
    # Before and after the grant there was nothing to plan for: not nought, but not applicable.
    amount = GRANT.pounds * A_POUND if year in GRANTED else "n/a"
    return _row(partnership, lead, GRANT, year) | {"planned": amount, "actual": amount}


def fees() -> list[Row]:
    """Return the flat rate that England began to pay for placement days in 2014.

    Source: Community Care, 20 May 2014, on the Department of Health's response to its consultation
    on the Education Support Grant. Whether it is still the rate, who runs the service must know.
    """
    first = date(2014, 9, 1)
    return [{"key": DAILY_FEE, "value": "2000", "valid_from": first, "country": "England"}]
