"""Lines over the years, each with its last number at its end and its name above the chart."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import canvas, theme

HEIGHT = 380
# The part of the height that a number needs at the end of a line.
ENDING_ROOM = 0.1
# Names at the ends of lines would leave a telephone no room for the lines. Symbols tell them
# apart on paper, where there is no colour.
STYLES = (
    (theme.MAIN, "circle"),
    (theme.SECOND, "square"),
    (theme.THIRD, "diamond"),
    (theme.INK, "triangle-up"),
)


@dataclass(frozen=True)
class Line:
    """One line.

    Attributes:
        name: Of what it shows, for the legend.
        values: A number a year; ``None`` leaves a gap.
        note: Its last number in words, at its end.
        provisional: Of each year, whether its number is provisional; such points are hollow.
    """

    name: str
    values: tuple[float | None, ...]
    note: str
    provisional: tuple[bool, ...]


def draw(years: Sequence[str], lines: Sequence[Line], ticks: str) -> dict[str, Any]:
    """Return the chart.

    Args:
        years: Along the bottom, in order.
        lines: Up to four.
        ticks: How the axis writes numbers, in d3's notation.
    """
    top = max((value or 0 for line in lines for value in line.values), default=0)
    layout = theme.layout()
    longest = max((len(line.note) for line in lines), default=0)
    layout["margin"] |= {"r": 16 + canvas.CHARACTER * longest, "t": 16, "b": 32}
    layout["xaxis"] = {
        "tickvals": list(range(len(years))),
        "ticktext": list(years),
        "tickangle": 0,
        "tickfont": {"size": 12},
        "range": [-0.3, len(years) - 0.7],
        "showgrid": False,
        "zeroline": False,
        "fixedrange": True,
    }
    layout["yaxis"] = {
        "range": [0, top * 1.1 or 1],
        "tickformat": ticks,
        "nticks": 5,
        "gridcolor": theme.CONTEXT,
        "zeroline": True,
        "zerolinecolor": theme.INK,
        "automargin": True,
        "fixedrange": True,
    }
    layout["annotations"] = _spread(lines, top or 1)
    styled = zip(lines, STYLES, strict=False)
    return {"data": [_line(line, *style) for line, style in styled], "layout": layout}


def _line(line: Line, colour: str, symbol: str) -> dict[str, Any]:
    fills = [theme.PAPER if hollow else colour for hollow in line.provisional]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": line.name,
        "x": list(range(len(line.values))),
        "y": list(line.values),
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": colour, "width": 3},
        "marker": {
            "symbol": symbol,
            "color": fills,
            "size": 10,
            "line": {"color": colour, "width": 2},
        },
    }


def _spread(lines: Sequence[Line], top: float) -> list[dict[str, Any]]:
    # Endings that would lie on one another are pushed apart, from the lowest up.
    room = top * ENDING_ROOM
    placed: list[dict[str, Any]] = []
    floor = 0.0
    for line in sorted(lines, key=_last):
        if all(value is None for value in line.values):
            continue
        height = max(_last(line), floor)
        floor = height + room
        placed.append(_annotation(line, len(line.values) - 1, height))
    return placed


def _last(line: Line) -> float:
    return next((value for value in reversed(line.values) if value is not None), 0)


def _annotation(line: Line, x: float, y: float) -> dict[str, Any]:
    return {
        "text": line.note,
        "x": x,
        "y": y,
        "xanchor": "left",
        "xshift": 10,
        "align": "left",
        "showarrow": False,
    }
