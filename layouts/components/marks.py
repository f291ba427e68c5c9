"""Small marks inside a table: a status with its symbol, and sparklines."""

from collections.abc import Sequence
from itertools import groupby
from typing import Final
from urllib.parse import quote

from dashboard import theme
from dashboard.views.view import Cell
from layouts.static_parts import Plain, element

WIDTH, HEIGHT, EDGE = 96, 24, 3
SVG: Final = (
    "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 {width} {height}'>"
    "<rect width='{width}' height='{height}' fill='{paper}'/>{lines}"
    "<circle cx='{x}' cy='{y}' r='2.5' fill='{fill}' stroke='{ink}'/></svg>"
)
LINE: Final = "<polyline fill='none' stroke='{ink}' stroke-width='1.5' points='{points}'/>"
ALONE: Final = "<circle cx='{x}' cy='{y}' r='1.5' fill='{ink}'/>"
Point = tuple[float, float]


def chip(verdict: str, words: str) -> Plain:
    """Return a status: its symbol, its words, and colours that repeat them."""
    look = theme.CHIPS[verdict]
    style = f"color: {look.colour}; background: {look.background}"
    symbol = element("span", [look.symbol], {"aria-hidden": "true"})
    return element("span", [symbol, f" {words}"], {"class": "status-chip", "style": style})


def sparkline(cell: Cell) -> Plain:
    """Return a line through a cell's values, broken where one is missing; its words say the same.

    The mark at its end is hollow where the last value is provisional.
    """
    known = [value for value in cell.sparkline if value is not None]
    points = [
        None if value is None else _point(place, value, cell.sparkline, known)
        for place, value in enumerate(cell.sparkline)
    ]
    source = f"data:image/svg+xml,{quote(_drawn(points, hollow=cell.ongoing))}"
    size = {"width": str(WIDTH), "height": str(HEIGHT)}
    return element("img", [], {"src": source, "alt": cell.text, "class": "sparkline", **size})


def _drawn(points: Sequence[Point | None], *, hollow: bool) -> str:
    runs = [[point for point in run if point] for known, run in groupby(points, key=bool) if known]
    x, y = next(point for point in reversed(points) if point)
    return SVG.format(
        width=WIDTH,
        height=HEIGHT,
        paper=theme.PAPER,
        ink=theme.MAIN,
        lines="".join(map(_line, runs)),
        x=x,
        y=y,
        fill=theme.PAPER if hollow and points[-1] else theme.MAIN,
    )


def _point(
    place: int, value: float, values: Sequence[float | None], known: Sequence[float]
) -> Point:
    low, high = min(known), max(known)
    across = place / (len(values) - 1) if len(values) > 1 else 1.0
    up = (value - low) / (high - low) if high > low else 0.5
    return (
        round(EDGE + across * (WIDTH - 2 * EDGE), 1),
        round(HEIGHT - EDGE - up * (HEIGHT - 2 * EDGE), 1),
    )


def _line(run: Sequence[Point]) -> str:
    if len(run) == 1:
        return ALONE.format(x=run[0][0], y=run[0][1], ink=theme.MAIN)
    points = " ".join(f"{x},{y}" for x, y in run)
    return LINE.format(ink=theme.MAIN, points=points)
