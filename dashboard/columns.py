"""What people read in place of columns' names."""

from collections.abc import Mapping
from typing import Final

# Parts of them that are no words as they stand.
IN_FULL: Final[Mapping[str, str]] = {
    "pe": "PE",
    "fte": "FTE",
    "asye": "ASYE",
    "na": "not applicable",
    "12m": "12 months",
    "24m": "24 months",
    "36m": "36 months",
}


def column_called(name: str) -> str:
    """Return what people read in place of a column's name."""
    words = " ".join(IN_FULL.get(word, word) for word in name.split("_") if word)
    return words[:1].upper() + words[1:]
