"""Two machines behind a proxy are one service, also while one of them is away."""

import re
from contextlib import ExitStack, contextmanager
from socket import create_connection
from ssl import create_default_context
from time import monotonic, sleep

import pytest

from tests.support.application import question
from tests.support.dripping import dripping

pytestmark = pytest.mark.postgres
DESK = "/update/north/riverside"
UPDATE = "/_dash-update-component"
HEADINGS = "ref,sector,level,service_area,statutory,window_start,places,status"


def offers(places):
    """A file in which the council's offer has so many places."""
    row = f"O1,local_authority,final,adults,yes,2025-09-22,{places},offered"
    return {"file": ("offers.csv", f"{HEADINGS}\n{row}\n")}


def look_at(somebody, places, **by):
    """Send a file, and return what confirms it."""
    answer = somebody.send(f"{DESK}/file", {"sheet": "offers"}, files=offers(places), **by)
    assert answer.status_code == 200
    return {"token": re.search(r'name="token" value="([^"]+)"', answer.text)[1], "door": "file"}


def places(somebody, **by):
    """How many places a machine says are offered."""
    answer = somebody.send(UPDATE, json=question("/placements"), **by)
    assert answer.status_code == 200, answer.text
    return re.search(r'"net_supply".*?"data-value": ?"(\d+)"', answer.text)[1]


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


def test_the_proxy_and_the_machine_call_a_request_alike(sam, proxy):
    answer = sam.ask("/account")
    assert answer.headers["X-Request-ID"] == proxy.served()[-1][0]


def test_without_tls_one_is_led_to_tls(visitor, proxy):
    answer = visitor._session.get(f"{proxy.plain}/placements?year=2025/26", allow_redirects=False)
    found = (answer.status_code, answer.headers["Location"])
    assert found == (301, "https://localhost/placements?year=2025/26")


def test_a_session_is_for_tls_alone(sam):
    (cookie,) = [one for one in sam.cookies if "session" in one.name]
    assert (cookie.name, cookie.secure) == ("__Host-session", True)


def test_a_browser_keeps_to_tls(visitor):
    assert "max-age=" in visitor.ask("/sign-in").headers["Strict-Transport-Security"]


def test_a_browser_can_not_say_that_it_comes_from_elsewhere(visitor, proxy):
    forged = {"X-Forwarded-Host": "evil.example", "X-Forwarded-For": "203.0.113.9"}
    answer = visitor._session.post(
        f"{proxy.safe}/sign-in", {"email": "x", "password": "y"}, headers=forged
    )
    # Believed, the name would be another than the origin that the browser tells.
    assert answer.status_code == 401


def test_metrics_are_not_for_who_comes_through_the_proxy(sam):
    told = {"Authorization": "Bearer of whoever watches"}
    assert sam._session.get(f"{sam._proxy.safe}/metrics", headers=told).status_code == 404


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


def test_a_large_file_is_refused_in_words_by_the_machine(sam):
    large = {"file": ("offers.csv", "x" * 8_000_000)}
    answer = sam.send(f"{DESK}/file", {"sheet": "offers"}, files=large)
    assert (answer.status_code, "up to 5 MB" in answer.text) == (413, True)


@contextmanager
def slow_senders(proxy, count):
    """So many connections to the proxy that send a letter a second, until the block ends."""
    port = int(proxy.safe.rpartition(":")[2])
    context = create_default_context(cafile=proxy.certificate)
    lines = ["POST /sign-in HTTP/1.1", f"Host: localhost:{port}", "Content-Length: 1000", "", ""]
    with ExitStack() as stack:
        sending = []
        for _ in range(count):
            plain = stack.enter_context(create_connection(("localhost", port), timeout=20))
            safe = context.wrap_socket(plain, server_hostname="localhost")
            safe.sendall("\r\n".join(lines).encode())
            sending.append(stack.enter_context(safe))

        with dripping(sending):
            yield


def test_i2_behind_the_proxy_more_slow_senders_than_threads_hold_up_nobody(sam, proxy):
    # Of two machines with two processes each, every process has a hundred threads.
    with slow_senders(proxy, 420):
        sleep(2)
        began = monotonic()
        assert sam.ask("/account").status_code == 200
        assert monotonic() - began < 2


def test_without_redis_programs_are_answered_and_the_log_says_so(sam, machines, redis_server):
    redis_server.kill()
    try:
        answers = [sam.ask("/api/v1/indicators", by=machine).status_code for machine in machines]
    finally:
        redis_server.start()
    assert answers == [200, 200]
    assert all(machine.says("Redis is away") for machine in machines)
