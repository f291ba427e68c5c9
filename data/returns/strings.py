"""Texts of a workbook: in one list that cells point to, or in the cells themselves."""

import re

from data.returns.grid import Raw, written
from data.returns.markup import Listener

ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")


def unescaped(text: str) -> str:
    """Return a text with the characters that XML can't hold, which stand in it by number."""
    return ESCAPED.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text


class Strings(Listener):
    """Hears the list of texts.

    Attributes:
        found: The texts, in their order.
    """

    def __init__(self) -> None:
        """Begin with an empty list."""
        self.found: list[Raw] = []
        self._parts: list[str] = []
        self._collecting = False
        self._reading_aid = False
        self.begins = {
            "si": lambda _: self._parts.clear(),
            "t": lambda _: self._collect(not self._reading_aid),
            "rPh": lambda _: self._aid(True),
        }
        self.ends = {
            "si": self._keep,
            "t": lambda: self._collect(False),
            "rPh": lambda: self._aid(False),
        }

    def text(self, text: str) -> None:
        """Keep text where it belongs to a cell."""
        if self._collecting:
            self._parts.append(text)

    def _collect(self, now: bool) -> None:
        self._collecting = now

    def _aid(self, now: bool) -> None:
        """Mark how a text is pronounced, which is no part of it."""
        self._reading_aid = now

    def _keep(self) -> None:
        self.found.append(written(unescaped("".join(self._parts))))
