"""What counts as evidence: a number that the claim allows, of the same year, and complete."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.disclosure import rules
from dashboard.evidence.ties import tie
from dashboard.evidence.verdicts import borne_out, held
from dashboard.indicators.parts import Figure
from tests.evidence.conftest import PLAIN


def figure(value, status="ok", note=""):
    reported = 2 if status == "partial" else 3
    return Figure((), value, None, None, None, status, reported, 3, note)


def judged(shown, **changes):
    claim = replace(PLAIN, **changes)
    found = held(claim, tie(claim), shown)
    return found.verdict, found.reason


@pytest.mark.parametrize(
    ("qualifier", "low", "high", "fits", "misses"),
    [
        ("exact", 200, 200, (200,), (199, 201)),
        ("approximately", 550, 550, (495, 550, 605), (494, 606)),
        ("at_least", 100, None, (100, 900), (99,)),
        ("over", 200, None, (201, 900), (200, 0)),
        ("up_to", None, 2, (0, 2), (3,)),
        ("range", 4, 6, (4, 5, 6), (3, 7)),
    ],
)
def test_records_bear_out_what_a_claim_allows(qualifier, low, high, fits, misses):
    claim = replace(PLAIN, qualifier=qualifier, low=low, high=high)
    assert all(borne_out(claim, value) for value in fits)
    assert not any(borne_out(claim, value) for value in misses)


@given(st.floats(0, 1e6), st.floats(0, 1e6))
def test_a_range_allows_its_ends_and_nothing_below_or_above(low, width):
    claim = replace(PLAIN, qualifier="range", low=low, high=low + width)
    assert borne_out(claim, low)
    assert borne_out(claim, low + width)
    assert not borne_out(claim, low - 1)
    assert not borne_out(claim, (low + width) * 1.001 + 1)


@given(st.floats(0, 100))
def test_a_printed_percentage_is_borne_out_by_the_share_that_it_rounds(percent):
    claim = replace(PLAIN, measure="vacancy rate", unit="%", low=round(percent, 1))
    claim = replace(claim, high=claim.low)
    assert held(claim, tie(claim), figure(percent / 100)).verdict == "evidenced"


@pytest.mark.parametrize(("value", "verdict"), [(0.644, "evidenced"), (0.646, "differs")])
def test_a_whole_percentage_allows_half_a_point(value, verdict):
    assert judged(figure(value), measure="vacancy rate", unit="%", low=64, high=64)[0] == verdict


def test_a_claim_that_no_figure_measures_is_claimed_and_says_so():
    assert judged(None, measure="research seminars") == ("claimed", "no figure here measures it")


@pytest.mark.parametrize("period", ["", "first year", "2024", "2024-25", "2024/26"])
def test_a_claim_of_no_academic_year_is_held_against_nothing(period):
    assert judged(None, period=period) == ("claimed", "no academic year is named")


@pytest.mark.parametrize(
    ("shown", "reason"),
    [
        (None, "there are no records of that year"),
        (figure(None, "not_reported"), "no return has arrived"),
        (figure(None, "not_applicable"), "not applicable"),
        (figure(None, "not_applicable", "adults' only"), "adults' only"),
        (figure(None, "suppressed"), "hidden"),
    ],
)
def test_without_a_number_it_is_claimed_and_not_evidenced(shown, reason):
    assert judged(shown) == ("claimed", reason)


def test_nought_is_a_number_that_records_show():
    assert judged(figure(0)) == ("differs", "")


@pytest.mark.parametrize("status", ["partial", "provisional"])
def test_what_may_still_change_settles_nothing(status):
    assert {judged(figure(value, status))[0] for value in (199, 200, 201)} == {"open"}


@pytest.mark.parametrize(("value", "verdict"), [(201, "evidenced"), (200, "open"), (3, "open")])
def test_but_a_count_that_is_over_already_can_only_grow(value, verdict):
    found = judged(figure(value, "partial"), qualifier="over", high=None)
    assert found == (verdict, "2 of 3 partners")


def rounded(value, **changes):
    return judged(replace(figure(value), reach=2), **changes)[0]


@pytest.mark.parametrize(
    ("value", "verdict"), [(190, "differs"), (200, "open"), (205, "differs"), (195, "differs")]
)
def test_a_rounded_count_settles_an_exact_claim_only_where_it_can_be_none_of_its_numbers(
    value, verdict
):
    assert rounded(value) == verdict


@pytest.mark.parametrize(
    ("value", "verdict"), [(195, "differs"), (200, "open"), (205, "evidenced")]
)
def test_a_rounded_count_bears_out_what_all_its_numbers_do(value, verdict):
    assert rounded(value, qualifier="over", high=None) == verdict


def test_a_rounded_count_says_why_nothing_is_settled():
    assert judged(replace(figure(200), reach=2)) == ("open", "the records are rounded here")


@given(st.integers(0, 60), st.integers(0, 60), st.integers(0, 20))
def test_no_verdict_on_rounded_records_contradicts_that_on_exact_ones(exact, low, width):
    bounds = {"qualifier": "range", "low": low, "high": low + width}
    shown = rules.rounded(exact)
    verdicts = {judged(figure(exact), **bounds)[0], rounded(shown, **bounds)} - {"open"}
    assert len(verdicts) == 1
