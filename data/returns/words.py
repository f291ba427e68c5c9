"""Text and codes: from a raw cell to the value that is stored.

Each function returns the value, or raises ``RefusedError`` with what is wrong and what would do.
"""

import re
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime

from data.returns.grid import MOST_CHARACTERS, Raw
from data.returns.problems import PersonalError, RefusedError
from data.returns.sheets.declaration import Column

# What people write for a code, without case, spaces and strokes, by column.
ALIASES: Mapping[str, Mapping[str, str]] = {
    "level": {"plo1": "first", "70day": "first", "plo2": "final", "100day": "final"},
    "service_area": {"c&f": "children"},
    "pe_mode": {"longarm": "off_site"},
}
# A word as names have: letters alone, and more than an initial.
WORD = re.compile(r"[^\W\d_]{2,}")
LINE_ENDS = "\n\r\t"


def text(raw: Raw, longest: int = MOST_CHARACTERS) -> str:
    """Return text without stray spaces at its ends."""
    found = _written(raw).strip()
    if len(found) > longest:
        raise RefusedError(
            f"This has {len(found)} characters, more than {longest}.",
            f"Shorten it to {longest} characters.",
        )
    if any(
        unicodedata.category(letter) in ("Cc", "Cs") for letter in found if letter not in LINE_ENDS
    ):
        raise RefusedError("This holds a character that can't be printed.", "Type the text again.")
    return found


def pseudonym(raw: Raw, longest: int) -> str:
    """Return a reference that stands for somebody; a name or an e-mail address is none."""
    found = text(raw, longest)
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


def _written(raw: Raw) -> str:
    """Return a cell's value as somebody would have typed it."""
    if isinstance(raw, float) and raw.is_integer():
        return str(int(raw))
    if isinstance(raw, datetime) and raw == datetime(raw.year, raw.month, raw.day):
        return raw.date().isoformat()
    return raw.isoformat() if isinstance(raw, date) else str(raw)


def plain(raw: object) -> str:
    """Return a code as it is compared: without case, spaces and strokes."""
    return re.sub(r"[\s_-]+", "", str(raw)).casefold()


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
        written = _written(raw)
        found = seen.get(written) or codes.get(plain(written))
        if found is None:
            raise RefusedError("This code is unknown.", f"Use one of: {', '.join(column.values)}.")
        seen[written] = found
        return found

    return read
