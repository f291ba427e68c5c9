"""Academic years, terms and months: worked out in Python for one day.

An academic year runs from 1 September to 31 August and is written ``2025/26``. A term is
``autumn`` (September to December), ``spring`` (January to April) or ``summer`` (May to August).
A financial year runs from 1 April to 31 March and is written ``2025-26``.
"""

from calendar import monthrange
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

LONDON = ZoneInfo("Europe/London")
# Years outside are slips of the finger, and their neighbours could not be worked out.
FIRST_YEAR, LAST_YEAR = 1900, 2199
TERMS = ("autumn", "spring", "summer")
TERM_MONTHS = 4
QUARTER_MONTHS = 3
SEPTEMBER = 9
APRIL = 4


def read_day(text: str) -> date | None:
    """Return the day that text such as ``2026-02-01`` says, if it says one of our time."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if FIRST_YEAR <= day.year <= LAST_YEAR else None


def today() -> date:
    """Return the day it is in London."""
    return day_of(datetime.now(LONDON))


def day_of(moment: datetime) -> date:
    """Return the day of a moment by the clock of London."""
    return moment.astimezone(LONDON).date()


def academic_year(day: date) -> str:
    """Return the academic year of a day."""
    return year_name(day.year - (day.month < SEPTEMBER))


def year_name(first: int) -> str:
    """Return the academic year that begins in September of a calendar year."""
    return f"{first}/{(first + 1) % 100:02d}"


def is_year(text: str) -> bool:
    """Return whether text is an academic year of our time, written ``2025/26``."""
    first = text[:4]
    known = first.isascii() and first.isdecimal() and FIRST_YEAR <= int(first) <= LAST_YEAR
    return known and text == year_name(int(first))


def year_before(year: str) -> str:
    """Return the academic year before one."""
    return year_name(int(year[:4]) - 1)


def year_after(year: str) -> str:
    """Return the academic year after one."""
    return year_name(int(year[:4]) + 1)


def first_day(year: str) -> date:
    """Return 1 September of an academic year."""
    return date(int(year[:4]), 9, 1)


def last_day(year: str) -> date:
    """Return 31 August of an academic year."""
    return date(int(year[:4]) + 1, 8, 31)


def term(day: date) -> str:
    """Return the term of a day."""
    autumn, spring, summer = TERMS
    return autumn if day.month >= SEPTEMBER else spring if day.month <= APRIL else summer


def first_day_of_term(year: str, name: str) -> date:
    """Return the first day of a term of an academic year."""
    return months_later(first_day(year), TERMS.index(name) * TERM_MONTHS)


def last_day_of_term(year: str, name: str) -> date:
    """Return the last day of a term of an academic year."""
    return months_later(first_day_of_term(year, name), TERM_MONTHS) - timedelta(days=1)


def quarter_days(name: str) -> tuple[date, date]:
    """Return the first and the last day of a quarter of an academic year, written ``2025/26 Q1``.

    Raises:
        ValueError: It is no quarter of our time.
    """
    year, _, number = name.partition(" Q")
    if not is_year(year) or number not in ("1", "2", "3", "4"):
        raise ValueError(name)
    first = months_later(first_day(year), (int(number) - 1) * QUARTER_MONTHS)
    return first, months_later(first, QUARTER_MONTHS) - timedelta(days=1)


def financial_year(day: date) -> str:
    """Return the financial year of a day."""
    first = day.year - (day.month < APRIL)
    return f"{first}-{(first + 1) % 100:02d}"


def financial_quarter(day: date) -> int:
    """Return which quarter of its financial year a day is in: 1 to 4, the first from April on."""
    return (day.month - APRIL) % 12 // 3 + 1


def last_day_of_financial_year(year: str) -> date:
    """Return 31 March of a financial year."""
    return date(int(year[:4]) + 1, 3, 31)


def months_later(day: date, months: int) -> date:
    """Return the same day some months later (earlier, if negative), or that month's last day."""
    years, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(years, month + 1, min(day.day, monthrange(years, month + 1)[1]))
