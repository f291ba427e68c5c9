"""How wide the columns of a table are: at least their longest word, and by their words beyond."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from dashboard.reports.slides.fitting import width

# Bold type is wider.
BOLD: Final = 1.1
# As a part of the room, for the column that names the rows.
LARGEST: Final = 0.6


@dataclass(frozen=True)
class Setting:
    """How a table is set, in points.

    Attributes:
        room: Width of the table.
        size: Size of type.
        inset: What stays empty at each side of a cell.
        large: As a part of the room, for each column that names no rows.
    """

    room: float
    size: float
    inset: float
    large: float


def column_widths(columns: Sequence[Sequence[str]], setting: Setting) -> list[float]:
    """Return a width a column, in points, which together take up the room.

    Args:
        columns: The words of each column's cells, its heading first.
        setting: How the table is set.
    """
    taken = [
        [_taken(words, setting, 1 if place else BOLD) for place, words in enumerate(column)]
        for column in columns
    ]
    share = setting.room / len(columns)
    least = [min(share, max(words for words, _ in column)) for column in taken]
    wanted = [
        min(setting.room * (setting.large if place else LARGEST), max(whole for _, whole in column))
        for place, column in enumerate(taken)
    ]
    return _shared_out(least, wanted, setting.room)


def _shared_out(least: list[float], wanted: list[float], room: float) -> list[float]:
    """Return widths that take up a room: whoever wants little gets it, the others share."""
    found = list(least)
    spare = room - sum(least)
    by_want = sorted(range(len(least)), key=lambda place: wanted[place] - least[place])
    for taken, place in enumerate(by_want):
        more = min(max(0.0, wanted[place] - least[place]), spare / (len(least) - taken))
        found[place] += more
        spare -= more
    found[0] += spare
    return found


def _taken(text: str, setting: Setting, wider: float) -> tuple[float, float]:
    """Return how wide a column must be for the longest word of a text, and for all of it."""
    longest = max(width(word, setting.size) for word in text.split(" "))
    edges = 2 * setting.inset
    return longest * wider + edges, width(text, setting.size) * wider + edges
