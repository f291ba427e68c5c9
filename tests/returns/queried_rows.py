"""Rows that queries ask about, and what was raised of them."""

from datetime import date

from data.schema import ROW_QUERY
from tests.support.files import row

AUTUMN = date(2025, 9, 22)
WINTER = date(2026, 1, 31)


def placement(**changes):
    return row("placements", **{"planned_end": WINTER} | changes)


def educator(**changes):
    return row("practice_educators", **{"ref": "PE-1", "stage2_on": date(2025, 6, 1)} | changes)


def offer(**changes):
    return row("offers", **{"ref": "O1", "statutory_basis": "setting"} | changes)


def raised(sender):
    return [(mark.rule, mark.sheet) for mark in sender.stored(ROW_QUERY)]
