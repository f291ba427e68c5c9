"""Rules that change: which value is in force on a day, in a nation."""

from datetime import date
from types import SimpleNamespace

import pytest

from data.thresholds import history, in_force

DAY = date(2026, 3, 1)


def setting(value, valid_from, country="any"):
    return SimpleNamespace(key="notice", value=str(value), valid_from=valid_from, country=country)


def in_england(*settings):
    latest_first = sorted(settings, key=lambda each: each.valid_from, reverse=True)
    return in_force(latest_first, DAY)["notice"]["England"]


def test_the_latest_value_that_has_begun_is_in_force():
    assert in_england(setting(28, date(2000, 1, 1)), setting(42, date(2025, 1, 1))) == 42


def test_a_value_that_begins_later_is_not_yet_in_force():
    assert in_england(setting(28, date(2000, 1, 1)), setting(42, date(2026, 3, 2))) == 28


@pytest.mark.parametrize("own_from", [date(2000, 1, 1), date(2020, 1, 1)])
def test_a_nation_s_own_value_goes_before_a_later_common_one(own_from):
    own, common = setting(42, own_from, "England"), setting(28, date(2025, 1, 1))
    assert in_england(own, common) == 42


def test_another_nation_s_value_changes_nothing_here():
    assert in_england(setting(28, date(2000, 1, 1)), setting(42, date(2000, 1, 1), "Wales")) == 28


def test_every_value_of_a_setting_is_kept_with_its_day_and_country():
    rows = [
        setting(42, date(2027, 1, 1)),
        SimpleNamespace(key="other", value="1", valid_from=date(2026, 1, 1), country="any"),
        setting(28, date(2000, 1, 1), "Wales"),
    ]
    assert history(rows, "notice") == (
        (date(2027, 1, 1), "any", 42),
        (date(2000, 1, 1), "Wales", 28),
    )
