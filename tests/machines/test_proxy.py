"""What comes through the proxy: over TLS alone, and neither too large nor too slow."""

from contextlib import ExitStack, contextmanager
from socket import create_connection
from ssl import create_default_context
from time import monotonic, sleep

import pytest

from tests.machines.council_offer import DESK
from tests.support.dripping import dripping

pytestmark = pytest.mark.postgres


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
