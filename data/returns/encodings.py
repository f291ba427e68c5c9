"""How the letters of a CSV file are written down: said by the file, or UTF-8, and never guessed."""

import codecs
from io import TextIOWrapper
from typing import BinaryIO

from data.returns.problems import RefusedError

SAVE_AGAIN = "Save the file again as “CSV UTF-8 (comma delimited)”, or send it as .xlsx."
MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
PIECE = 1 << 16


def opened(file: BinaryIO) -> TextIOWrapper:
    """Return a file as text, its line ends untouched, without the marks that stand before it."""
    beginning = file.read(PIECE)
    at, encoding = 0, "utf-8"
    for mark, name in MARKS:
        # A program that adds a mark to a file that has one leaves two.
        while beginning.startswith(mark, at):
            at, encoding = at + len(mark), name
    file.seek(at)
    return TextIOWrapper(file, encoding=encoding, newline="")


def unreadable(file: BinaryIO) -> RefusedError:
    """Return why the letters of a file can't be read, and where."""
    file.seek(0)
    number = 1
    for line in file:
        try:
            line.decode()
        except UnicodeDecodeError as error:
            number += line.count(b"\r", 0, error.start)
            break
        number += 1
    return RefusedError(f"Line {number} holds letters that are not written in UTF-8.", SAVE_AGAIN)
