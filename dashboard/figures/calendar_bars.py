"""Windows over the months of a year: a row each, a bar for each run of months on end."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from dashboard import canvas, theme

HEAD: Final = 32
# Every third month is named, so that there is room on a telephone.
NAMED: Final = 3


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
        months: What the months are called.
    """
    names, notes = [row.name for row in rows], [row.note for row in rows]
    width = len(months)
    layout = canvas.rows_layout(names, notes, width)
    layout["margin"]["t"] = HEAD
    # An axis of its own would leave out the months above which the name of a row stands.
    layout["annotations"] = [_named(place, months[place]) for place in range(0, width, NAMED)]
    layout["shapes"] = [_line(place) for place in range(0, width + 1, NAMED)]
    runs = [(place, run) for place, row in enumerate(rows) for run in row.runs]
    bars = {
        "type": "bar",
        "orientation": "h",
        "base": [first for _, (first, _last) in runs],
        "x": [last - first + 1 for _, (first, last) in runs],
        "y": [place for place, _ in runs],
        "width": canvas.BAR,
        "marker": {"color": theme.MAIN, "line": {"color": theme.PAPER, "width": 1}},
    }
    return {"data": [bars, canvas.notes_trace([width] * len(rows), notes)], "layout": layout}


def _named(place: int, name: str) -> dict[str, Any]:
    """Return the name of a month, above where it begins."""
    anchors = {"xanchor": "left", "yanchor": "bottom", "xref": "x", "yref": "paper"}
    return {"x": place, "y": 1, "text": name, "showarrow": False, **anchors}


def _line(place: int) -> dict[str, Any]:
    """Return the line on which a month begins, behind the bars."""
    line = {"color": theme.CONTEXT, "width": 1}
    ends = {"x0": place, "x1": place, "y0": 0, "y1": 1, "xref": "x", "yref": "paper"}
    return {"type": "line", "layer": "below", "line": line, **ends}
