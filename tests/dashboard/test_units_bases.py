"""What a number says of the rows, students or places behind it."""

import pytest

from dashboard import units
from dashboard.indicators import INDICATORS
from dashboard.indicators.catalogue import listed
from dashboard.indicators.parts import Figure


def figure(value, n, numerator=None, denominator=None):
    return Figure((), value, numerator, denominator, n, "ok", 3, 3)


@pytest.mark.parametrize(
    ("indicator", "given", "words"),
    [
        ("demand", figure(177, 61), "from 61 rows"),
        ("demand", figure(4, 1), "from 1 row"),
        ("unmatched_shortfall", figure(21, 177), "of 177 students"),
        ("on_time_start_rate", figure(0.75, 4, 3, 4), "3 of 4 placements"),
        ("sufficiency", figure(1.02, 177, 182, 177), "182 places for 177 students"),
        ("qa_in_date", figure(None, None), ""),
    ],
)
def test_a_base_says_what_it_counts(indicator, given, words):
    assert units.base(given, INDICATORS[indicator]) == words


def test_a_difference_of_two_shares_has_no_single_base():
    assert units.base(figure(0.07, 117), INDICATORS["split_gap"]) == ""


def test_sheets_are_named_once_each_in_the_order_of_the_returns():
    words = listed(["offers", "demand", "demand", "practice_educators", "offers"])
    assert words == (
        "Demand (universities), Offers (employers) "
        "and Practice educators (employers and universities)"
    )


@pytest.mark.parametrize("indicator", INDICATORS.values(), ids=INDICATORS)
def test_every_indicator_names_its_sheets(indicator):
    assert indicator.source
