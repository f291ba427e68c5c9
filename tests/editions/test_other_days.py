"""Whoever looks from another day keeps nobody waiting who looks from today."""

from datetime import date, timedelta
from threading import Thread

import pytest

from dashboard.editions.cache import EditionCache
from data.people.person import ANYBODY
from data.reader import Reader

TODAY = date(2026, 2, 1)


@pytest.fixture
def edition_cache(sqlite_engine):
    return EditionCache(Reader(sqlite_engine), (), lambda: TODAY)


def finds(edition_cache, search):
    """Whether somebody gets what they look at while somebody else holds another day."""
    found = []

    def look():
        with edition_cache.at(search, ANYBODY).store.snapshot():
            found.append(search)

    other = edition_cache.at("?as_at=2024-03-01", ANYBODY)
    with other.store.snapshot():
        looking = Thread(target=look)
        looking.start()
        looking.join(0.5)
        at_once = bool(found)
    looking.join()
    return at_once


def test_l5_who_looks_from_today_does_not_wait_for_who_looks_from_another_day(edition_cache):
    assert finds(edition_cache, "?year=2025/26")


@pytest.mark.parametrize("days", [0, 1])
def test_the_next_day_is_prepared_where_it_will_be_looked_up(edition_cache, days):
    day = TODAY + timedelta(days=days)
    named, plain = (edition_cache.at(search, ANYBODY).store for search in (f"?as_at={day}", ""))
    assert named is plain


@pytest.mark.parametrize("day", ["2026-01-31", "2026-02-03"])
def test_other_days_are_kept_apart(edition_cache, day):
    assert (
        edition_cache.at(f"?as_at={day}", ANYBODY).store is not edition_cache.at("", ANYBODY).store
    )


@pytest.mark.parametrize("day", ["", "yesterday"])
def test_what_is_no_day_is_today(edition_cache, day):
    assert edition_cache.at(f"?as_at={day}", ANYBODY).store is edition_cache.at("", ANYBODY).store
