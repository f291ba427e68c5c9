"""What came of it against a range that was agreed: a band a row, and a solid bar inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import canvas, theme


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        name: Of the row.
        low: Where its band begins; ``None`` draws none.
        high: Where its band ends; ``None`` leaves it open, so that it goes on to the edge.
        value: Drawn solid from nought; ``None`` draws none.
        note: The same in words, to the right: "14 of 10 to 12".
    """

    name: str
    low: float | None
    high: float | None
    value: float | None
    note: str


def draw(rows: Sequence[Row], agreed: str, came: str) -> dict[str, Any]:
    """Return the chart of the rows, the first on top, with a legend above.

    Args:
        rows: The rows.
        agreed: What the legend calls the band.
        came: What it calls the bar.
    """
    tops = [max(row.low or 0, row.high or 0, row.value or 0) for row in rows]
    # An open band ends where the longest of the others does, and a little beyond its own start.
    edge = max((1.1 * top for top in tops), default=0)
    ends = [
        edge if row.low is not None and row.high is None else top
        for row, top in zip(rows, tops, strict=True)
    ]
    names, notes = [row.name for row in rows], [row.note for row in rows]
    layout = canvas.rows_layout(names, notes, max(ends, default=0))
    return {
        "data": [
            _bands(rows, edge, agreed),
            _bars(rows, came),
            canvas.notes_trace(ends, notes),
        ],
        "layout": layout
        | {"barmode": "overlay", "showlegend": True, "legend": canvas.top_legend()},
    }


def _bands(rows: Sequence[Row], edge: float, name: str) -> dict[str, Any]:
    starts = [row.low for row in rows]
    widths = [
        None if row.low is None else (edge if row.high is None else row.high) - row.low
        for row in rows
    ]
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "base": starts,
        "x": widths,
        "y": list(range(len(rows))),
        "width": canvas.BAR,
        "marker": {"color": theme.CONTEXT, "line": {"color": theme.INK, "width": 2}},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }


def _bars(rows: Sequence[Row], name: str) -> dict[str, Any]:
    return {
        "type": "bar",
        "orientation": "h",
        "name": name,
        "x": [row.value for row in rows],
        "y": list(range(len(rows))),
        "width": canvas.INNER_BAR,
        "marker": {"color": theme.MAIN},
        "cliponaxis": False,
        "hoverinfo": "skip",
    }
