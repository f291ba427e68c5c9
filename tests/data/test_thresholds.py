"""Rules that change: which value is in force on a day, in a nation."""

from datetime import date
from types import SimpleNamespace

import pytest
from sqlalchemy import Text, create_engine, literal, select

from data.calendar import months_later
from data.thresholds import Context, history, in_force, statement

DAY = date(2026, 3, 1)


def setting(value, valid_from, country="any"):
    return SimpleNamespace(key="notice", value=str(value), valid_from=valid_from, country=country)


def in_england(*settings):
    latest_first = sorted(settings, key=lambda each: each.valid_from, reverse=True)
    return in_force(latest_first, DAY)["notice"]["England"]


def test_the_latest_value_that_has_begun_is_in_force():
    assert in_england(setting(28, date(2000, 1, 1)), setting(42, date(2025, 1, 1))) == 42


def test_a_value_is_in_force_on_the_day_on_which_it_begins():
    assert in_england(setting(28, date(2000, 1, 1)), setting(42, DAY)) == 42


def test_settings_are_read_the_latest_first():
    asked = statement()
    assert list(asked.selected_columns.keys()) == ["key", "country", "valid_from", "value"]
    assert str(asked).endswith("ORDER BY setting.valid_from DESC")


def test_a_value_that_begins_later_is_not_yet_in_force():
    assert in_england(setting(28, date(2000, 1, 1)), setting(42, date(2026, 3, 2))) == 28


@pytest.mark.parametrize("own_from", [date(2000, 1, 1), date(2020, 1, 1)])
def test_a_nation_s_own_value_goes_before_a_later_common_one(own_from):
    own, common = setting(42, own_from, "England"), setting(28, date(2025, 1, 1))
    assert in_england(own, common) == 42


def test_another_nation_s_value_changes_nothing_here():
    assert in_england(setting(28, date(2000, 1, 1)), setting(42, date(2000, 1, 1), "Wales")) == 28


@pytest.fixture
def context():
    numbers = {
        "notice": {"any": 28, "England": 28, "Wales": 42, "Scotland": 35},
        "window": {"any": 6, "England": 6, "Wales": 6},
    }
    return Context(DAY, DAY, numbers)


def said(expression):
    """What a database makes of an expression."""
    with create_engine("sqlite://").connect() as connection:
        return connection.execute(select(expression)).scalar_one()


@pytest.mark.parametrize(
    ("nation", "days"), [("England", 28), ("Wales", 42), ("Scotland", 35), (None, 28)]
)
def test_a_rule_is_that_of_the_nation_or_else_the_common_one(context, nation, days):
    assert said(context.number("notice", literal(nation, Text()))) == days


def test_a_rule_that_is_the_same_everywhere_asks_for_no_nation(context):
    made = context.number("window", literal("Wales"))
    assert (said(made), "CASE" in str(made)) == (6, False)


@pytest.mark.parametrize(("nation", "months"), [("England", 28), ("Wales", 42)])
def test_so_many_months_before_a_day_is_a_day(context, nation, months):
    found = context.months_before("notice", literal(nation), date(2026, 3, 31))
    assert said(found) == months_later(date(2026, 3, 31), -months)


def test_rules_are_told_by_nation_and_not_for_any_country(context):
    assert context.by_key() == {
        "notice": {"England": 28, "Wales": 42, "Scotland": 35},
        "window": {"England": 6, "Wales": 6},
    }


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
