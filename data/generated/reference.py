"""Who there is: the rows of the tables that facts refer to, and of those that run the service."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from data.generated.events import successors
from data.generated.organisations import YEARS
from data.generated.random_draws import RandomDraws
from data.samples.illustrative import returns, targets
from data.samples.illustrative.cast import Partnership
from data.samples.illustrative.members import reference_rows

Row = dict[str, Any]

LATE, MISSING = 0.03, 0.02


def rows(partnerships: Sequence[Partnership], seed: int) -> dict[str, list[Row]]:
    """Return the rows by table, in the order in which they can be stored."""
    found = reference_rows(partnerships)
    found["organisation"] = _in_their_time(partnerships, found["organisation"])
    # A university in two partnerships teaches the same programmes in both.
    found["programme"] = list({row["code"]: row for row in found["programme"]}.values())
    found["organisation_alias"] = [
        {"alias": f"{row['name']} (as it was)", "organisation_code": row["successor_code"]}
        for row in found["organisation"]
        if row["successor_code"]
    ]
    found["return_period"] = returns.periods()
    found["return_status"] = [
        row for partnership in partnerships for row in _states(partnership, seed)
    ]
    found["target"] = targets.rows(partnerships, YEARS)
    return found


def _in_their_time(partnerships: Sequence[Partnership], organisations: list[Row]) -> list[Row]:
    """Return organisations with their successors; a successor comes before those it follows."""
    into = successors(partnerships)
    joined = {code: day for each in partnerships for code, day in each.joined.items()}
    left = {code: day for each in partnerships for code, day in each.left.items()}
    found = [
        row
        | {
            "valid_from": joined[row["code"]] if row["code"] in into.values() else None,
            "valid_to": left[row["code"]] if row["code"] in into else None,
            "successor_code": into.get(row["code"]),
        }
        for row in organisations
    ]
    return sorted(found, key=lambda row: row["successor_code"] is not None)


def _states(partnership: Partnership, seed: int) -> list[Row]:
    """Return the states of returns; a few are missing, and a few came late."""
    states = returns.states(partnership)
    draws = RandomDraws(seed, partnership.code, "returns")
    due = {period["quarter"]: period["due"] for period in returns.periods()}
    missing, late = draws.chance(MISSING, len(states)), draws.chance(LATE, len(states))
    found = []
    for row, gone, behind in zip(states, missing, late, strict=True):
        if not gone:
            early = due[row["period"]] - row["at"].date()
            after = row["at"] + early + timedelta(days=19)
            found.append(row | ({"state": "submitted", "at": after} if behind else {}))
    return found
