"""What came of it against a range that was agreed: a band a row, and a solid bar inside it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import canvas, theme


@dataclass(frozen=True)
class Row:
    """One row; without a bound it has no band.

    Attributes:
        name: Of the row.
        low: Where its band begins; ``None`` begins it at nought.
        high: Where its band ends; ``None`` leaves it open, so that it goes on to the edge.
        value: Drawn solid from nought; ``None`` draws none.
        note: The same in words, to the right: "14; agreed 10 to 12".
    """

    name: str
    low: float | None
    high: float | None
    value: float | None
    note: str

    @property
    def has_band(self) -> bool:
        """Whether one of its bounds is known."""
        return (self.low, self.high) != (None, None)

    @property
    def is_open(self) -> bool:
        """Whether its band has no end."""
        return self.has_band and self.high is None

    @property
    def top(self) -> float:
        """The largest of its numbers."""
        return max(self.low or 0, self.high or 0, self.value or 0)


def draw(rows: Sequence[Row], agreed: str, came: str) -> dict[str, Any]:
    """Return the chart of the rows, the first on top, with a legend above.

    Args:
        rows: The rows.
        agreed: What the legend calls the band.
        came: What it calls the bar.
    """
    # An open band goes beyond whatever has an end.
    edge = max((1.1 * row.top for row in rows), default=0)
    ends = [edge if row.is_open else row.top for row in rows]
    names, notes = [row.name for row in rows], [row.note for row in rows]
    layout = canvas.rows_layout(names, notes, max(ends, default=0))
    return {
        "data": [
            _bands(rows, edge, agreed),
            canvas.bars([row.value for row in rows], canvas.INNER_BAR, {"color": theme.MAIN}, came),
            canvas.notes_trace(ends, notes),
        ],
        "layout": layout | {"barmode": "overlay"},
    }


def _bands(rows: Sequence[Row], edge: float, name: str) -> dict[str, Any]:
    starts = [(row.low or 0) if row.has_band else None for row in rows]
    widths = [
        None if start is None else (edge if row.high is None else row.high) - start
        for row, start in zip(rows, starts, strict=True)
    ]
    marker = {"color": theme.CONTEXT, "line": {"color": theme.INK, "width": 2}}
    return canvas.bars(widths, canvas.BAR, marker, name) | {"base": starts}
