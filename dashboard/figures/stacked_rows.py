"""Rows made of parts, end to end: as numbers, or each row as a whole with a target's mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import canvas, theme
from dashboard.canvas import Series

HALF_A_BAR = canvas.BAR / 2


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        name: Of the row.
        note: Its numbers in words, to the right.
        target: Where along the row its target's mark stands; ``None`` draws none.
    """

    name: str
    note: str
    target: float | None = None


def draw(rows: Sequence[Row], parts: Sequence[Series]) -> dict[str, Any]:
    """Return the chart: a row a name, the parts in order, with a legend above."""
    sums = [sum(part.values[place] or 0 for part in parts) for place in range(len(rows))]
    top = max(sums, default=0)
    names, notes = [row.name for row in rows], [row.note for row in rows]
    layout = canvas.rows_layout(names, notes, canvas.along(top, top))
    bars = [_bars(part, top) for part in parts if any(part.values)]
    data = [*bars, canvas.notes_trace([canvas.along(each, top) for each in sums], notes)]
    if any(row.target is not None for row in rows):
        data.insert(-1, _targets(rows, top))
    return {
        "data": data,
        "layout": layout | {"barmode": "stack", "showlegend": True, "legend": canvas.top_legend()},
    }


def _bars(part: Series, top: float) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": part.name,
        "x": [None if value is None else canvas.along(value, top) for value in part.values],
        "width": canvas.BAR,
        "marker": canvas.marker(part),
        "hoverinfo": "skip",
    }


def _targets(rows: Sequence[Row], top: float) -> dict[str, Any]:
    across: list[float | None] = []
    down: list[float | None] = []
    for place, row in enumerate(rows):
        if row.target is not None:
            mark = canvas.along(row.target, top)
            across += [mark, mark, None]
            down += [place - HALF_A_BAR, place + HALF_A_BAR, None]
    return {
        "type": "scatter",
        "mode": "lines",
        "name": "Target",
        "x": across,
        "y": down,
        "line": {"color": theme.INK, "width": 4},
        "hoverinfo": "skip",
    }
