"""Text and codes: from a raw cell to the value that is stored.

Each function returns the value, or raises ``RefusedError`` with what is wrong and what would do.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import datetime

from data.returns.grid import Raw
from data.returns.limits import MOST_CHARACTERS
from data.returns.names import normal, trimmed
from data.returns.problems import PersonalError, RefusedError
from data.returns.serials import written
from data.returns.sheets.declaration import Column

# What people write for a code, without case, spaces and strokes, by column.
ALIASES: Mapping[str, Mapping[str, str]] = {
    "level": {"plo1": "first", "70day": "first", "plo2": "final", "100day": "final"},
    "service_area": {"c&f": "children"},
    "pe_mode": {"longarm": "off_site"},
}
# A word as names have: letters alone, and more than an initial.
WORD = re.compile(r"[^\W\d_]{2,}")
LINE_ENDS = re.compile(r"\r\n?")
KEPT = "\n\t"
# Neither can be written into a workbook again.
NO_LETTERS = "\ufffe\uffff"
# A spreadsheet keeps no more digits of a number, and puts noughts in place of the others.
DIGITS_KEPT = 10**15


def text(raw: Raw, longest: int = MOST_CHARACTERS) -> str:
    """Return text without stray spaces at its ends, its lines ended alike."""
    found = LINE_ENDS.sub("\n", trimmed(as_typed(raw)))
    if len(found) > longest:
        raise RefusedError(
            f"This has {len(found)} characters, more than {longest}.",
            f"Shorten it to {longest} characters.",
        )
    if not found.isprintable() and any(map(_unprintable, found)):
        raise RefusedError("This holds a character that can't be printed.", "Type the text again.")
    return found


def _unprintable(letter: str) -> bool:
    unwritable = unicodedata.category(letter) in ("Cc", "Cs") or letter in NO_LETTERS
    return unwritable and letter not in KEPT


def ref(raw: Raw, longest: int) -> str:
    """Return a reference: text that a spreadsheet has not taken for something else."""
    if isinstance(raw, datetime):
        raise RefusedError(
            "Excel has taken this for a date.", "Format the column as text and type it again."
        )
    found = text(raw, longest)
    if any(unicodedata.category(letter) == "Cf" for letter in found if not letter.isascii()):
        raise RefusedError("This holds a character that can't be seen.", "Type it again.")
    return found


def pseudonym(raw: Raw, longest: int) -> str:
    """Return a reference that stands for somebody; a name or an e-mail address is none."""
    found = ref(raw, longest)
    if "@" in found or _like_a_name(found):
        raise PersonalError(
            "This looks personal: a name or an e-mail address.",
            "Give a pseudonym that only you can trace, such as a number.",
        )
    return found


def _like_a_name(written: str) -> bool:
    """Return whether it is two or more words without a number."""
    words = [part for part in written.split() if WORD.search(part)]
    return len(words) > 1 and not any(letter.isdigit() for letter in written)


def as_typed(raw: Raw) -> str:
    """Return a cell's value as somebody would have typed it."""
    if isinstance(raw, bool):
        return str(raw).upper()
    if isinstance(raw, int | float):
        if abs(raw) >= DIGITS_KEPT:
            raise RefusedError(
                "Excel keeps 15 digits of a number, and this has more.",
                "Format the column as text and type it again.",
            )
        return written(raw)
    if isinstance(raw, datetime):
        midnight = raw == datetime(raw.year, raw.month, raw.day)
        return raw.date().isoformat() if midnight else raw.isoformat(" ")
    return str(raw)


def plain(raw: object) -> str:
    """Return a code as it is compared: without case, spaces and strokes."""
    return normal(raw).replace("-", "")


def code(column: Column) -> Callable[[Raw], str]:
    """Return the function that reads a column's codes."""
    codes = {plain(value): value for value in column.values}
    codes |= {
        alias: value
        for alias, value in ALIASES.get(column.name, {}).items()
        if value in column.values
    }
    # The same few words come in every row, so each is understood once.
    seen: dict[str, str] = {}

    def read(raw: Raw) -> str:
        typed = as_typed(raw)
        found = seen.get(typed) or codes.get(plain(typed))
        if found is None:
            raise RefusedError("This code is unknown.", f"Use one of: {', '.join(column.values)}.")
        seen[typed] = found
        return found

    return read
