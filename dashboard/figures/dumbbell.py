"""How far two shares lie apart: two marks a row, joined by a bar."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import canvas, theme

WHOLE = 1
# Of a row: how thick what joins the marks is.
JOINT = 0.1


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        name: Of the row.
        aim: Drawn as a ring; ``None`` draws none.
        actual: Drawn solid; ``None`` draws none.
        note: The distance in words, to the right.
    """

    name: str
    aim: float | None
    actual: float | None
    note: str


def draw(rows: Sequence[Row], aim: str, actual: str) -> dict[str, Any]:
    """Return the chart of shares between 0 and 1, the first row on top.

    Args:
        rows: The rows.
        aim: What the ring is, for the legend.
        actual: What the solid mark is, for the legend.
    """
    names, notes = [row.name for row in rows], [row.note for row in rows]
    layout = canvas.rows_layout(names, notes, WHOLE)
    layout["margin"]["b"] = 32
    layout["xaxis"] |= {
        "visible": True,
        "range": [-0.02, 1.02],
        "tickformat": ".0%",
        "tickvals": [0, 0.5, 1],
        "tickangle": 0,
        "gridcolor": theme.CONTEXT,
        "zeroline": False,
    }
    ends = [1.02 if row.aim is not None or row.actual is not None else 0 for row in rows]
    ring = {"color": theme.PAPER, "size": 14, "line": {"color": theme.INK, "width": 3}}
    return {
        "data": [
            _joints(rows),
            _marks([row.actual for row in rows], actual, {"color": theme.MAIN, "size": 14}),
            _marks([row.aim for row in rows], aim, ring),
            canvas.notes_trace(ends, notes),
        ],
        "layout": layout,
    }


def _joints(rows: Sequence[Row]) -> dict[str, Any]:
    ends = [
        (canvas.along(row.aim, WHOLE), canvas.along(row.actual, WHOLE))
        if row.aim is not None and row.actual is not None
        else (0, None)
        for row in rows
    ]
    lengths = [None if end is None else canvas.along(end - start, WHOLE) for start, end in ends]
    joints = canvas.bars(lengths, JOINT, {"color": theme.CONTEXT})
    return joints | {"base": [start for start, _ in ends]}


def _marks(values: list[float | None], name: str, marker: dict[str, Any]) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": [None if value is None else canvas.along(value, WHOLE) for value in values],
        "marker": marker,
        "cliponaxis": False,
    }
