"""What one partner's agreements come to, without a row of them."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Promised:
    """The agreements of a partner in numbers.

    Attributes:
        by_type: How many are in force on the day, by type.
        planned: How many are planned.
        ended: How many have ended.
        low: Places a year that those in force promise at least; ``None`` where none says.
        high: Places a year at most; ``None`` where none says, or one leaves it open.
        reviews_overdue: How many in force should have been reviewed before the day.
        next_review: When the next of them is due.
    """

    by_type: dict[str, int]
    planned: int
    ended: int
    low: int | None
    high: int | None
    reviews_overdue: int
    next_review: date | None

    @property
    def in_force(self) -> int:
        """How many are in force."""
        return sum(self.by_type.values())


def promised(rows: Iterable[Any], day: date) -> Promised:
    """Return what agreements come to on a day, from the rows of ``data.queries.agreed``."""
    every = list(rows)
    standing = [row for row in every if _in_force(row, day)]
    numbered = [row for row in standing if (row.low, row.high) != (None, None)]
    reviews = [row.review_due for row in standing if row.review_due]
    return Promised(
        by_type=dict(Counter(row.type for row in standing)),
        planned=sum(row.status == "planned" for row in every),
        ended=sum(row.status == "ended" or _is_over(row, day) for row in every),
        low=sum(row.low or 0 for row in numbered) if numbered else None,
        high=_highest(numbered),
        reviews_overdue=sum(due < day for due in reviews),
        next_review=min((due for due in reviews if due >= day), default=None),
    )


def _highest(numbered: Sequence[Any]) -> int | None:
    if not numbered or any(row.high is None for row in numbered):
        return None
    return sum(int(row.high) for row in numbered)


def _in_force(row: Any, day: date) -> bool:
    begun = row.starts_on is None or row.starts_on <= day
    return row.status == "active" and begun and not _is_over(row, day)


def _is_over(row: Any, day: date) -> bool:
    return row.status == "active" and row.ends_on is not None and row.ends_on < day
