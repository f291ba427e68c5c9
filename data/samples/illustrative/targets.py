"""What the partners set out to reach, by academic year."""

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any

from data.samples.illustrative.cast import YEARS, Partnership

Row = dict[str, Any]

PLACES_A_SHARE = 6.0
EDUCATORS_A_SHARE = 3.0
ADULTS = 0.45


def rows(partnerships: Sequence[Partnership], years: Sequence[str] = YEARS) -> list[Row]:
    """Return the targets of partnerships, and of each employer over all its partnerships."""
    return [
        row
        for year in years
        for row in (
            *(row for partnership in partnerships for row in _of(partnership, year)),
            *_of_employers(partnerships, year),
        )
    ]


def _of(partnership: Partnership, year: str) -> Iterator[Row]:
    shares = sum(employer.share for employer in partnership.employers)
    goals = {
        "sufficiency": 1.0,
        "stage2_sufficiency": 1.0,
        "pe_current": shares * EDUCATORS_A_SHARE,
    }
    sides = ("demand", "supply", "placements", "educators", "trainees")
    goals |= {f"adult_share_{side}": ADULTS for side in sides}
    for indicator, value in goals.items():
        yield {
            "indicator": indicator,
            "scope": f"partnership:{partnership.code}",
            "academic_year": year,
            "value": value,
            "owner": partnership.universities[0].code,
        }


def _of_employers(partnerships: Sequence[Partnership], year: str) -> Iterator[Row]:
    shares: Counter[str] = Counter()
    for partnership in partnerships:
        shares.update({each.code: each.share for each in partnership.reporting(year)})
    for code, share in shares.items():
        yield {
            "indicator": "net_supply",
            "scope": f"organisation:{code}",
            "academic_year": year,
            "value": share * PLACES_A_SHARE,
            "owner": code,
        }
