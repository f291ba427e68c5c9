"""Names that people write: of columns, sheets, organisations and files."""

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches

# From here on two names are more likely a slip than two things.
CLOSE = 0.76
LONGEST = 100
SPACES = re.compile(r"[\s_]+")
# Spaces, and letters that take no room: marks of byte order, joiners, directions, soft hyphens.
UNSEEN = r"[\s\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+"
AT_THE_ENDS = re.compile(rf"\A{UNSEEN}|{UNSEEN}\Z")


def normal(text: object) -> str:
    """Return a heading or name without case, spaces, underscores and what can't be seen."""
    plain = SPACES.sub("", str(text)).casefold()
    return plain if plain.isascii() else "".join(filter(_seen, plain))


def _seen(letter: str) -> bool:
    return unicodedata.category(letter) != "Cf"


def trimmed(text: str) -> str:
    """Return a text without spaces and other letters that can't be seen at its ends."""
    return text.strip() if text.isascii() else AT_THE_ENDS.sub("", text)


def file_name(written: str) -> str:
    """Return the name of a file alone: no folders, nothing unprintable, and not too long."""
    last = re.split(r"[/\\]", written)[-1]
    plain = trimmed("".join(filter(str.isprintable, last)))
    # How it ends says what it is.
    return plain if len(plain) <= LONGEST else f"{plain[: LONGEST - 11]}…{plain[-10:]}"


def closest(name: str, names: Iterable[str]) -> str | None:
    """Return the one among names that comes closest to a name, if any comes close."""
    meant = {normal(one): one for one in names}
    found = get_close_matches(normal(name)[:LONGEST], meant, n=1, cutoff=CLOSE)
    return meant[found[0]] if found else None
