"""A Redis of the tests' own, which they may end and start again."""

import subprocess
from contextlib import contextmanager
from time import monotonic, sleep

import pytest
from redis import Redis, RedisError

from tests.support.left_out import give_up
from tests.support.service import free_port
from tests.tools import servers


class RedisServer:
    """A Redis that a test may do anything to.

    Attributes:
        url: Its address.
    """

    def __init__(self, command, folder):
        port = free_port()
        self.url = f"redis://127.0.0.1:{port}/0"
        self._command = [command, "--port", str(port), "--bind", "127.0.0.1", "--save", ""]
        self._folder = folder
        self._process = None

    def start(self):
        self._process = subprocess.Popen(
            self._command,
            cwd=self._folder,
            env=servers.variables(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = monotonic() + 10
        while not self._answers():
            assert monotonic() < until, "Redis did not start"
            sleep(0.02)

    def kill(self):
        self._process.kill()
        self._process.wait(timeout=10)

    def _answers(self):
        try:
            with Redis.from_url(self.url) as client:
                return client.ping()
        except RedisError:
            return False


@pytest.fixture(scope="module")
def redis_server(tmp_path_factory):
    """A running Redis."""
    with running(tmp_path_factory.mktemp("redis")) as server:
        yield server


@contextmanager
def running(folder):
    command = servers.where("redis-server")
    if not command:
        give_up("no Redis; run `python -m tests.tools.servers`")
    server = RedisServer(command, folder)
    server.start()
    try:
        yield server
    finally:
        server.kill()
