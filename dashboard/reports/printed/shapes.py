"""SVG that tells its parts apart without colour: solid, outlined, striped and dotted."""

from typing import Final
from xml.etree import ElementTree as Xml
from zlib import crc32

from dashboard import theme
from dashboard.reports.text import plain

# In points; the width is that of upright paper between its margins.
WIDTH: Final = 510.0
SIZE: Final = 8.5
LINE: Final = SIZE * 1.2
FONT: Final = "Arial, Liberation Sans, DejaVu Sans, sans-serif"
# What each series of bars is filled with: a colour, or lines that are repeated on paper.
FILLS: Final = (theme.MAIN, theme.PAPER, "M0 5 L5 0", "M1 1 h1.2 v1.2 h-1.2 z")
ON_PAPER: Final = "userSpaceOnUse"
Pair = tuple[float, float]


class Sheet:
    """A drawing, from top to bottom."""

    def __init__(self, height: float, alt: str) -> None:
        """Begin one of a height in points, with its text alternative."""
        box = f"0 0 {WIDTH:g} {height:g}"
        self._svg = Xml.Element(
            "svg", viewBox=box, width=f"{WIDTH:g}pt", height=f"{height:g}pt", role="img"
        )
        Xml.SubElement(self._svg, "title").text = plain(alt)
        # No other drawing of the same pages may call its patterns so.
        self._name = f"p{crc32(alt.encode()):x}"

    def _fill(self, series: int) -> str:
        """Return what the bars of a series are filled with, at the first of them drawn up."""
        looks = FILLS[series % len(FILLS)]
        if looks.startswith("#"):
            return looks
        name = f"{self._name}-{series % len(FILLS)}"
        if self._svg.find(f"pattern[@id='{name}']") is None:
            pattern = self._add("pattern", id=name, width=5, height=5, patternUnits=ON_PAPER)
            Xml.SubElement(pattern, "rect", width="5", height="5", fill=theme.PAPER)
            Xml.SubElement(pattern, "path", d=looks, stroke=theme.INK, fill="none")
        return f"url(#{name})"

    def bar(self, corner: Pair, size: Pair, series: int) -> None:
        """Draw the bar of a series from its upper left corner, of a width and a height."""
        width, height = size
        self._add(
            "rect",
            x=corner[0],
            y=corner[1],
            width=max(width, 0.5),
            height=height,
            fill=self._fill(series),
            stroke=theme.INK,
            stroke_width=0.8,
        )

    def line(self, start: Pair, end: Pair, **looks: object) -> None:
        """Draw a line, thin and grey unless told otherwise."""
        looks = {"stroke": theme.CONTEXT, "stroke_width": 0.6} | looks
        self._add("line", x1=start[0], y1=start[1], x2=end[0], y2=end[1], **looks)

    def path(self, way: str, **looks: object) -> None:
        """Draw a path of SVG."""
        self._add("path", d=way, **looks)

    def patch(self, corner: Pair, size: Pair) -> None:
        """Clear a place for words."""
        self._add("rect", x=corner[0], y=corner[1], width=size[0], height=size[1], fill=theme.PAPER)

    def words(self, left: float, base: float, text: str, **looks: object) -> None:
        """Write words, from the left unless told otherwise."""
        looks = {"font_size": SIZE, "fill": theme.INK, "font_family": FONT} | looks
        self._add("text", x=left, y=base, **looks).text = plain(text)

    def _add(self, kind: str, **looks: object) -> Xml.Element:
        told = {
            name.replace("_", "-"): f"{value:.2f}" if isinstance(value, float) else str(value)
            for name, value in looks.items()
        }
        return Xml.SubElement(self._svg, kind, told)

    def drawn(self) -> str:
        """Return the drawing as SVG; whatever people typed is escaped in it."""
        return Xml.tostring(self._svg, encoding="unicode")
