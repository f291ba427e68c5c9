"""Rows that the first migration brings, frozen with it. Codes: Office for National Statistics."""

from datetime import date
from typing import Any


def _region(code: str, name: str, nation: str = "England", part_of: str | None = None) -> Any:
    return {"code": code, "name": name, "nation": nation, "part_of": part_of}


REGIONS: list[dict[str, Any]] = [
    _region("E12000001", "North East"),
    _region("E12000002", "North West"),
    _region("E12000003", "Yorkshire and The Humber"),
    _region("E12000004", "East Midlands"),
    _region("E12000005", "West Midlands"),
    _region("E12000006", "East of England"),
    _region("E12000007", "London"),
    _region("E12000008", "South East"),
    _region("E12000009", "South West"),
    _region("W92000004", "Wales", "Wales"),
    _region("S92000003", "Scotland", "Scotland"),
    _region("N92000002", "Northern Ireland", "Northern Ireland"),
    # The Department for Education publishes London in two parts, under codes of its own.
    _region("E13000001", "Inner London", part_of="E12000007"),
    _region("E13000002", "Outer London", part_of="E12000007"),
]


# The rules in force on the first day; later values are added with a later date, never over these.
_FIRST = date(1900, 1, 1)


def _setting(key: str, value: int) -> Any:
    return {"key": key, "value": str(value), "valid_from": _FIRST, "country": "any"}


SETTINGS: list[dict[str, Any]] = [
    _setting("currency_months", 24),
    _setting("late_withdrawal_days", 28),
    _setting("quality_audit_months", 24),
    _setting("progression_months", 24),
    _setting("trained_to_active_months", 12),
    _setting("expiring_months", 6),
]
