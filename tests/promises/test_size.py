"""I2: what is too large is refused in words, and what comes slowly holds up nobody."""

import time
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from socket import create_connection

import pytest

from tests import factories
from tests.support.dripping import dripping
from tests.support.service import serving


@pytest.fixture
def browser(holding, account, browser_of):
    holding(*factories.reference())
    return browser_of(account("manager", "partnership:north"))


@pytest.mark.parametrize("path", ["/update/north/riverside/file", "/sign-in", "/forgot"])
def test_i2_what_is_too_large_is_refused_in_words_with_the_limit(browser, path):
    form = "multipart/form-data; boundary=x"
    answer = browser.post(path, b"x" * 8_000_000, content_type=form)
    assert (answer.status_code, "up to 5 MB" in answer.text) == (413, True)


def test_i2_it_is_refused_by_what_it_says_of_itself_before_it_is_read(browser):
    answer = browser.post(
        "/update/north/riverside/file",
        b"x",
        content_type="multipart/form-data; boundary=x",
        environ_overrides={"CONTENT_LENGTH": str(10**9)},
    )
    assert answer.status_code == 413


@pytest.fixture
def service(sqlite_url):
    with serving(sqlite_url) as started:
        started.get("/")
        yield started


def begin(service, how_long):
    """A connection on which somebody has begun to send the form of signing in."""
    connection = create_connection(("127.0.0.1", service.port), timeout=20)
    here = f"localhost:{service.port}"
    lines = ["POST /sign-in HTTP/1.1", f"Host: {here}", f"Origin: http://{here}", how_long]
    lines.append("Content-Type: application/x-www-form-urlencoded")
    connection.sendall("\r\n".join([*lines, "", ""]).encode())
    return connection


def test_i2_a_body_that_does_not_say_its_length_is_refused_unread(service):
    with begin(service, "Transfer-Encoding: chunked") as connection:
        assert connection.recv(100).startswith(b"HTTP/1.1 411")


@contextmanager
def slow_senders(service, count):
    """So many connections that send a letter a second, for as long as the block lasts."""
    with ExitStack() as stack:
        sending = [
            stack.enter_context(begin(service, "Content-Length: 1000")) for _ in range(count)
        ]

        with dripping(sending):
            yield


def test_i2_fifty_who_send_a_letter_a_second_hold_up_nobody(service):
    with slow_senders(service, 50):
        time.sleep(1)
        began = time.monotonic()
        viewer = HTTPConnection("127.0.0.1", service.port, timeout=20)
        viewer.request("GET", "/", headers={"Accept": "text/html"})
        assert viewer.getresponse().status == 200
        viewer.close()
        assert time.monotonic() - began < 2
