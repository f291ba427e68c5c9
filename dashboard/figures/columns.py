"""Columns over time, with the number above each."""

from collections.abc import Sequence
from typing import Any

from dashboard import theme

HEIGHT = 300


def draw(names: Sequence[str], values: Sequence[float | None]) -> dict[str, Any]:
    """Return the chart, a column a name, in the order given."""
    top = max((value or 0 for value in values), default=0)
    places = list(range(len(names)))
    layout = theme.layout()
    layout["margin"]["t"] = 28
    bars = {
        "type": "bar",
        "x": places,
        "y": list(values),
        "text": ["" if value is None else f"{value:,.0f}" for value in values],
        "textposition": "outside",
        "textangle": 0,
        "cliponaxis": False,
        "marker": {"color": theme.MAIN},
    }
    return {
        "data": [bars],
        "layout": layout
        | {
            "bargap": 0.25,
            "xaxis": {
                "tickvals": places,
                "ticktext": [name.replace(" ", "<br>") for name in names],
                "automargin": True,
                "fixedrange": True,
                "showgrid": False,
            },
            "yaxis": {"range": [0, top or 1], "visible": False, "fixedrange": True},
        },
    }
