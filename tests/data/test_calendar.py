"""Quarters of the academic year: one after the other, and each day in one of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.calendar import academic_year, quarter_days

numbers = st.integers(1, 4)


@given(st.dates(date(1901, 9, 1), date(2198, 8, 31)))
def test_each_day_is_in_one_quarter_of_its_academic_year(day):
    quarters = [quarter_days(f"{academic_year(day)} Q{number}") for number in range(1, 5)]
    assert sum(first <= day <= last for first, last in quarters) == 1


@given(st.integers(1901, 2198), numbers)
def test_a_quarter_lasts_three_months(year, number):
    first, last = quarter_days(f"{year}/{(year + 1) % 100:02d} Q{number}")
    after = last + timedelta(days=1)
    assert (first.day, after.day, (after.month - first.month) % 12) == (1, 1, 3)


@pytest.mark.parametrize("text", ["", "2025/26", "2025/27 Q1", "2025/26 Q0", "2025/26 Q12", "Q1"])
def test_what_is_no_quarter_is_refused(text):
    with pytest.raises(ValueError, match=text or "^$"):
        quarter_days(text)
