"""However many processes there are, somebody may ask as often as if there were one."""

from time import sleep

import pytest

from dashboard.server.limits import Limits, counting
from dashboard.server.shared_limits import REST, SharedLimits
from tests.support.redis import running

SELDOM = {"at_once": 3, "a_second": 0.1}
NOBODY = "redis://127.0.0.1:1/0"


@pytest.fixture
def process():
    """What one process counts with: `process(url)`."""
    made = []

    def count(url, **how_often):
        made.append(SharedLimits(url, **(how_often or SELDOM)))
        return made[-1]

    yield count
    for limits in made:
        limits._ask.registered_client.close()


@pytest.fixture
def two(process, redis_server):
    """Two processes that count in one Redis."""
    return [process(redis_server.url) for _ in range(2)]


def test_two_processes_count_together(two):
    waits = [two[number % 2].wait("sam", 0.0) for number in range(5)]
    assert (waits[:3], waits[3] in range(8, 11), waits[4] in range(8, 11)) == ([0] * 3, True, True)


def test_everybody_has_room_of_their_own(two):
    assert [two[0].wait(f"one of {number}", 0.0) for number in range(9)] == [0] * 9


def test_room_comes_back(process, redis_server):
    often = process(redis_server.url, at_once=1, a_second=20)
    first = [often.wait("kim", 0.0) for _ in range(2)]
    sleep(0.06)
    assert (first, often.wait("kim", 0.0)) == ([0, 1], 0)


def test_what_is_kept_of_somebody_is_forgotten_again(process, redis_server):
    limits = process(redis_server.url)
    limits.wait("pat", 0.0)
    client = limits._ask.registered_client
    assert 0 < client.ttl("partnership:limit:pat") <= 31


def test_without_redis_each_process_counts_for_itself():
    assert isinstance(counting(""), Limits)


def test_while_redis_is_away_each_counts_for_itself_and_the_log_says_so_once(process, caplog):
    limits = process(NOBODY)
    waits = [limits.wait("sam", moment) for moment in (0.0, 0.1, 0.2, 0.3, REST + 1)]
    assert (waits[:3], waits[3] > 0) == ([0, 0, 0], True)
    assert [record.getMessage() for record in caplog.records] == [
        "Redis is away (ConnectionError): each process counts for itself"
    ]


def test_once_it_is_back_they_count_together_again(process, tmp_path, caplog):
    with running(tmp_path) as server:
        limits = process(server.url)
        limits.wait("sam", 0.0)
        server.kill()
        assert limits.wait("sam", 1.0) == 0
        server.start()
        assert limits.wait("sam", 2.0 + REST) == 0
    assert [record.getMessage()[:13] for record in caplog.records] == [
        "Redis is away",
        "Redis is back",
    ]
