"""Windows over the months of a year: a row each, a bar for each run of months on end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import canvas, theme


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        name: Of the row.
        runs: First and last month of each window, counted from nought.
        note: The numbers in words, to the right.
    """

    name: str
    runs: tuple[tuple[int, int], ...]
    note: str


def draw(rows: Sequence[Row], months: Sequence[str]) -> dict[str, Any]:
    """Return the chart, the first row on top.

    Args:
        rows: The rows.
        months: What the months are called; every third is named, so that they have room.
    """
    names, notes = [row.name for row in rows], [row.note for row in rows]
    width = len(months)
    layout = canvas.rows_layout(names, notes, width)
    layout["margin"]["t"] = 32
    layout["xaxis"] |= {
        "visible": True,
        "side": "top",
        "tickvals": list(range(width)),
        "ticktext": [name if not place % 3 else "" for place, name in enumerate(months)],
        "ticklabelposition": "outside right",
        "tickangle": 0,
        "gridcolor": theme.CONTEXT,
        "zeroline": False,
    }
    runs = [(place, run) for place, row in enumerate(rows) for run in row.runs]
    bars = {
        "type": "bar",
        "orientation": "h",
        "base": [first for _, (first, _last) in runs],
        "x": [last - first + 1 for _, (first, last) in runs],
        "y": [place for place, _ in runs],
        "width": canvas.BAR,
        "marker": {"color": theme.MAIN, "line": {"color": theme.PAPER, "width": 1}},
        "hoverinfo": "skip",
    }
    return {"data": [bars, canvas.notes_trace([width] * len(rows), notes)], "layout": layout}
