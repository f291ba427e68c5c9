"""A real mail server on this machine, and what has arrived there."""

import socket
from email import message_from_bytes

import pytest
from aiosmtpd.controller import Controller


class Box:
    """Keeps what arrives."""

    def __init__(self):
        self.letters = []

    async def handle_DATA(self, _server, _session, envelope):  # noqa: N802 - the library's name
        self.letters.append(message_from_bytes(envelope.content))
        return "250 Taken"


@pytest.fixture
def box():
    """A mail server on this machine, and what has arrived there."""
    taken = Box()
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    server = Controller(taken, hostname="127.0.0.1", port=port)
    server.start()
    taken.url = f"smtp://127.0.0.1:{port}"
    yield taken
    server.stop()
