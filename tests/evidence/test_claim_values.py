"""What a document says, in words: no open end is closed, and nothing is made more exact."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.evidence.claim_values import bounds, in_words
from tests.evidence.conftest import PLAIN


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "words"),
    [
        ("exact", 1550, 1550, "1,550"),
        ("exact", 12.5, 12.5, "12.5"),
        ("approximately", 550, 550, "about 550"),
        ("at_least", 100, None, "at least 100"),
        ("over", 200, None, "over 200"),
        ("up_to", None, 2, "up to 2"),
        ("range", 4, 6, "4 to 6"),
        ("approximately", 4, 6, "about 4 to 6"),
        ("exact", None, 3, "3"),
        ("range", 4, None, "4"),
    ],
)
def test_a_claim_reads_as_it_was_printed(qualifier, low, high, words):
    assert in_words(replace(PLAIN, qualifier=qualifier, low=low, high=high)) == words


numbers = st.floats(0, 1e6)


@given(low=numbers, more=numbers, qualifier=st.sampled_from(("over", "at_least")))
def test_over_and_at_least_have_no_upper_value_whatever_was_entered(low, more, qualifier):
    claim = replace(PLAIN, qualifier=qualifier, low=low, high=low + more)
    assert bounds(claim) == (low, None)


@given(high=numbers)
def test_up_to_has_no_lower_value(high):
    claim = replace(PLAIN, qualifier="up_to", low=0, high=high)
    assert bounds(claim) == (None, high)
