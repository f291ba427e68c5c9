"""What is missing or unsigned of some partnerships' returns on a day, as an edition states it."""

from collections.abc import Collection
from datetime import date
from typing import Any

from data.members import members
from data.queries import choices, return_status, returns
from data.reader import Snapshot
from data.schema.reference import PUBLISHED

SIGNED = "signed_off"


def gaps(snapshot: Snapshot, codes: Collection[str], as_at: date) -> dict[str, Any]:
    """Return what is missing or unsigned, as plain values.

    Returns:
        ``missing``: returns that were due and have not arrived, ``unsigned``: returns that nobody
        signed off, each with partnership, organisation, name and period, and the day they were due
        or where they stand; ``queries``: how many queries of rows have no reason yet; ``silent``:
        partnerships that are known from documents alone.
    """
    missing = [
        _of(member.partnership, member.organisation, member.name)
        | {"period": each.period, "due": each.due.isoformat()}
        for member in members(snapshot.rows(returns.due(as_at)))
        if member.partnership in codes and member.sends_returns
        for each in member.missing
    ]
    known = {(each["partnership"], each["organisation"], each["period"]) for each in missing}
    unsigned = [
        {
            **_of(row.partnership, row.organisation, row.organisation_name),
            "period": row.period,
            "state": row.state,
        }
        for row in snapshot.rows(return_status.returns())
        if row.partnership in codes
        and row.opens <= as_at
        and row.state not in (None, SIGNED)
        and (row.partnership, row.organisation, row.period) not in known
    ]
    waiting = [row for row in snapshot.rows(return_status.queries()) if row.partnership in codes]
    origins = {row.code: row.origin for row in snapshot.rows(choices.partnerships())}
    return {
        "missing": missing,
        "unsigned": unsigned,
        "queries": sum(row.reason is None for row in waiting),
        "silent": [code for code in codes if origins[code] == PUBLISHED],
    }


def _of(partnership: str, organisation: str, name: str) -> dict[str, str]:
    return {"partnership": partnership, "organisation": organisation, "name": name}
