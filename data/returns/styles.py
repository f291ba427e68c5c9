"""The number formats of a workbook's cells."""

from data.returns.markup import Listener
from data.returns.serials import BUILT_IN, Shown, shown_as


class Styles(Listener):
    """Hears the part that holds the styles."""

    def __init__(self) -> None:
        """Begin with the formats that every workbook knows."""
        self._codes = dict(BUILT_IN)
        self._cells: list[int] = []
        self._inside = ""
        self.begins = {
            "numFmts": lambda _: self._enter("formats"),
            "cellXfs": lambda _: self._enter("cells"),
            "numFmt": self._format,
            "xf": self._style,
        }
        self.ends = {"numFmts": self._leave, "cellXfs": self._leave}

    def shown(self, *, mac: bool) -> list[Shown | None]:
        """Return, by number of the style, what a number under it stands for."""
        known = {number: shown_as(code, mac=mac) for number, code in self._codes.items()}
        return [known.get(number) for number in self._cells]

    def _enter(self, place: str) -> None:
        self._inside = place

    def _leave(self) -> None:
        self._inside = ""

    def _format(self, attributes: dict[str, str]) -> None:
        if self._inside == "formats":
            self._codes[int(attributes["numFmtId"])] = attributes.get("formatCode", "")

    def _style(self, attributes: dict[str, str]) -> None:
        if self._inside == "cells":
            self._cells.append(int(attributes.get("numFmtId", "0")))
