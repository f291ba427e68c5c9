"""The service as its own process, started and ended as somebody at a terminal does."""

import os
import signal
import socket
import subprocess
import sys
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from threading import Thread

import psutil

COMMAND = (Path(sys.executable).with_name("partnership"), "serve")
WAITRESS = (
    sys.executable,
    "-c",
    "from dashboard.commands.serving import with_waitress\n"
    "from dashboard.settings import Settings\n"
    "with_waitress(Settings.from_environment())",
)
# Its processes take their time before they handle signals themselves.
SLOW_TO_START = (
    sys.executable,
    "-c",
    "from time import sleep\n"
    "from dashboard.commands import serving\n"
    "from dashboard.settings import Settings\n"
    "usual = serving.options\n"
    "slow = {'post_fork': lambda _server, _worker: sleep(1)}\n"
    "serving.options = lambda settings: usual(settings) | slow\n"
    "serving.with_gunicorn(Settings.from_environment())",
)


class Service:
    """A running service.

    Attributes:
        port: Where it listens on this machine.
        said: What it has said so far.
    """

    def __init__(self, process, port):
        self._process = process
        self._listening = None
        self.port = port
        self.said = ""
        while "Serving on" not in self.said:
            line = process.stdout.readline()
            assert line, f"the service ended before it served: {self.said}"
            self.said += line

    def listen(self):
        """Keep all that it says from here on; one who says much is held up where nobody listens."""
        self._listening = Thread(target=self._hear, daemon=True)
        self._listening.start()

    def _hear(self):
        for line in self._process.stdout:
            self.said += line

    def processes(self):
        """The first of its processes, and those that it started."""
        first = psutil.Process(self._process.pid)
        return [first, *first.children(recursive=True)]

    def end(self):
        """End it, and hear the rest of what it says."""
        self._process.terminate()
        if self._listening:
            self._process.wait(timeout=60)
            self._listening.join(timeout=60)
        else:
            self._process.communicate(timeout=60)

    def says(self, words):
        """Whether it says some words; waits until it does, or ends."""
        return any(words in line for line in self._process.stdout)

    def get(self, path):
        """The status of an answer; a service that is not ready yet keeps one waiting for it."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=60)
        connection.request("GET", path, headers={"Accept": "text/html"})
        answer = connection.getresponse()
        answer.read()
        connection.close()
        return answer.status

    def interrupt(self):
        """End it as Ctrl+C does; return its exit status and the processes it left behind."""
        started = psutil.Process(self._process.pid).children(recursive=True)
        self._process.send_signal(signal.SIGINT)
        self.said += self._process.communicate(timeout=60)[0]
        return self._process.returncode, psutil.wait_procs(started, timeout=10)[1]

    def kill(self):
        """End it as a power cut does: all its processes, at once."""
        every = self.processes()
        for process in every:
            process.kill()
        psutil.wait_procs(every, timeout=10)


def free_port():
    """A port where nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


@contextmanager
def serving(url, command=COMMAND, port=None, folder=None, **environment):
    """A service on a database, at a port of its own; whatever becomes of it, it ends."""
    port = port or free_port()
    process = subprocess.Popen(
        command,
        env={
            "OPEN_ACCESS": "1",
            **os.environ,
            **environment,
            "DATABASE_URL": url,
            "PORT": str(port),
        },
        cwd=folder,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    service = None
    try:
        service = Service(process, port)
        yield service
    finally:
        if service:
            service.end()
        else:
            process.terminate()
            process.communicate(timeout=60)
