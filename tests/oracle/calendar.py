"""Academic years, terms and months, counted by hand: one step at a time."""

from datetime import date, timedelta

TERM_OF_MONTH = dict(
    zip(range(1, 13), ["spring"] * 4 + ["summer"] * 4 + ["autumn"] * 4, strict=True)
)


def year_of(day):
    """``2025/26`` for a day from 1 September 2025 to 31 August 2026."""
    begins = day.year if day >= date(day.year, 9, 1) else day.year - 1
    return year_from(begins)


def year_from(begins):
    return f"{begins}/{str(begins + 1)[-2:]}"


def year_before(year):
    return year_from(int(year.split("/")[0]) - 1)


def first_day(year):
    return date(int(year.split("/")[0]), 9, 1)


def last_day(year):
    return date(int(year.split("/")[0]) + 1, 9, 1) - timedelta(days=1)


def term_of(day):
    return TERM_OF_MONTH[day.month]


def financial_year_of(day):
    """``2025-26`` for a day from 1 April 2025 to 31 March 2026."""
    begins = day.year if day >= date(day.year, 4, 1) else day.year - 1
    return f"{begins}-{str(begins + 1)[-2:]}"


def months_away(day, months):
    """The same day of another month, or that month's last day if it is shorter."""
    first = day.replace(day=1)
    for _ in range(abs(months)):
        # From the first of a month, 31 days on is in the next; one day back is in the last.
        step = timedelta(days=31) if months > 0 else timedelta(days=-1)
        first = (first + step).replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return min(last, first + timedelta(days=day.day - 1))
