"""Senders who take their time."""

from contextlib import contextmanager
from threading import Event, Thread


@contextmanager
def dripping(connections):
    """Send a letter a second on each connection, for as long as the block lasts."""
    ended = Event()

    def drip():
        while not ended.wait(1):
            for connection in connections:
                connection.sendall(b"x")

    sending = Thread(target=drip)
    sending.start()
    try:
        yield
    finally:
        ended.set()
        sending.join()
