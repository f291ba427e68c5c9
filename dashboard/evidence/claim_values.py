"""What a document says, in words and as bounds: "over 200", "4 to 6", "at least 100"."""

from typing import Final

from dashboard import formatting
from data.claims import Claim

# "Approximately" allows for so much to either side.
LEEWAY: Final = 0.1
ABOUT: Final = "approximately"
# Without an upper value, and without a lower one, whatever was entered besides.
OPEN_ABOVE: Final = ("over", "at_least")
OPEN_BELOW: Final = ("up_to",)
BEFORE: Final = {"over": "over ", "at_least": "at least ", "up_to": "up to ", ABOUT: "about "}


def in_words(claim: Claim) -> str:
    """Return a claim's number as it reads, without its unit."""
    low, high = bounds(claim)
    before = BEFORE.get(claim.qualifier, "")
    if low is not None and high is not None and low != high:
        return f"{before}{number(low)} to {number(high)}"
    one = low if low is not None else high
    return f"{before}{number(one)}" if one is not None else ""


def bounds(claim: Claim) -> tuple[float | None, float | None]:
    """Return the lower and the upper value that a claim gives; ``None`` where it is open."""
    some = claim.low if claim.low is not None else claim.high
    if claim.qualifier in OPEN_ABOVE:
        return some, None
    if claim.qualifier in OPEN_BELOW:
        return None, claim.high if claim.high is not None else claim.low
    return some, claim.high if claim.high is not None else claim.low


def supported_range(claim: Claim, *, rounded: bool) -> tuple[float | None, float | None]:
    """Return between which values a record bears a claim out; ``None`` where any will do.

    Args:
        claim: What the document says.
        rounded: Whether the number may have been rounded to be printed, as a percentage is.
    """
    low, high = bounds(claim)
    if claim.qualifier in (*OPEN_ABOVE, *OPEN_BELOW):
        return low, high
    leeway = LEEWAY if claim.qualifier == ABOUT else 0
    return (
        None if low is None else low * (1 - leeway) - (_half(low) if rounded else 0),
        None if high is None else high * (1 + leeway) + (_half(high) if rounded else 0),
    )


def _half(value: float) -> float:
    """Return half of the last place that a number is printed to."""
    _whole, _point, places = number(value).partition(".")
    return float(0.5 * 10 ** -len(places))


def number(value: float) -> str:
    """Return a number as a document would print it."""
    if float(value).is_integer():
        return formatting.count(value)
    return f"{value:,.4f}".rstrip("0")
