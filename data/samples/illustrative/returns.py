"""Which returns were due, and what became of each."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from data.calendar import academic_year, quarter_days
from data.samples.illustrative.cast import DRAWN_UP, YEARS, Employer, Member, Partnership
from data.samples.illustrative.draw import between, chance

Row = dict[str, Any]

OPENS_BEFORE_END, DUE_AFTER_END = timedelta(days=14), timedelta(days=14)
# One partner sent one return late, and one partner's last return is missing.
LATE = ("sample-fenwold-university", "2025/26 Q3")
MISSING = ("sample-osier-green-council", "2025/26 Q4")
REOPENED = ("sample-hexley-council", "2025/26 Q2")


def periods() -> list[Row]:
    """Return the quarters of the sample's years that had fallen due on the day of drawing up.

    Nobody sends returns for an invented partnership. Were a later quarter there, everybody's would
    be missing from its due date on, and the samples would read otherwise than they were drawn.
    """
    return [period for period in _quarters() if period["due"] <= DRAWN_UP]


def _quarters() -> Iterator[Row]:
    for year in YEARS:
        for number in range(1, 5):
            quarter = f"{year} Q{number}"
            start, end = quarter_days(quarter)
            yield {
                "quarter": quarter,
                "starts_on": start,
                "ends_on": end,
                "opens": end - OPENS_BEFORE_END,
                "due": end + DUE_AFTER_END,
            }


def states(partnership: Partnership) -> list[Row]:
    """Return the state of each member's return for each quarter."""
    return [
        row
        for period in periods()
        for member in partnership.members
        if _belongs(partnership, member, period)
        for row in _state(partnership, member, period)
    ]


def _belongs(partnership: Partnership, member: Member, period: Row) -> bool:
    first = partnership.joined.get(member.code, date.min)
    last = partnership.left.get(member.code, date.max)
    return bool(first <= period["ends_on"] and last >= period["starts_on"])


def _state(partnership: Partnership, member: Member, period: Row) -> Iterator[Row]:
    quarter, due = period["quarter"], period["due"]
    silent = member.silent_years if isinstance(member, Employer) else ()
    if (member.code, quarter) == MISSING or academic_year(period["starts_on"]) in silent:
        return
    key = (partnership.code, member.code, quarter)
    early = due - timedelta(days=between(1, 10, "early", *key))
    row = {
        "partnership": partnership.code,
        "organisation": member.code,
        "period": quarter,
        "state": "signed_off",
        "by": f"coordinator of {member.name}",
        "at": _moment(early),
    }
    if (member.code, quarter) == LATE:
        row |= {"state": "submitted", "at": _moment(due + timedelta(days=19))}
    elif (member.code, quarter) == REOPENED:
        row |= {"state": "reopened", "reason": "A team's offers had been left out"}
    elif due + timedelta(days=90) > DRAWN_UP and chance(0.4, "waits", *key):
        row |= {"state": "submitted"}
    yield row


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(9, 30), UTC)
