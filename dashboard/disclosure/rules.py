"""The numbers of disclosure control, and what each tells of the count behind it."""

from math import floor, inf
from typing import Final

from data.disclosure import Mode
from data.sums import Number

# Counts of people are rounded to the nearest of these.
STEP: Final = 5
# Where small counts are hidden, they are those above nought and below this.
SMALL: Final = 5
# A share of fewer people than these is hidden.
FEWEST: Final = 10

Bounds = tuple[float, float]


def rounded(count: Number) -> int:
    """Return a count, rounded to the nearest five; halves go up."""
    return STEP * floor(count / STEP + 0.5)


def is_low(count: Number) -> bool:
    """Return whether a count reads nought when it is rounded, and is not."""
    return count > 0 and rounded(count) == 0


def is_small(count: Number) -> bool:
    """Return whether a count is one that nobody may work out."""
    return 0 < count < SMALL


def shown(count: Number, mode: Mode) -> Number:
    """Return a count as it is shown where it is not hidden."""
    return rounded(count) if mode == "rounded" else count


def bounds(count: Number, mode: Mode) -> Bounds:
    """Return between what whole numbers a count lies, for whoever sees what is shown of it.

    A count that reads nought is nought, unless it is marked as low.
    """
    if count == 0:
        return 0, 0
    if mode == "suppressed":
        return (1, SMALL - 1) if is_small(count) else (count, count)
    middle, reach = rounded(count), STEP // 2
    return max(middle - reach, 1), middle + reach


# What is told of a number that is hidden to protect another: that it is not nought.
HIDDEN: Final[Bounds] = (1, inf)
