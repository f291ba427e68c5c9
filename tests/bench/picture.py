"""docs/pictures/growth.svg: how server time grows with the rows stored."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import log10

from tests.bench import report, targets
from tests.bench.databases import ROOT
from tests.bench.targets import SIZES, Result

FILE = ROOT / "docs" / "pictures" / "growth.svg"
WIDTH, HEIGHT = 880, 420
LEFT, RIGHT, TOP, BOTTOM = 70, 600, 60, 360
LINE = 20
# Milliseconds, a line each; every step up is ten times as long.
MARKS = (1, 10, 100, 1_000, 10_000, 100_000)
NAMES = {"S": "S: one partnership", "M": "M: 500,000 rows", "L": "L: 10 million rows"}
INK, GREY, RULE = "#0b0c0c", "#505a5f", "#d8dbdd"
TITLE = "Server time of a filter change and a save, by rows stored"


@dataclass(frozen=True)
class Curve:
    """One line of the picture: its name, its colour, and milliseconds by size."""

    name: str
    colour: str
    times: dict[str, float]

    @property
    def last(self) -> float:
        """The time at the largest size it was measured at."""
        return next(self.times[size] for size in reversed(SIZES) if size in self.times)


def draw(results: Iterable[Result]) -> None:
    """Write the picture."""
    curves = _curves(results)
    parts = [*_frame(), *(part for curve in curves for part in _line(curve)), *_labels(curves)]
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" '
        f'font-family="Arial, sans-serif" font-size="14" fill="{INK}">'
    )
    words = f"<title>{TITLE}</title>\n<desc>{escape(_told(curves))}</desc>"
    FILE.write_text("\n".join([head, words, *parts, "</svg>\n"]), encoding="utf-8")


def alt(results: Iterable[Result]) -> str:
    """Return the picture in words."""
    return f"{TITLE}. {_told(_curves(results))}"


def _curves(results: Iterable[Result]) -> list[Curve]:
    rows = {(result.target, result.size): result for result in results}

    def times(target: targets.Target, value: str) -> dict[str, float]:
        found = {
            size: getattr(rows[target, size], value) for size in SIZES if (target, size) in rows
        }
        return {size: time for size, time in found.items() if time}

    curves = [
        Curve("asked before", "#1d70b8", times(targets.SERVER_WARM, "median")),
        Curve("first after a write", "#00703c", times(targets.SERVER_WRITTEN, "median")),
        Curve("never asked before", "#4c2c92", times(targets.SERVER_NEW, "median")),
        Curve("a saved cell", "#801650", times(targets.SAVE, "median")),
        Curve("raw SQL", GREY, times(targets.SERVER_WARM, "sql")),
        Curve("tutorial's page", "#d4351c", times(targets.SERVER_WARM, "tutorial")),
    ]
    return [curve for curve in curves if curve.times]


def _told(curves: Sequence[Curve]) -> str:
    return " ".join(
        f"{curve.name[0].upper()}{curve.name[1:]}: "
        + ", ".join(f"{report.number(time)} ms at {size}" for size, time in curve.times.items())
        + "."
        for curve in curves
    )


def _frame() -> list[str]:
    parts = [
        f'<rect width="{WIDTH}" height="{HEIGHT}" fill="#ffffff"/>',
        f'<text x="10" y="26" font-size="18" font-weight="bold">{TITLE}</text>',
        f'<text x="10" y="46" fill="{GREY}">Milliseconds; each line is ten times the last</text>',
    ]
    for mark in MARKS:
        y = _y(mark)
        parts.append(f'<line x1="{LEFT}" x2="{RIGHT}" y1="{y}" y2="{y}" stroke="{RULE}"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{y + 5}" text-anchor="end">{mark:,}</text>')
    for size, name in NAMES.items():
        anchor = {"S": "start", "M": "middle", "L": "end"}[size]
        place = f'x="{_x(size)}" y="{BOTTOM + 26}" text-anchor="{anchor}"'
        parts.append(f"<text {place}>{name}</text>")
    return parts


def _line(curve: Curve) -> list[str]:
    points = [(_x(size), _y(time)) for size, time in curve.times.items()]
    path = " ".join(f"{x},{y}" for x, y in points)
    line = f'<polyline points="{path}" fill="none" stroke="{curve.colour}" stroke-width="2.5"/>'
    dots = [f'<circle cx="{x}" cy="{y}" r="4" fill="{curve.colour}"/>' for x, y in points]
    return [line, *dots]


def _labels(curves: Iterable[Curve]) -> list[str]:
    """Return the names at the right end, each far enough below the one above."""
    parts = []
    lowest = float(TOP) - LINE
    for curve in sorted(curves, key=lambda curve: -curve.last):
        lowest = max(lowest + LINE, _y(curve.last) + 5)
        words = f"{curve.name}, {report.number(curve.last)} ms"
        where = "" if "L" in curve.times else " at M"
        place = f'x="{RIGHT + 14}" y="{lowest}" fill="{curve.colour}"'
        parts.append(f"<text {place}>{escape(words)}{where}</text>")
    return parts


def _x(size: str) -> float:
    return LEFT + 20 + (RIGHT - LEFT - 40) * SIZES.index(size) / (len(SIZES) - 1)


def _y(milliseconds: float) -> float:
    share = log10(max(milliseconds, MARKS[0])) / log10(MARKS[-1])
    return round(BOTTOM - (BOTTOM - TOP) * share, 1)
