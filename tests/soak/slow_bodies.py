"""I2: fifty connections that send a letter a second, while people read."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from socket import create_connection, socket
from threading import Event, Thread
from time import sleep
from typing import Final

from tests.soak.beside import Readers
from tests.soak.figures import Figure
from tests.soak.world import World
from tests.support.service import Service
from tests.support.user import HERE, HOST

SENDERS: Final = 50
LINES: Final = (
    "POST /sign-in HTTP/1.1",
    f"Host: {HOST}",
    f"Origin: https://{HOST}",
    "X-Forwarded-Proto: https",
    "Content-Type: application/x-www-form-urlencoded",
    "Content-Length: 1000",
    "",
    "",
)


def measure(world: World, seconds: float) -> Iterator[Figure]:
    """Give how those who read fare meanwhile."""
    readers = Readers(world)
    with readers.reading(seconds), _dripping(world.service):
        sleep(seconds)
    yield from readers.figures("I2", 1)


@contextmanager
def _dripping(service: Service) -> Iterator[None]:
    """Have them send for as long as the block lasts."""
    ended = Event()
    with ExitStack() as stack:
        sending = [stack.enter_context(_begun(service)) for _ in range(SENDERS)]

        def drip() -> None:
            while not ended.wait(1):
                for connection in sending:
                    # One that the service gave up is as good.
                    with suppress(OSError):
                        connection.sendall(b"x")

        thread = Thread(target=drip)
        thread.start()
        yield
        ended.set()
        thread.join()


def _begun(service: Service) -> socket:
    connection = create_connection((HERE, service.port), timeout=20)
    connection.sendall("\r\n".join(LINES).encode())
    return connection
