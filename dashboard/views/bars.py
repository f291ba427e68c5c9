"""Rows of a view as outlines and solid bars, with those that lack a number last."""

from collections.abc import Sequence
from typing import Any

from dashboard import canvas, wording
from dashboard.figures import outline_bars
from dashboard.figures.outline_bars import Row
from dashboard.views import answering


def outlined(rows: Sequence[Row]) -> tuple[dict[str, Any], int]:
    """Return the chart of the rows and its height; a row without numbers says why in its note."""
    drawn, rest = answering.shown(rows, _is_missing)
    drawn += [Row(name, None, None, note) for name, note in rest]
    return outline_bars.draw(drawn), canvas.height([row.name for row in drawn])


def _is_missing(row: Row) -> bool:
    return row.note == wording.NOT_REPORTED
