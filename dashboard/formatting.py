"""Numbers and dates to words: the one place where it is done."""

from collections.abc import Iterable
from datetime import date, datetime

from data.calendar import LONDON

MINUS = "\u2212"


def count(value: float) -> str:
    """Write a whole number with its thousands apart."""
    return _signed(f"{value:,.0f}")


def decimal(value: float) -> str:
    """Write a number to one decimal place."""
    return _signed(f"{value:,.1f}")


def amount(value: float) -> str:
    """Write a number with the decimal places it has, two at most: "12", "0.25"."""
    return _signed(f"{value:,.2f}".rstrip("0").rstrip("."))


def percent(share: float) -> str:
    """Write a share, of which 1 is the whole, as a percentage to one decimal place."""
    return _signed(f"{share * 100:,.1f}%")


def points(number: float) -> str:
    """Write percentage points, with their sign."""
    return f"{_with_sign(round(number, 1), '.1f')} percentage points"


def points_between(difference: float) -> str:
    """Write a difference of two shares in percentage points, with its sign."""
    return points(difference * 100)


def pounds(value: float) -> str:
    """Write a sum of money in whole pounds: "£12,345"."""
    return _signed(f"{'-' if round(value) < 0 else ''}£{abs(value):,.0f}")


def pounds_and_pence(value: float) -> str:
    """Write a sum of money to the penny, where it is not whole pounds: "£12,345.67"."""
    whole = float(value).is_integer()
    return pounds(value) if whole else _signed(f"{'-' if value < 0 else ''}£{abs(value):,.2f}")


def pounds_change(difference: float) -> str:
    """Write a difference of two sums of money with its sign, in whole pounds."""
    return f"{'+' if round(difference) > 0 else ''}{pounds(difference)}"


def change(difference: float) -> str:
    """Write a difference of two counts with its sign."""
    return _with_sign(round(difference), ",d")


def gap(balance: float) -> str:
    """Write places less students in words: "13 short", "in balance", "2 spare"."""
    if not balance:
        return "in balance"
    return f"{abs(balance):,.0f} {'short' if balance < 0 else 'spare'}"


def of(part: float, whole: float) -> str:
    """Write a part and its whole: "29 of 42"."""
    return f"{count(part)} of {count(whole)}"


def span(low: float | None, high: float | None) -> str:
    """Write a range as it was agreed: "4 to 6", "at least 4", "up to 6", "5"."""
    if low is None:
        return "" if high is None else f"up to {count(high)}"
    if high is None:
        return f"at least {count(low)}"
    return count(low) if low == high else f"{count(low)} to {count(high)}"


def quantity(number: float, one: str, many: str) -> str:
    """Write a count with its noun: "1 student", "13 students"."""
    return f"{count(number)} {one if number == 1 else many}"


def quarters(periods: Iterable[str]) -> str:
    """Write quarters in order, runs of them as one: "2024/25 Q4, 2025/26 Q1 to Q3"."""
    years: dict[str, list[str]] = {}
    for period in periods:
        year, _, quarter = period.partition(" ")
        years.setdefault(year, []).append(quarter)
    return ", ".join(f"{year} {_run(found)}" for year, found in years.items())


def _run(found: list[str]) -> str:
    first, last = found[0], found[-1]
    apart = int(last.removeprefix("Q")) - int(first.removeprefix("Q"))
    if len(found) > 1 and apart == len(found) - 1:
        return f"{first} to {last}"
    return " and ".join(found)


def day(value: date) -> str:
    """Write a day: "21 November 2026"."""
    return f"{value.day} {value:%B %Y}"


def month(value: date) -> str:
    """Write the month of a day as an axis has room for it: "Nov 2026"."""
    return f"{value:%b %Y}"


def months(first: date, last: date) -> str:
    """Write months of one academic year: "in October", "from October to December"."""
    if first == last:
        return f"in {first:%B}"
    return f"from {first:%B} to {last:%B}"


def in_london(value: datetime) -> datetime:
    """Return a moment as clocks in London show it."""
    return value.astimezone(LONDON)


def moment(value: datetime) -> str:
    """Write a moment by the clock of London: "21 November 2026 16:40 GMT"."""
    local = in_london(value)
    return f"{day(local)} {local:%H:%M %Z}"


def clock(value: datetime) -> str:
    """Write the time of a moment by the clock of London: "16:40"."""
    return f"{in_london(value):%H:%M}"


def _with_sign(value: float, pattern: str) -> str:
    return f"{'+' if value > 0 else ''}{_signed(format(value or 0, pattern))}"


def _signed(text: str) -> str:
    # A rounded trifle below nought is nought, and a hyphen is read out as a dash.
    if not text.strip("-0.,%"):
        return text.lstrip("-")
    return text.replace("-", MINUS)
