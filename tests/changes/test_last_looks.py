"""What somebody saw is kept from one visit to the next, and never at anybody's cost."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given as whatever
from hypothesis import strategies as st

from data.changes import last_looks
from data.changes.last_looks import KEPT, NOTED, VISIT, Seen, look
from data.engine import writing
from tests import factories

BEGIN = datetime(2026, 2, 1, 9, tzinfo=UTC)
PAGE = "/?year=2025/26"
MINUTE = timedelta(minutes=1)


def seen(after, sequence=1, value=312):
    return Seen(BEGIN + after, sequence, {"net_supply": {"value": value, "status": "ok"}})


@pytest.fixture
def somebody(given):
    given(factories.user(1, "1@example.org"), factories.user(2, "2@example.org"))


@pytest.fixture
def visit(engine, somebody):
    """Looks at a page so long after the first look: `visit(40 * MINUTE, value=305)`."""
    return lambda after, user=1, page=PAGE, **more: look(engine, user, page, seen(after, **more))


def test_of_a_first_visit_there_is_nothing_to_compare_with(visit):
    assert visit(0 * MINUTE) is None
    assert visit(10 * MINUTE) is None


def test_the_next_visit_is_compared_with_the_end_of_the_one_before(visit):
    visit(0 * MINUTE, value=312, sequence=1)
    visit(10 * MINUTE, value=310, sequence=2)
    before = seen(10 * MINUTE, sequence=2, value=310)
    assert visit(60 * MINUTE, value=305, sequence=9) == before
    assert visit(70 * MINUTE, value=300, sequence=12) == before


def test_what_is_one_s_own_is_compared_with_nobody_else_s(visit):
    visit(0 * MINUTE)
    assert visit(60 * MINUTE, user=2) is None
    assert visit(60 * MINUTE, page="/") is None


def test_a_look_is_noted_once_a_minute(visit, stored):
    visit(0 * MINUTE)
    visit(NOTED - timedelta(seconds=1), value=1)
    assert stored("last_look")[0]["seen_at"] == BEGIN
    visit(NOTED, value=2)
    assert stored("last_look")[0]["seen_at"] == BEGIN + NOTED


def test_looking_changes_no_data(visit, stored):
    visit(0 * MINUTE)
    assert (stored("data_version")[0]["number"], stored("audit")) == (0, [])


def test_what_was_seen_long_ago_is_forgotten(visit, stored):
    visit(0 * MINUTE)
    visit(KEPT + MINUTE, page="/")
    assert [row["address"] for row in stored("last_look")] == ["/"]


def test_an_address_too_long_to_be_kept_is_left_out(visit, stored):
    assert visit(0 * MINUTE, page="/?" + "x" * 2000) is None
    assert stored("last_look") == []


def test_who_looks_does_not_wait_for_who_writes(sqlite_engine):
    with writing(sqlite_engine) as connection:
        connection.execute(factories.user(1, "1@example.org"))
    look(sqlite_engine, 1, PAGE, seen(0 * MINUTE))
    with writing(sqlite_engine):
        started = datetime.now(UTC)
        assert look(sqlite_engine, 1, PAGE, seen(60 * MINUTE)) == seen(0 * MINUTE)
        assert datetime.now(UTC) - started < timedelta(seconds=2)


def test_where_nothing_can_be_written_a_page_goes_without(sqlite_engine, monkeypatch):
    def refuse(*_):
        raise last_looks.DatabaseError("attempt to write a readonly database")

    monkeypatch.setattr(last_looks, "hurried", refuse)
    assert look(sqlite_engine, 1, PAGE, seen(0 * MINUTE)) is None


@whatever(st.lists(st.integers(0, 120), min_size=1, max_size=12))
def test_what_is_compared_with_is_always_the_last_look_before_a_pause(gaps):
    row, expected, last = None, None, None
    moment = BEGIN
    for number, gap in enumerate(gaps):
        moment += gap * MINUTE
        now = Seen(moment, number, {})
        before = last_looks._before(row, moment)
        if last and moment - last.at > VISIT:
            expected = last
        assert before == expected
        row, last = Row(now, before), now


class Row:
    """A row as it is kept."""

    def __init__(self, now, before):
        self.seen_at, self.seen_sequence, self.seen_figures = now.at, now.sequence, now.figures
        self.then_at = before and before.at
        self.then_sequence = before and before.sequence
        self.then_figures = before and before.figures
