"""What an address asks for, what of it is unknown, and how it is written again."""

from datetime import date

import pytest

from dashboard import addresses, hrefs
from data.options import Options

TODAY = date(2026, 3, 1)
OPTIONS = Options(
    regions={"E12000002": "North West"},
    partnerships={"north": "North"},
    organisations={"riverside": "Riverside"},
    years=("2025/26", "2024/25"),
    origins={"north": "records"},
    kinds={"riverside": "local_authority"},
    services={},
)


@pytest.fixture
def asked():
    return lambda search: addresses.read(search, OPTIONS, TODAY)


def test_without_a_word_today_is_asked_about(asked):
    assert asked("").selection.as_at == TODAY


def test_another_day_is_asked_about(asked):
    assert asked("?as_at=2025-12-01").selection.as_at == date(2025, 12, 1)


@pytest.mark.parametrize("day", ["30 February", "2026-02-30", "0001-01-01", "9999-12-31"])
def test_a_day_that_cannot_be_asked_about_is_dropped_and_said_so(asked, day):
    found = asked(f"?as_at={day}")
    assert (found.selection.as_at, found.unknown) == (TODAY, (("Date", day),))


def test_an_unknown_value_is_dropped_and_said_so(asked):
    found = asked("?partnership=south&partnership=north")
    assert found.selection.partnerships == ("north",)
    assert found.unknown == (("Partnership", "south"),)


@pytest.mark.parametrize(
    "query",
    ["region=E12000002&year=2025/26&year=2024/25", "level=final&basis=hei", "as_at=2025-12-01"],
)
def test_an_address_is_written_as_it_was_read(asked, query):
    assert asked(query).query == query


def test_what_is_usual_is_left_out_of_the_address(asked):
    assert asked("?basis=employer&as_at=2026-03-01").query == ""


def test_what_is_no_filter_is_left_to_the_page():
    search = "?year=2025/26&peer=a&show=demand&peer=b&as_at=2026-01-01"
    assert addresses.own(search) == {"peer": ("a", "b"), "show": ("demand",)}


@pytest.mark.parametrize(
    ("query", "pairs", "joined"),
    [
        ("", [], ""),
        ("year=2025/26", [], "year=2025/26"),
        ("", [("peer", "a")], "peer=a"),
        ("year=2025/26", [("peer", "a b"), ("peer", "c&d")], "year=2025/26&peer=a+b&peer=c%26d"),
    ],
)
def test_it_stands_behind_the_filters(query, pairs, joined):
    assert hrefs.joined(query, pairs) == joined
