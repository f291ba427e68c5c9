"""The database's calendar says what Python's says, for any day."""

from datetime import date

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import given as examples
from hypothesis import strategies as st
from sqlalchemy import literal, select

from data.calendar import (
    academic_year,
    financial_quarter,
    financial_year,
    first_day,
    last_day,
    last_day_of_financial_year,
    months_later,
    term,
    year_before,
)
from data.calendar_sql import (
    academic_year_of,
    days_between,
    financial_year_of,
    months_after,
    term_of,
)
from data.types import Day

pytestmark = pytest.mark.clock

# The same database serves every example: none of them writes.
one_database = settings(
    max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
days = st.dates(date(1990, 1, 1), date(2099, 12, 31))
month_ends = st.sampled_from(
    [date(2024, 2, 29), date(2023, 2, 28), date(2024, 1, 31), date(2024, 8, 31), date(2025, 9, 1)]
)
any_day = days | month_ends


@pytest.fixture
def asked(engine):
    """What the database says an expression is."""
    with engine.connect() as connection:
        yield lambda expression: connection.execute(select(expression)).scalar()


def sql(day):
    return literal(day, Day())


@examples(day=any_day)
@one_database
def test_a_day_has_the_same_academic_year(asked, day):
    assert asked(academic_year_of(sql(day))) == academic_year(day)


@examples(day=any_day)
@one_database
def test_a_day_has_the_same_financial_year(asked, day):
    assert asked(financial_year_of(sql(day))) == financial_year(day)


@examples(day=any_day)
@one_database
def test_a_day_has_the_same_term(asked, day):
    assert asked(term_of(sql(day))) == term(day)


@examples(day=any_day, months=st.integers(0, 60))
@one_database
def test_some_months_later_is_the_same_day(asked, day, months):
    assert asked(months_after(sql(day), literal(months))) == months_later(day, months)


@examples(day=any_day, later=any_day)
@one_database
def test_days_between_two_days_are_as_many(asked, day, later):
    assert asked(days_between(sql(day), sql(later))) == (later - day).days


@pytest.mark.parametrize("function", [academic_year_of, term_of])
def test_a_day_that_is_missing_has_no_year_and_no_term(asked, function):
    assert asked(function(sql(None))) is None


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        (date(2026, 2, 28), -24, date(2024, 2, 28)),
        (date(2024, 2, 29), -24, date(2022, 2, 28)),
        (date(2024, 2, 29), -48, date(2020, 2, 29)),
        (date(2024, 8, 31), 6, date(2025, 2, 28)),
        (date(2024, 12, 31), 2, date(2025, 2, 28)),
    ],
)
def test_a_month_too_short_ends_on_its_last_day(day, months, expected):
    assert months_later(day, months) == expected


@examples(any_day)
def test_a_day_lies_within_its_academic_year(day):
    year = academic_year(day)
    assert first_day(year) <= day <= last_day(year)


@examples(any_day)
def test_the_year_before_ends_the_day_before_the_year_begins(day):
    year = academic_year(day)
    assert (first_day(year) - last_day(year_before(year))).days == 1


def test_the_turn_of_the_century_is_written_with_two_digits():
    assert academic_year(date(2099, 10, 1)) == "2099/00"


@examples(day=any_day)
def test_a_financial_year_ends_on_the_31_march_that_comes_next(day):
    end = last_day_of_financial_year(financial_year(day))
    assert (end.month, end.day, 0 <= (end - day).days <= 365) == (3, 31, True)


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2025, 4, 1), 1),
        (date(2025, 6, 30), 1),
        (date(2025, 7, 1), 2),
        (date(2025, 12, 31), 3),
        (date(2026, 1, 1), 4),
        (date(2026, 3, 31), 4),
    ],
)
def test_the_first_quarter_of_a_financial_year_begins_in_april(day, quarter):
    assert financial_quarter(day) == quarter
