"""Colours and type. No colour of a chart is written anywhere else."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

INK: Final = "#0B0C0C"
PAPER: Final = "#FFFFFF"
MAIN: Final = "#12436D"
SECOND: Final = "#F46A25"
THIRD: Final = "#28A197"
CONTEXT: Final = "#BFBFBF"
CLEAR: Final = "rgba(0, 0, 0, 0)"

FONT: Final = "Arial, sans-serif"
FONT_SIZE: Final = 14


@dataclass(frozen=True)
class Chip:
    """A status in words, with its symbol; the colours only repeat what the words say."""

    symbol: str
    words: str
    colour: str
    background: str


CHIPS: Final[Mapping[str, Chip]] = {
    "on_track": Chip("●", "On track", "#005A30", "#CCE2D8"),
    "at_risk": Chip("▲", "At risk", "#594D00", "#FFF7BF"),
    "behind": Chip("■", "Behind", "#6B1C0F", "#F4CDC6"),
    "no_data": Chip("○", "No data", "#383F43", "#EEEFEF"),
}


def layout() -> dict[str, Any]:
    """Return what every chart's layout starts from."""
    return {
        "font": {"family": FONT, "size": FONT_SIZE, "color": INK},
        "paper_bgcolor": PAPER,
        "plot_bgcolor": PAPER,
        "showlegend": False,
        "hovermode": False,
        "margin": {"l": 8, "r": 8, "t": 8, "b": 8},
        "dragmode": False,
    }
