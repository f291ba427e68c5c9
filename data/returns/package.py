"""The archive that a workbook is: its parts are unpacked bit by bit and within limits."""

from collections.abc import Iterator
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, ZipFile

from data.returns import kinds
from data.returns.problems import RefusedError

PIECE = 1 << 16
MOST_PARTS = 2_000
ENCRYPTED = 1
TOO_LARGE = RefusedError(
    "The workbook unpacks to far more than a return holds.",
    "Copy the rows alone into a new workbook and send that.",
)
DAMAGED = RefusedError(
    "The workbook is damaged or is no Excel workbook.",
    "Open it in Excel, save it again as .xlsx and send that file.",
)


class Package:
    """A workbook's archive, of which at most so many bytes are ever unpacked."""

    def __init__(self, file: BinaryIO, most: int) -> None:
        """Look through the list of parts.

        Args:
            file: The workbook.
            most: How many bytes may be unpacked, of all parts together.

        Raises:
            RefusedError: It is another kind of archive, or one made to do harm.
        """
        self._archive = ZipFile(file)
        self._left = most
        parts = self._archive.infolist()
        self._parts = {_plain(part.filename): part for part in parts}
        if refused := kinds.other_archive(self._parts):
            raise refused
        if len(parts) > MOST_PARTS:
            raise TOO_LARGE
        # Of two parts of one name, one programme shows this and another that.
        if len(self._parts) < len(parts):
            raise DAMAGED

    def has(self, name: str) -> bool:
        """Return whether the archive has a part of that name."""
        return _plain(name) in self._parts

    def pieces(self, name: str) -> Iterator[bytes]:
        """Give a part's content piece by piece; all of it is checked once the last one is read."""
        part = self._parts[_plain(name)]
        if part.flag_bits & ENCRYPTED or part.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise DAMAGED
        # No more than what the list of parts states is ever unpacked, so that is looked at first.
        if part.file_size > self._left:
            raise TOO_LARGE
        with self._archive.open(part) as content:
            while piece := content.read(PIECE):
                self._left -= len(piece)
                yield piece


def _plain(name: str) -> str:
    """Return a part's name as it is compared: without case, and whichever stroke divides it."""
    return name.replace("\\", "/").lstrip("/").casefold()
