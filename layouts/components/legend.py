"""What tells the parts of a chart apart, as text with swatches: it wraps where there is no room.

Plotly would measure each entry whenever a filter changes, and draw the chart a second time.
"""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

from dashboard import theme
from layouts.static_parts import Plain, element

HATCHES: Final = {"/": "slanted", "x": "crossed", "-": "level", ".": "dotted"}
# Of marks and of the ends of lines; a row's target is drawn upright as well.
SHAPES: Final = {"square": "square", "diamond": "diamond", "triangle-up": "triangle"}
UPRIGHT: Final = "line-ns"


def legend(figure: Mapping[str, Any]) -> list[Plain]:
    """Return a swatch and a name for each part of a chart that has a name, in its order."""
    entries = [_entry(trace["name"], *_look(trace)) for trace in figure["data"] if "name" in trace]
    return [element("ul", entries)] if entries else []


@lru_cache(maxsize=256)
def _entry(name: str, shape: str, colour: str, edge: str) -> Plain:
    style = f"background-color:{colour}" + (f";border-color:{edge}" if edge else "")
    swatch = element("span", [], {"class": f"swatch {shape}", "style": style})
    return element("li", [swatch, name])


def _look(trace: Mapping[str, Any]) -> tuple[str, str, str]:
    """Return the shape of a part's swatch, its colour, and that of its edge if it has one."""
    marker = trace.get("marker", {})
    edge = marker.get("line", {}).get("color", "")
    if trace["type"] == "bar":
        hatch = HATCHES.get(marker.get("pattern", {}).get("shape"), "")
        return f"bar {hatch}".strip(), marker["color"], "" if edge == theme.PAPER else edge
    if trace["mode"] == "lines" or marker.get("symbol") == UPRIGHT:
        return "upright", trace.get("line", marker)["color"], ""
    if trace["mode"] == "markers":
        return "dot", marker["color"], edge
    return SHAPES.get(marker["symbol"], "dot"), trace["line"]["color"], ""
