"""Two machines behind a proxy are one service, also while one of them is away."""

from time import monotonic

import pytest

from tests.machines.council_offer import DESK, look_at, places

pytestmark = pytest.mark.postgres


def version(somebody, **by):
    return somebody.ask("/data-version", **by).json()["version"]


def test_who_signed_in_is_known_to_both(sam, machines):
    assert [sam.ask("/account", by=machine).status_code for machine in machines] == [200, 200]


def test_who_signs_out_by_one_is_signed_out_of_both(sam, machines):
    copied = dict(sam.cookies)
    sam.send("/sign-out", by=machines[0])
    sam.cookies.update(copied)
    assert [sam.ask("/account", by=machine).status_code for machine in machines] == [303, 303]


def test_wrong_passwords_are_counted_together(visitor, machines):
    tried = [
        visitor.sign_in("kim@example.org", "wrong", by=machines[number % 2]).status_code
        for number in range(6)
    ]
    assert tried == [401] * 5 + [429]


def test_requests_of_programs_are_counted_together(sam, machines):
    statuses = [
        sam.ask("/api/v1/nothing", by=machines[number % 2]).status_code for number in range(160)
    ]
    # In the seconds that this takes some more may come.
    assert 120 <= statuses.count(404) < 150
    assert statuses[-1] == 429


def test_what_one_takes_in_the_other_shows(sam, machines):
    one, other = machines
    assert places(sam, by=one) == places(sam, by=other) == "4"
    confirmed = look_at(sam, 9, by=one)
    assert sam.send(f"{DESK}/file/confirm", confirmed, by=one).status_code == 303
    assert places(sam, by=other) == places(sam, by=one) == "9"


def test_a_page_open_on_one_hears_of_a_change_by_the_other(sam, machines):
    one, other = machines
    before = version(sam, by=other)
    sam.send(f"{DESK}/file/confirm", look_at(sam, 11, by=one), by=one)
    assert version(sam, by=other) == before + 1


def test_a_file_looked_at_by_one_is_confirmed_by_the_other(sam, machines):
    one, other = machines
    confirmed = look_at(sam, 12, by=one)
    assert sam.send(f"{DESK}/file/confirm", confirmed, by=other).status_code == 303
    assert places(sam, by=one) == "12"


def test_a_file_confirmed_by_both_at_once_is_taken_in_once(sam, machines):
    confirmed, before = look_at(sam, 13), version(sam)
    for machine in machines:
        sam.send(f"{DESK}/file/confirm", confirmed, by=machine)
    assert version(sam) == before + 1


def test_one_may_be_killed_and_come_back_while_people_work(sam, machines, proxy):
    one = machines[0]
    confirmed = look_at(sam, 14, by=one)
    one.kill()
    try:
        statuses = [sam.ask("/account").status_code for _ in range(20)]
        assert statuses == [200] * 20
        assert sam.send(f"{DESK}/file/confirm", confirmed).status_code == 303
        assert places(sam) == "14"
    finally:
        one.start()
    assert places(sam, by=one) == "14"
    seen = len(proxy.served())
    # The proxy asks it again after the five seconds of `fail_timeout`.
    until = monotonic() + 60
    while f"127.0.0.1:{one.port}" not in str(proxy.served()[seen:]):
        assert monotonic() < until, "the proxy did not take it back"
        sam.ask("/healthz/live")


def test_a_machine_tells_what_all_its_processes_counted(machines, visitor):
    machine = machines[0]
    name = 'partnership_requests_total{method="GET",route="/healthz/live",status="200"}'

    def counted():
        line = next(line for line in machine.metrics().splitlines() if line.startswith(name))
        return float(line.split()[-1])

    before = counted()
    for _ in range(40):
        visitor.ask("/healthz/live", by=machine)
    assert {counted() - before for _ in range(10)} == {40.0}


def test_without_redis_programs_are_answered_and_the_log_says_so(sam, machines, redis_server):
    redis_server.kill()
    try:
        answers = [sam.ask("/api/v1/indicators", by=machine).status_code for machine in machines]
    finally:
        redis_server.start()
    assert answers == [200, 200]
    assert all(machine.says("Redis is away") for machine in machines)
