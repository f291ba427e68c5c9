"""Text in CSV files that no spreadsheet takes for a formula, and the way back from it."""

import re
from typing import Final

# A spreadsheet takes text that begins so for a formula.
FORMULA_SIGNS: Final = ("=", "+", "-", "@", "\t", "\r", "|")
# A spreadsheet takes what follows for text, and shows no such mark itself.
MARK: Final = "'"
COULD_BE: Final = re.compile(rf"{MARK}*[{re.escape(''.join(FORMULA_SIGNS))}]")


def inert(text: str) -> str:
    """Return text as a CSV file holds it, so that no spreadsheet takes it for a formula."""
    return f"{MARK}{text}" if COULD_BE.match(text) else text


def as_meant(cell: str) -> str:
    """Return the text that a cell of a CSV file stands for; what was never inert stays."""
    return cell[1:] if cell.startswith(MARK) and COULD_BE.match(cell) else cell
