"""Whoever looks from another day keeps nobody waiting who looks from today."""

from datetime import date, timedelta
from threading import Thread

import pytest

from dashboard.editions.shelf import Shelf
from data.people.person import ANYBODY
from data.reader import Reader

TODAY = date(2026, 2, 1)


@pytest.fixture
def shelf(sqlite_engine):
    return Shelf(Reader(sqlite_engine), (), lambda: TODAY)


def finds(shelf, search):
    """Whether somebody gets what they look at while somebody else holds another day."""
    found = []

    def look():
        with shelf.at(search, ANYBODY).store.snapshot():
            found.append(search)

    other = shelf.at("?as_at=2024-03-01", ANYBODY)
    with other.store.snapshot():
        looking = Thread(target=look)
        looking.start()
        looking.join(0.5)
        at_once = bool(found)
    looking.join()
    return at_once


def test_l5_who_looks_from_today_does_not_wait_for_who_looks_from_another_day(shelf):
    assert finds(shelf, "?year=2025/26")


@pytest.mark.parametrize("days", [0, 1])
def test_the_next_day_is_prepared_where_it_will_be_looked_up(shelf, days):
    day = TODAY + timedelta(days=days)
    named, plain = (shelf.at(search, ANYBODY).store for search in (f"?as_at={day}", ""))
    assert named is plain


@pytest.mark.parametrize("day", ["2026-01-31", "2026-02-03"])
def test_other_days_are_kept_apart(shelf, day):
    assert shelf.at(f"?as_at={day}", ANYBODY).store is not shelf.at("", ANYBODY).store


@pytest.mark.parametrize("day", ["", "yesterday"])
def test_what_is_no_day_is_today(shelf, day):
    assert shelf.at(f"?as_at={day}", ANYBODY).store is shelf.at("", ANYBODY).store
