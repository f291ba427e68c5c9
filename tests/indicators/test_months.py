"""Windows laid over the months of a year, against counting month by month."""

from datetime import date

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.indicators import months
from data.cells.table import dimension

YEAR = "2025/26"


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2025, 9, 1), 0),
        (date(2025, 8, 31), -1),
        (date(2025, 12, 31), 3),
        (date(2026, 1, 1), 4),
        (date(2026, 8, 31), 11),
        (date(2026, 9, 1), 12),
        (date(2024, 9, 1), -12),
    ],
)
def test_months_are_numbered_from_september_on(day, number):
    assert months.number(day, YEAR) == number


@pytest.mark.parametrize(
    ("month", "last"), [(-1, -1), (-4, -1), (0, 3), (3, 3), (4, 7), (8, 11), (11, 11)]
)
def test_a_term_has_four_months(month, last):
    assert months.end_of_term(np.array([month])).tolist() == [last]


def test_the_months_of_a_year_begin_with_september_and_end_with_august():
    days = months.days(YEAR)
    assert (days[0], days[-1], len(days)) == (date(2025, 9, 1), date(2026, 8, 1), 12)
    assert [months.number(day, YEAR) for day in days] == list(range(12))


def test_a_window_without_an_end_ends_with_its_term():
    begins = dimension([date(2025, 10, 6), date(2026, 1, 12)])
    ends = dimension([None, date(2026, 6, 30)])
    begun = months.starts(begins, YEAR)
    assert begun.tolist() == [1, 4]
    assert months.ends(ends, begun, YEAR).tolist() == [3, 9]


def test_without_windows_there_are_no_months():
    assert months.starts(dimension([]), YEAR).tolist() == []


windows = st.tuples(
    st.integers(0, 2), st.integers(-14, 14), st.integers(-14, 14), st.integers(0, 9)
)


@given(st.lists(windows, max_size=6))
def test_each_month_has_the_places_of_the_windows_that_are_open_in_it(those):
    groups, first, last, places = (
        np.array([each[column] for each in those], dtype=np.int64) for column in range(4)
    )
    found = months.spread(groups, 3, (first, last), places)
    assert found.tolist() == [
        [
            sum(
                count
                for of, begins, ends, count in those
                if of == group and begins <= month <= ends
            )
            for month in range(12)
        ]
        for group in range(3)
    ]
