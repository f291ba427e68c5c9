"""What charts share: rows with names above, numbers in words on the right, no clutter."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from math import floor, log10
from textwrap import wrap
from typing import Any, Final, TypeVar

from dashboard import theme

ROW_HEIGHT: Final = 64
# So many rows are shown whole: more than any partnership that is known of has partners. Of more,
# those of a country, the first are shown, and never are one or two alone left to look for.
MOST_ROWS: Final = 24
FIRST_ROWS: Final = 18
FRAME_HEIGHT: Final = 40
# As many characters as a telephone has room for, and so many lines.
NAME_WIDTH: Final = 30
NAME_LINES: Final = 2
LINE_HEIGHT: Final = 18
# Of a row: how thick its bar is, and what stands inside the bar.
BAR: Final = 0.42
INNER_BAR: Final = 0.28
# How far above the middle of a row its name stands, clear of two lines of words beside the bar.
NAME_ABOVE: Final = 0.3
# Pixels of a character at the chart's size of type, on the safe side.
CHARACTER: Final = 8


@dataclass(frozen=True)
class Series:
    """One part of every row: what it is called, its values, and how it is filled.

    Attributes:
        name: As the legend says it.
        values: A number a row; ``None`` leaves a gap.
        fill: A colour of the theme.
        hatch: A pattern's shape, for parts that are neither one nor the other.
    """

    name: str
    values: tuple[float | None, ...]
    fill: str
    hatch: str = ""


Row = TypeVar("Row")


def first(rows: Sequence[Row]) -> Sequence[Row]:
    """Return the rows to show: all of them, or the first where they are too many to be read."""
    return rows if len(rows) <= MOST_ROWS else rows[:FIRST_ROWS]


@lru_cache(maxsize=2048)
def label(name: str) -> str:
    """Return a name as a chart has room for it; the table has it in full."""
    lines = wrap(name, NAME_WIDTH, max_lines=NAME_LINES, placeholder="…")
    return "<br>".join(escape(line, quote=False) for line in lines)


def height(names: Sequence[str]) -> int:
    """Return the height in pixels of a chart with rows of these names."""
    row = _row_height([label(name) for name in names])
    return FRAME_HEIGHT + row * max(len(names), 1)


def along(value: float, top: float) -> float:
    """Return where a value ends along a chart, to a thousandth of it: nobody sees half of that.

    Whole fractions are six times as long on the wire, and nobody reads them from a bar.

    Args:
        value: What is drawn; its exact number stands beside it and in the table.
        top: The largest value that the chart shows.
    """
    return round(value, max(3 - floor(log10(top)), 0)) if top > 0 else value


def _row_height(labels: Sequence[str]) -> int:
    return ROW_HEIGHT + LINE_HEIGHT * max((text.count("<br>") for text in labels), default=0)


def _above(text: str, labels: Sequence[str]) -> float:
    # A name of two lines is centred where one line would be, so it moves up by half a line.
    half_lines = text.count("<br>") / 2
    return (NAME_ABOVE * ROW_HEIGHT + LINE_HEIGHT * half_lines) / _row_height(labels)


def blank() -> dict[str, Any]:
    """Return a chart with nothing on it, to stand where words say why."""
    hidden = {"visible": False, "fixedrange": True}
    return {"data": [], "layout": theme.layout() | {"xaxis": hidden, "yaxis": hidden}}


def marker(series: Series) -> dict[str, Any]:
    """Return how a part is filled."""
    edge = {"color": theme.PAPER, "width": 1}
    if not series.hatch:
        return {"color": series.fill, "line": edge}
    pattern = {"shape": series.hatch, "fgcolor": theme.INK, "bgcolor": series.fill, "size": 6}
    return {
        "color": series.fill,
        "line": {"color": theme.INK, "width": 1},
        "pattern": pattern | {"solidity": 0.2},
    }


def rows_layout(names: Sequence[str], notes: Sequence[str], top: float) -> dict[str, Any]:
    """Return the layout of horizontal rows, the first on top.

    Args:
        names: Of the rows.
        notes: What will stand to the right of each, so that there is room for it.
        top: The largest value; the axis goes from nought to it.
    """
    layout = theme.layout()
    lines = [line for note in notes for line in note.split("<br>")]
    layout["margin"]["r"] = 16 + CHARACTER * max((len(line) for line in lines), default=0)
    # A hair's breadth beyond, or the outline of the longest bar would lose its edge.
    edge = 0.005 * (top or 1)
    layout["xaxis"] = {
        "range": [-edge, (top or 1) + edge],
        "visible": False,
        "fixedrange": True,
    }
    labels = [label(name) for name in names]
    # A name stands above its bar, not beside it, so that it needs no room of its own.
    layout["yaxis"] = {
        "tickvals": [round(place - _above(text, labels), 2) for place, text in enumerate(labels)],
        "ticktext": labels,
        "ticklabelposition": "inside top",
        # The range has room for every name, so that none need be measured to see whether it fits.
        "ticklabeloverflow": "allow",
        "ticks": "",
        "range": [len(names) - 0.6, -0.75],
        "zeroline": False,
        "showgrid": False,
        "fixedrange": True,
    }
    return layout


def bars(
    values: Sequence[float | None], width: float, marker: dict[str, Any], name: str = ""
) -> dict[str, Any]:
    """Return bars to the right, a row each, by name if a legend tells them apart.

    Where no places are given, Plotly puts one below the other, as they come.
    """
    return {
        "type": "bar",
        "orientation": "h",
        **({"name": name} if name else {}),
        "x": [*values],
        "width": width,
        "marker": marker,
        "cliponaxis": False,
    }


def notes_trace(at: Sequence[float], notes: Sequence[str]) -> dict[str, Any]:
    """Return the words to the right of the rows, each where its row's drawing ends."""
    return {
        "type": "scatter",
        "mode": "text",
        "x": list(at),
        "text": [f" {note.replace('<br>', '<br> ')}" for note in notes],
        "textposition": "middle right",
        "cliponaxis": False,
    }
