from datetime import UTC, date, datetime

import pytest

from dashboard import formatting
from dashboard.formatting import MINUS


@pytest.mark.parametrize(
    ("value", "text"),
    [(0, "0"), (1234567, "1,234,567"), (-3, f"{MINUS}3"), (2.6, "3"), (-0.2, "0")],
)
def test_a_count_has_its_thousands_apart_and_a_true_minus(value, text):
    assert formatting.count(value) == text


@pytest.mark.parametrize(
    ("share", "text"), [(0, "0.0%"), (0.6428, "64.3%"), (1, "100.0%"), (-0.0001, "0.0%")]
)
def test_a_share_is_a_percentage_to_one_decimal_place(share, text):
    assert formatting.percent(share) == text


@pytest.mark.parametrize(
    ("difference", "text"),
    [
        (0.012, "+1.2 percentage points"),
        (-0.143, f"{MINUS}14.3 percentage points"),
        (0, "0.0 percentage points"),
        (-0.0001, "0.0 percentage points"),
    ],
)
def test_points_carry_their_sign_and_their_name(difference, text):
    assert formatting.points_between(difference) == text


@pytest.mark.parametrize(
    ("balance", "text"),
    [(-13, "13 short"), (0, "in balance"), (2, "2 spare"), (-1200, "1,200 short")],
)
def test_a_gap_is_said_in_words(balance, text):
    assert formatting.gap(balance) == text


@pytest.mark.parametrize(("difference", "text"), [(4, "+4"), (0, "0"), (-1500, f"{MINUS}1,500")])
def test_a_change_of_a_count_carries_its_sign(difference, text):
    assert formatting.change(difference) == text


@pytest.mark.parametrize(
    ("low", "high", "text"),
    [
        (4, 6, "4 to 6"),
        (4, 4, "4"),
        (4, None, "at least 4"),
        (None, 6, "up to 6"),
        (None, None, ""),
    ],
)
def test_a_range_stays_a_range(low, high, text):
    assert formatting.span(low, high) == text


def test_one_thing_and_several_have_nouns_of_their_own():
    texts = [formatting.quantity(number, "student", "students") for number in (0, 1, 1300)]
    assert texts == ["0 students", "1 student", "1,300 students"]


def test_a_day_is_written_out():
    assert formatting.day(date(2026, 2, 1)) == "1 February 2026"


def test_a_month_is_short():
    assert formatting.month(date(2026, 11, 21)) == "Nov 2026"


def test_a_moment_is_told_by_the_clock_of_london():
    assert formatting.moment(datetime(2026, 7, 1, 15, 40, tzinfo=UTC)) == "1 July 2026 16:40 BST"


@pytest.mark.parametrize(
    ("periods", "words"),
    [
        (["2025/26 Q4"], "2025/26 Q4"),
        (["2025/26 Q1", "2025/26 Q2", "2025/26 Q3", "2025/26 Q4"], "2025/26 Q1 to Q4"),
        (["2025/26 Q1", "2025/26 Q3"], "2025/26 Q1 and Q3"),
        (["2024/25 Q4", "2025/26 Q1", "2025/26 Q2"], "2024/25 Q4, 2025/26 Q1 to Q2"),
    ],
)
def test_quarters_in_a_row_are_written_as_one(periods, words):
    assert formatting.quarters(periods) == words


def test_months_on_end_are_named_by_the_first_and_the_last():
    assert formatting.months(date(2026, 10, 1), date(2026, 12, 1)) == "from October to December"


def test_one_month_is_named_alone():
    assert formatting.months(date(2026, 10, 1), date(2026, 10, 1)) == "in October"


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (12_345, "£12,345"),
        (12_345.67, "£12,346"),
        (0, "£0"),
        (-0.2, "£0"),
        (-28_860, "\u2212£28,860"),
    ],
)
def test_money_is_written_in_whole_pounds(value, written):
    assert formatting.pounds(value) == written


@pytest.mark.parametrize(
    ("value", "written"), [(12_345.6, "£12,345.60"), (20, "£20"), (-0.5, "\u2212£0.50")]
)
def test_money_is_written_to_the_penny_where_there_are_any(value, written):
    assert formatting.pounds_and_pence(value) == written
