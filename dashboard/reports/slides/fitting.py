"""How much room words take, so that none runs out of its box; nothing of it is drawn here."""

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from dashboard.reports.text import plain

# As parts of the size of type, on the safe side of Arial.
LETTERS: Final = {
    letter: part
    for part, letters in (
        (0.25, "ijl|'"),
        (0.32, "tfI.,:;!/\\[] "),
        (0.38, "r()-{}"),
        (0.52, "ckvsxyzJ"),
        (0.9, "mwM%"),
        (1.03, "W@…—"),
    )
    for letter in letters
}
USUAL: Final = 0.58
CAPITAL: Final = 0.75
FOREIGN: Final = 1.05
LATIN: Final = 0x250
LEADING: Final = 1.2
CUT: Final = "…"
# All but those that keep words together.
SPACES: Final = re.compile("[\t\n\r\u0085\u2028\u2029 ]+")


class Room(NamedTuple):
    """A box for words, in points."""

    width: float
    height: float


class Fitted(NamedTuple):
    """Words as they fit, and the size of type in which they do."""

    text: str
    size: int


def clean(text: str) -> str:
    """Return text on one line, without what a file can't hold."""
    return SPACES.sub(" ", plain(text)).strip()


def width(text: str, size: float) -> float:
    """Return how many points text takes on one line."""
    return size * sum(map(_part, text))


def _part(letter: str) -> float:
    if ord(letter) >= LATIN:
        return LETTERS.get(letter, FOREIGN)
    return LETTERS.get(letter, CAPITAL if letter.isupper() else USUAL)


def lines(text: str, room: float, size: float) -> list[str]:
    """Return text in lines of a width; a word that is wider is broken."""
    found = [""]
    for word in _pieces(text, room, size):
        longer = f"{found[-1]} {word}".strip()
        if width(longer, size) <= room:
            found[-1] = longer
        else:
            found.append(word)
    return found if found[0] or len(found) == 1 else found[1:]


def _pieces(text: str, room: float, size: float) -> Iterator[str]:
    for word in text.split(" "):
        piece = ""
        for letter in word:
            if piece and width(piece + letter, size) > room:
                yield piece
                piece = ""
            piece += letter
        yield piece


def height(text: str, room: float, size: float) -> float:
    """Return how many points text takes downwards in a width."""
    return len(lines(text, room, size)) * size * LEADING


def fitted(text: str, room: Room, sizes: Sequence[int]) -> Fitted:
    """Return text in the first size in which it fits; in the last one cut, if in none.

    Args:
        text: The words.
        room: The box.
        sizes: Sizes of type, the largest first.
    """
    text = clean(text)
    for size in sizes:
        if height(text, room.width, size) <= room.height:
            return Fitted(text, size)
    size = sizes[-1]
    most = max(1, int(room.height // (size * LEADING)))
    kept = lines(text, room.width - width(CUT, size), size)[:most]
    return Fitted(" ".join(kept).rstrip(" ,;:.") + CUT, size)
