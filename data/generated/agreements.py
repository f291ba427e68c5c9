"""What employers have agreed with the universities."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import numpy as np

from data.calendar import months_later
from data.changes.bulk import Batch
from data.generated.columns import kept, of_rows
from data.generated.offers import Offers
from data.generated.presence import OPENINGS
from data.generated.random_draws import RandomDraws, Texts, listed
from data.samples.illustrative.cast import DRAWN_UP, Employer, Partnership
from data.samples.illustrative.engagement import JOINT_POST, RURAL_SCHEME, STUDENT_UNIT

Row = dict[str, Any]

# Councils make their agreement anew every three years.
MONTHS, REVIEW = 36, 5
STARTS = tuple(date(year, 9, 1) for year in (2015, 2018, 2021, 2024))
CONTRACT: Row = {
    "ref": "CON-1",
    "type": "contract",
    "title": "Contract for placements outside councils",
    "starts_on": date(2022, 9, 1),
    "status": "active",
}
CONSORTIUM: Row = {
    "ref": "GROUP-1",
    "type": "consortium",
    "title": "Consortium for practice educator courses",
    "starts_on": date(2019, 9, 1),
    "fte": 0.2,
    "status": "active",
}


def batch(partnership: Partnership) -> Batch:
    """Return the rows."""
    return of_rows("agreements", _rows(partnership))


def under(partnership: Partnership, offers: Offers, draws: RandomDraws) -> Texts:
    """Return the agreement that each offer stands under: half of the councils' do."""
    council = np.array([each.kind == "local_authority" for each in partnership.employers])
    stands = council[offers.employer] & draws.chance(0.5, len(offers.ref))
    return kept(stands, listed(_ref(day) for day in OPENINGS)[offers.when])


def _ref(day: date) -> str:
    return f"SLA-{sum(start <= day for start in STARTS)}"


def _rows(partnership: Partnership) -> Iterator[Row]:
    lead = partnership.universities[0].code
    councils = [each for each in partnership.employers if each.kind == "local_authority"]
    for number, council in enumerate(councils):
        # Some agreements name the fewest places only: "at least".
        yield from _service_levels(partnership, council, lead, up_to=number % 3 != 1)
    base = {"partnership": partnership.code, "hei": lead}
    for agreed in (JOINT_POST, STUDENT_UNIT, RURAL_SCHEME, CONSORTIUM):
        yield {**base, "owner": councils[0].code, **agreed}
    for employer in partnership.employers:
        if employer not in councils:
            own = {"owner": employer.code, "places_per_year_low": employer.share}
            yield {**base, **CONTRACT, **own}


def _service_levels(
    partnership: Partnership, council: Employer, lead: str, *, up_to: bool
) -> Iterator[Row]:
    joined = partnership.joined.get(council.code, date.min)
    left = partnership.left.get(council.code, date.max)
    for start in STARTS:
        end = months_later(start, MONTHS) - timedelta(days=1)
        if joined > end or left < start:
            continue
        low = council.share * 2
        yield {
            "partnership": partnership.code,
            "owner": council.code,
            "ref": _ref(start),
            "type": "sla",
            "hei": lead,
            "title": "Service level agreement for placements",
            "starts_on": start,
            "review_due": months_later(start, MONTHS - REVIEW),
            "ends_on": end,
            "places_per_year_low": low,
            "places_per_year_high": low + council.share if up_to else None,
            "in_return": "Practice educator courses without a fee",
            "status": "active" if end > DRAWN_UP else "ended",
        }
