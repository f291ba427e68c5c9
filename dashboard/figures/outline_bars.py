"""Needed against offered: an outline a row, and a solid bar inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import canvas, theme


@dataclass(frozen=True)
class Row:
    """One row.

    Attributes:
        name: Of the row.
        needed: Drawn as an outline; ``None`` draws none.
        offered: Drawn solid; ``None`` draws none.
        note: The same in words, to the right: "29 of 42".
    """

    name: str
    needed: float | None
    offered: float | None
    note: str


def draw(rows: Sequence[Row]) -> dict[str, Any]:
    """Return the chart of the rows, the first on top."""
    ends = [max(row.needed or 0, row.offered or 0) for row in rows]
    names, notes = [row.name for row in rows], [row.note for row in rows]
    layout = canvas.rows_layout(names, notes, max(ends, default=0))
    return {
        "data": [
            canvas.bars([row.offered for row in rows], canvas.INNER_BAR, {"color": theme.MAIN}),
            canvas.bars([row.needed or None for row in rows], canvas.BAR, _outline()),
            canvas.notes_trace(ends, notes),
        ],
        "layout": layout | {"barmode": "overlay"},
    }


def _outline() -> dict[str, Any]:
    return {"color": theme.CLEAR, "line": {"color": theme.INK, "width": 2}}
