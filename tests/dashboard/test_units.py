import pytest

from dashboard import units
from dashboard.formatting import MINUS
from dashboard.indicators import INDICATORS
from dashboard.indicators.parts import Figure


def figure(value, status="ok", *, reported=12, expected=12, note=""):
    return Figure((), value, None, None, None, status, reported, expected, note)


@pytest.mark.parametrize(
    ("unit", "value", "text"),
    [
        ("count", 1300, "1,300"),
        ("share", 0.5, "50.0%"),
        ("points", -2.0, f"{MINUS}2.0 percentage points"),
        ("days", 1, "1 day"),
        ("days", 12, "12 days"),
        ("per_hundred", 13.75, "13.8 per 100"),
        ("ratio", 2.44, "2.4"),
        ("pounds", 12_345.67, "£12,346"),
    ],
)
def test_a_value_is_written_in_its_unit(unit, value, text):
    assert units.written(figure(value), unit) == text


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("not_reported", "not reported"),
        ("not_applicable", "not applicable"),
        ("suppressed", "hidden"),
    ],
)
def test_a_missing_number_says_why(status, text):
    assert units.written(figure(None, status), "count") == text


def test_a_partner_of_one_service_is_named_so():
    assert units.written(figure(None, "not_applicable", note="children's only"), "share") == (
        "children's only"
    )


def test_a_note_never_hides_that_a_return_is_missing():
    assert units.written(figure(None, "not_reported", note="adults' only"), "share") == (
        "not reported"
    )


@pytest.mark.parametrize(
    ("given", "text"),
    [
        (figure(3, "partial", reported=9), "9 of 12 partners"),
        (figure(3, "partial", reported=0, expected=1), "a return is missing"),
        (figure(3, "provisional"), "provisional"),
        (figure(3), ""),
        (figure(None, "not_reported", reported=9), ""),
    ],
)
def test_a_number_that_needs_a_warning_has_one(given, text):
    assert units.caution(given) == text


@pytest.mark.parametrize(
    ("status", "text"),
    [
        ("not_reported", "[x]"),
        ("not_applicable", "[z]"),
        ("suppressed", "[c]"),
        ("provisional", "[p]"),
        ("ok", ""),
    ],
)
def test_files_say_it_in_shorthand(status, text):
    assert units.shorthand(figure(None, status)) == text


def test_every_unit_of_the_catalogue_can_be_written():
    assert {indicator.unit for indicator in INDICATORS.values()} <= set(units.WRITING)


@pytest.mark.parametrize(
    ("unit", "change", "text"),
    [
        ("count", -3, f"{MINUS}3"),
        ("share", 0.1, "+10.0 percentage points"),
        ("days", 2, "+2 days"),
        ("per_hundred", 1.25, "+1.2"),
        ("pounds", -1_200.4, f"{MINUS}£1,200"),
        ("pounds", 1_200.4, "+£1,200"),
    ],
)
def test_a_change_is_written_with_its_sign(unit, change, text):
    assert units.WRITING[unit].write_change(change) == text
