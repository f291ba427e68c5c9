"""Days, numbers, money and years: from a raw cell to the value that is stored.

Each function returns the value, or raises ``RefusedError`` with what is wrong and what would do.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache

from data.calendar import FIRST_YEAR, LAST_YEAR
from data.returns.grid import Raw
from data.returns.names import trimmed
from data.returns.problems import RefusedError
from data.returns.serials import written

LARGEST = 2**31 - 1
MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
YEAR_FIRST = re.compile(r"(\d{4})-(\d{2})-(\d{2})", re.ASCII)
DAY_FIRST = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})", re.ASCII)
MONTH_IN_LETTERS = re.compile(r"(\d{1,2})\s+([a-z]{3})\s+(\d{4})", re.ASCII)
PLAIN_NUMBER = re.compile(r"-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?", re.ASCII)
POUNDS = re.compile(r"^(-?)\s*£\s*")
TWO_YEARS = re.compile(r"(\d{4})([/-])(\d{2})", re.ASCII)
PENCE = Decimal("0.01")
# What arithmetic in a spreadsheet may leave behind.
RESIDUE = Decimal("0.000001")


def day(raw: Raw) -> date:
    """Return a calendar day; day first, always, where it is written with slashes."""
    if isinstance(raw, datetime):
        found: date | None = raw.date()
    elif isinstance(raw, date):
        found = raw
    else:
        found = _day(trimmed(raw).casefold()) if isinstance(raw, str) else None
    if found is None or not FIRST_YEAR <= found.year <= LAST_YEAR:
        raise RefusedError("This is not a date.", "Write it like 2026-02-01 or 01/02/2026.")
    return found


@lru_cache(maxsize=4096)
def _day(text: str) -> date | None:
    try:
        if match := YEAR_FIRST.fullmatch(text):
            return date(*map(int, match.groups()))
        if match := DAY_FIRST.fullmatch(text):
            number, month, year = map(int, match.groups())
            return date(year, month, number)
        if match := MONTH_IN_LETTERS.fullmatch(text):
            number_text, letters, year_text = match.groups()
            return date(int(year_text), MONTHS.index(letters) + 1, int(number_text))
    except ValueError:
        pass
    return None


def whole_number(raw: Raw) -> int:
    """Return a whole number."""
    number = _number(raw, "whole number")
    if number != number.to_integral_value():
        raise RefusedError("This is not a whole number.", "Write it without decimals, like 12.")
    return int(number)


def decimal(raw: Raw) -> float:
    """Return a number with decimals."""
    return float(_number(raw, "number"))


def pence(raw: Raw) -> int:
    """Return pounds as a whole number of pence."""
    # The sign of pounds stands on either side of a minus.
    number = POUNDS.sub(r"\1", trimmed(raw)) if isinstance(raw, str) else raw
    pounds = _number(number, "sum of money")
    rounded = pounds.quantize(PENCE)
    if abs(pounds - rounded) > RESIDUE:
        raise RefusedError("This is finer than a penny.", "Write pounds and pence, like 1200.50.")
    return int(rounded * 100)


def _number(raw: Raw, wanted: str) -> Decimal:
    number = None
    if isinstance(raw, int | float) and not isinstance(raw, bool):
        # What arithmetic leaves behind the 15th digit is nothing that anybody has entered.
        number = Decimal(written(raw))
    elif isinstance(raw, str) and PLAIN_NUMBER.fullmatch(text := trimmed(raw)):
        number = Decimal(text.replace(",", ""))
    if number is None or not number.is_finite():
        raise RefusedError(f"This is not a {wanted}.", "Write digits alone, like 12.")
    if abs(number) > LARGEST:
        raise RefusedError("This number is too large.", f"The largest that fits is {LARGEST}.")
    return number


def academic_year(raw: Raw) -> str:
    """Return an academic year, like ``2025/26``."""
    return _two_years(raw, "/", "an academic year", "2025/26")


def financial_year(raw: Raw) -> str:
    """Return a financial year, like ``2025-26``."""
    return _two_years(raw, "-", "a financial year", "2025-26")


def _two_years(raw: Raw, mark: str, wanted: str, example: str) -> str:
    match = TWO_YEARS.fullmatch(re.sub(r"\s", "", trimmed(raw))) if isinstance(raw, str) else None
    if match and match[2] == mark and (int(match[1]) + 1) % 100 == int(match[3]):
        return match[0]
    raise RefusedError(f"This is not {wanted}.", f"Write it like {example}.")
