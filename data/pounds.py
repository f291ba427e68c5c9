"""From pence, in which money is stored and added up, to the pounds that readers see."""

from typing import Final

from data.sums import Number

PENCE: Final = 100


def pounds(pence: Number) -> Number:
    """Return whole pence as pounds: a whole number where they are, else to the penny."""
    return int(pence) // PENCE if pence % PENCE == 0 else pence / PENCE
