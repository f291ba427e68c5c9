"""However many processes there are, somebody may ask as often as if there were one."""

from time import sleep

import pytest

from dashboard.server.limits import Limits
from dashboard.server.shared_limits import REST, SharedLimits, counting
from tests.support.redis import running

SELDOM = {"at_once": 3, "a_second": 0.1}
NOBODY = "redis://127.0.0.1:1/0"


@pytest.fixture
def two(redis_server):
    """Two processes' counts in one Redis."""
    return [SharedLimits(redis_server.url, **SELDOM) for _ in range(2)]


def test_two_processes_count_together(two):
    waits = [two[number % 2].wait("sam", 0.0) for number in range(5)]
    assert (waits[:3], waits[3] in range(8, 11), waits[4] in range(8, 11)) == ([0] * 3, True, True)


def test_everybody_has_room_of_their_own(two):
    assert [two[0].wait(f"one of {number}", 0.0) for number in range(9)] == [0] * 9


def test_room_comes_back(redis_server):
    often = SharedLimits(redis_server.url, at_once=1, a_second=20)
    first = [often.wait("kim", 0.0) for _ in range(2)]
    sleep(0.06)
    assert (first, often.wait("kim", 0.0)) == ([0, 1], 0)


def test_what_is_kept_of_somebody_is_forgotten_again(redis_server):
    limits = SharedLimits(redis_server.url, **SELDOM)
    limits.wait("pat", 0.0)
    client = limits._ask.registered_client
    assert 0 < client.ttl("partnership:limit:pat") <= 31


def test_without_redis_each_process_counts_for_itself():
    assert isinstance(counting(""), Limits)


def test_while_redis_is_away_each_counts_for_itself_and_the_log_says_so_once(caplog):
    limits = SharedLimits(NOBODY, **SELDOM)
    waits = [limits.wait("sam", moment) for moment in (0.0, 0.1, 0.2, 0.3, REST + 1)]
    assert (waits[:3], waits[3] > 0) == ([0, 0, 0], True)
    assert [record.getMessage() for record in caplog.records] == [
        "Redis is away (ConnectionError): each process counts for itself"
    ]


def test_once_it_is_back_they_count_together_again(tmp_path, caplog):
    with running(tmp_path) as server:
        limits = SharedLimits(server.url, **SELDOM)
        limits.wait("sam", 0.0)
        server.kill()
        assert limits.wait("sam", 1.0) == 0
        server.start()
        assert limits.wait("sam", 2.0 + REST) == 0
    assert [record.getMessage()[:13] for record in caplog.records] == [
        "Redis is away",
        "Redis is back",
    ]
