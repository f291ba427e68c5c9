"""Figures as plain rows: what the API, files and the command line answer."""

from collections.abc import Iterable
from datetime import UTC
from typing import Any

from dashboard import units, wording
from dashboard.indicators.evaluate import Ask
from dashboard.indicators.parts import Figure
from data.reader import Version

# The columns after the dimensions, in the order of the interface.
COLUMNS = (
    "value",
    "numerator",
    "denominator",
    "n",
    "unit",
    "status",
    "reported",
    "expected",
    "note",
    "data_version",
    "updated_at",
)


def rows(ask: Ask, figures: Iterable[Figure], version: Version) -> list[dict[str, Any]]:
    """Return a row a figure: its dimensions by name, then ``COLUMNS``.

    A number that is missing is ``None``; the time of the last change is in UTC.
    """
    return [_row(ask, figure, version) for figure in figures]


def _note(figure: Figure) -> str:
    """Return a figure's note; of one that is protected, the shorthand before it."""
    if figure.low:
        return f"{units.shorthand(figure)} {wording.LOW}"
    if figure.status == "suppressed":
        return f"{units.shorthand(figure)} {figure.note}".strip()
    return figure.note


def _row(ask: Ask, figure: Figure, version: Version) -> dict[str, Any]:
    updated_at = version.updated_at.astimezone(UTC)
    values = (
        figure.value,
        figure.numerator,
        figure.denominator,
        figure.n,
        ask.indicator.unit,
        figure.status,
        figure.reported,
        figure.expected,
        _note(figure),
        version.number,
        updated_at.isoformat(timespec="seconds").replace("+00:00", "Z"),
    )
    group = dict(zip(ask.by, figure.key, strict=True))
    return {**group, **dict(zip(COLUMNS, values, strict=True))}
