"""When returns came in, and when partners confirmed what they had sent."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from data.calendar import day_of
from data.returns.return_key import ReturnKey
from data.schema.running import ARRIVED

SUBMITTED: Final = "submitted"
# With either step a partner says that what it has sent is right.
CONFIRMING: Final = (SUBMITTED, "signed_off")


@dataclass(frozen=True, slots=True)
class Arrival:
    """One return, as far as it is in.

    Attributes:
        submitted: The day it was first submitted; ``None`` where it is not in.
        confirmed: The days on which it was submitted or signed off.
    """

    submitted: date | None
    confirmed: tuple[date, ...]


def arrivals(states: Iterable[Any], steps: Iterable[Any]) -> dict[ReturnKey, Arrival]:
    """Return what came in, by return.

    Args:
        states: Rows of ``data.queries.returns.states``.
        steps: Rows of ``data.queries.returns.steps``. Of returns that were loaded together with
            their state there are none; then the state itself tells since when.
    """
    taken: dict[str, dict[str, list[date]]] = defaultdict(lambda: defaultdict(list))
    for step in steps:
        taken[step.row][step.after["state"]].append(day_of(step.when))
    found = {}
    for row in states:
        which = ReturnKey(row.partnership, row.organisation, row.period)
        found[which] = _arrival(row, taken.get(which.written(), {}))
    return found


def _arrival(row: Any, taken: Mapping[str, list[date]]) -> Arrival:
    since = day_of(row.at)
    first = min(taken.get(SUBMITTED, [since]))
    confirmed = [day for state in CONFIRMING for day in taken.get(state, ())]
    confirmed += [since] if row.state in CONFIRMING else []
    return Arrival(first if row.state in ARRIVED else None, tuple(confirmed))
