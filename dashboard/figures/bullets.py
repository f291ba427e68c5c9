"""A measure a row against what it is out of, last year, and a target."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import canvas, theme


@dataclass(frozen=True)
class Row:
    """One row; a mark without a number is not drawn.

    Attributes:
        name: Of the row.
        whole: Everybody, as a wide outline.
        value: The measure, as a solid bar.
        before: The measure a year before, as a grey mark.
        target: The target, as a black mark.
        note: The numbers in words, to the right.
    """

    name: str
    whole: float | None
    value: float | None
    before: float | None
    target: float | None
    note: str


@dataclass(frozen=True)
class Legend:
    """What each part of a row is called."""

    whole: str
    value: str
    before: str
    target: str


def draw(rows: Sequence[Row], legend: Legend) -> dict[str, Any]:
    """Return the chart, the first row on top, with a legend above."""
    names, notes = [row.name for row in rows], [row.note for row in rows]
    tops = [max(row.whole or 0, row.value or 0, row.before or 0, row.target or 0) for row in rows]
    layout = canvas.rows_layout(names, notes, max(tops, default=0))
    outline = {"color": theme.CLEAR, "line": {"color": theme.INK, "width": 1}}
    data = [
        canvas.bars(
            [row.value for row in rows], canvas.INNER_BAR, {"color": theme.MAIN}, legend.value
        ),
        canvas.bars([row.whole for row in rows], canvas.BAR, outline, legend.whole),
        _marks([row.before for row in rows], legend.before, theme.CONTEXT),
        _marks([row.target for row in rows], legend.target, theme.INK),
    ]
    return {
        "data": [
            *(trace for trace in data if any(value is not None for value in trace["x"])),
            canvas.notes_trace(tops, notes),
        ],
        "layout": layout | {"barmode": "overlay"},
    }


def _marks(values: list[float | None], name: str, colour: str) -> dict[str, Any]:
    # A tall thin mark; its outline keeps a grey one visible on the bar.
    line = {"color": colour, "width": 5}
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "x": values,
        "y": list(range(len(values))),
        "marker": {"symbol": "line-ns", "size": 15, "color": colour, "line": line},
        "cliponaxis": False,
    }
