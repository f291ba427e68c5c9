"""What browsers send is taken in whole, or not at all, before anything is worked out."""

from io import BytesIO
from threading import Event, Thread

from dashboard.server.bodies import unhurried

MOST = 100


def asked(application, body, length):
    """What an application answers to a body that says to be so long, and how much was read."""
    said, sent = [], BytesIO(body)
    environ = {"wsgi.input": sent, "CONTENT_LENGTH": str(length)}
    answer = b"".join(application(environ, lambda status, _headers: said.append(status)))
    return answer, said, sent.tell()


def echo(environ, start):
    start("200 OK", [])
    return [environ["wsgi.input"].read()]


def test_a_whole_body_arrives_as_it_was_sent():
    assert asked(unhurried(echo, MOST, 1), b"x" * 99, 99) == (b"x" * 99, ["200 OK"], 99)


def test_half_a_body_is_taken_for_nothing():
    assert asked(unhurried(echo, MOST, 1), b"x" * 50, 99) == (b"", ["400 Bad Request"], 50)


def test_of_one_that_is_too_long_nothing_is_read():
    def refuse(_environ, start):
        start("413 Request Entity Too Large", [])
        return []

    assert asked(unhurried(refuse, MOST, 1), b"x" * 101, 101)[1:] == (
        ["413 Request Entity Too Large"],
        0,
    )


def test_no_more_are_worked_on_at_once_than_there_are_places():
    begun, go_on = [], Event()

    def slow(environ, _start):
        begun.append(environ)
        go_on.wait(10)
        return []

    application = unhurried(slow, MOST, 2)
    threads = [Thread(target=asked, args=(application, b"x", 1)) for _ in range(5)]
    for thread in threads:
        thread.start()
    threads[-1].join(0.2)
    at_once = len(begun)
    go_on.set()
    for thread in threads:
        thread.join()
    assert (at_once, len(begun)) == (2, 5)
