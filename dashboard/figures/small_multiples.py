"""Columns made of parts over time, one small chart above the other, all to the same scale."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from dashboard import canvas, theme
from dashboard.canvas import Series

PANEL_HEIGHT = 180
# Of the room of a panel: for its heading and the numbers, and for the names below.
ABOVE = 0.24
BELOW = 0.14


@dataclass(frozen=True)
class Panel:
    """One small chart.

    Attributes:
        name: Above it.
        parts: Its parts; those of the same name are filled alike in every panel.
    """

    name: str
    parts: tuple[Series, ...]


def height(panels: int) -> int:
    """Return the height in pixels of a chart with so many panels."""
    return PANEL_HEIGHT * max(panels, 1)


def draw(names: Sequence[str], panels: Sequence[Panel]) -> dict[str, Any]:
    """Return the chart: a column a name in every panel."""
    totals = [_totals(panel, len(names)) for panel in panels]
    top = max((total for panel in totals for total in panel), default=0)
    layout = theme.layout()
    layout |= {
        "barmode": "stack",
        "bargap": 0.3,
        "annotations": [_heading(panel, place, len(panels)) for place, panel in enumerate(panels)],
    }
    data: list[dict[str, Any]] = []
    for place, panel in enumerate(panels):
        layout |= _axes(place, len(panels), names, top)
        data += [_bars(part, place) for part in panel.parts]
        data.append(_above(totals[place], place))
    return {"data": data, "layout": layout}


def _totals(panel: Panel, columns: int) -> list[float]:
    return [sum(part.values[place] or 0 for part in panel.parts) for place in range(columns)]


def _axis(letter: str, place: int) -> str:
    return letter if place == 0 else f"{letter}{place + 1}"


def _bounds(place: int, panels: int) -> tuple[float, float]:
    room = 1 / panels
    top = 1 - place * room
    return (top - room * (1 - BELOW), top - room * ABOVE)


def _axes(place: int, panels: int, names: Sequence[str], top: float) -> dict[str, Any]:
    suffix = "" if place == 0 else str(place + 1)
    bottom, roof = _bounds(place, panels)
    return {
        f"xaxis{suffix}": {
            "anchor": _axis("y", place),
            "tickvals": list(range(len(names))),
            "ticktext": list(names),
            "tickangle": 0,
            "tickfont": {"size": 12},
            "showgrid": False,
            "fixedrange": True,
        },
        f"yaxis{suffix}": {
            "anchor": _axis("x", place),
            "domain": [bottom, roof],
            "range": [0, top or 1],
            "visible": False,
            "fixedrange": True,
        },
    }


def _heading(panel: Panel, place: int, panels: int) -> dict[str, Any]:
    return {
        "text": f"<b>{panel.name}</b>",
        "x": 0,
        "xref": "paper",
        "xanchor": "left",
        "y": _bounds(place, panels)[1],
        "yref": "paper",
        "yanchor": "bottom",
        "yshift": 14,
        "showarrow": False,
    }


def _bars(part: Series, place: int) -> dict[str, Any]:
    return {
        "type": "bar",
        # The legend names each part once.
        **({"name": part.name} if place == 0 else {}),
        "x": list(range(len(part.values))),
        "y": list(part.values),
        "marker": canvas.marker(part),
        "xaxis": _axis("x", place),
        "yaxis": _axis("y", place),
    }


def _above(totals: Sequence[float], place: int) -> dict[str, Any]:
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(range(len(totals))),
        "y": list(totals),
        "text": [f"{total:,.0f}" for total in totals],
        "textposition": "top center",
        "cliponaxis": False,
        "xaxis": _axis("x", place),
        "yaxis": _axis("y", place),
    }
