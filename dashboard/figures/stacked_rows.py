"""Rows made of parts, end to end: as numbers, or each row as a whole with a target's mark."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate
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
    shown = [part for part in parts if any(part.values)]
    bars = list(map(_bars, shown, _lengths(shown, top)))
    data = [*bars, canvas.notes_trace([canvas.along(each, top) for each in sums], notes)]
    if any(row.target is not None for row in rows):
        data.insert(-1, _targets(rows, top))
    return {
        "data": data,
        "layout": layout | {"barmode": "stack"},
    }


def _lengths(parts: Sequence[Series], top: float) -> list[tuple[float | None, ...]]:
    """Return how long each part is drawn in each row."""
    rows = zip(*(part.values for part in parts), strict=True)
    return list(zip(*(_row(row, top) for row in rows), strict=True))


def _row(values: Sequence[float | None], top: float) -> list[float | None]:
    # It is the ends that are rounded: rounded lengths would add up to another end of the row.
    ends = [canvas.along(end, top) for end in accumulate(value or 0 for value in values)]
    return [
        None if value is None else canvas.along(end - start, top)
        for value, start, end in zip(values, [0, *ends[:-1]], ends, strict=True)
    ]


def _bars(part: Series, lengths: Sequence[float | None]) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": part.name,
        "x": [*lengths],
        "width": canvas.BAR,
        "marker": canvas.marker(part),
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
    }
