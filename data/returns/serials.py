"""Numbers that a workbook shows as something else: days, durations, shares, and padded numbers."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta

from data.returns.grid import Broken, Raw, error

Number = int | float
Shown = Callable[[Number], Raw]

# What stands in a format and is no code of it: texts, single letters, colours and places.
LITERAL = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]', re.IGNORECASE | re.DOTALL)
DURATION = re.compile(r"\[(?:h+|m+|s+)\]", re.IGNORECASE)
CALENDAR = re.compile(r"[dmyhs]", re.IGNORECASE)
ZEROS = re.compile(r"0{2,}")
# The formats that every workbook knows by number; those of dates differ by country.
BUILT_IN = {
    9: "0%",
    10: "0.00%",
    46: "[h]:mm:ss",
    **dict.fromkeys((*range(14, 23), *range(27, 37), 45, 47, *range(50, 59)), "d/m/y"),
}
# The first spreadsheet took 1900 for a leap year, and all of them have counted on since.
FIRST = datetime(1899, 12, 30)
FIRST_OF_MAC = datetime(1904, 1, 1)
DAY_THAT_NEVER_WAS = 60
LAST = 2_958_465
DAY = 86_400


def shown_as(code: str, *, mac: bool) -> Shown | None:
    """Return what a number under a format stands for; ``None`` where it is just a number.

    Args:
        code: The format.
        mac: Whether days are counted from 1904, as the first workbooks on a Macintosh did.
    """
    positive = LITERAL.sub("", code).partition(";")[0]
    if DURATION.search(positive):
        return _duration
    if positive.strip().casefold() != "general" and CALENDAR.search(positive):
        return lambda number: _day(number, mac=mac)
    if "%" in positive:
        return _share
    if ZEROS.fullmatch(positive):
        return lambda number: _padded(number, len(positive))
    return None


def _day(number: Number, *, mac: bool) -> Raw:
    if not 0 <= number <= LAST:
        return Broken(
            written(number), "This is not a date.", "Write it like 2026-02-01 or 01/02/2026."
        )
    seconds = timedelta(seconds=round(number * DAY))
    if number < 1:
        return _clock(seconds)
    if mac:
        return FIRST_OF_MAC + seconds
    if int(number) == DAY_THAT_NEVER_WAS:
        return error("29 February 1900")
    return FIRST + seconds + timedelta(days=number < DAY_THAT_NEVER_WAS)


def _duration(number: Number) -> Raw:
    if abs(number) > LAST:
        return error(written(number))
    clock = _clock(timedelta(seconds=round(abs(number) * DAY)))
    return f"-{clock}" if number < 0 else clock


def _clock(time: timedelta) -> str:
    minutes, seconds = divmod(round(time.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours:02d}:{minutes:02d}:{seconds:02d}"


def _share(number: Number) -> Raw:
    return f"{written(number * 100)}%"


def _padded(number: Number, width: int) -> Raw:
    whole = isinstance(number, int) and number >= 0
    return str(number).zfill(width) if whole else number


def written(number: Number) -> str:
    """Return a number with the 15 digits that a spreadsheet keeps of it, as it shows them."""
    return str(number) if isinstance(number, int) else f"{number:.15g}"
