"""Asks a service what a browser asks when a filter changes."""

import json
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from http.client import HTTPConnection
from pathlib import Path
from time import perf_counter
from typing import Any, Final

from dashboard import ids
from layouts.pages import PAGES
from tests.bench import reading
from tests.bench.databases import url
from tests.bench.filters import Chosen
from tests.bench.turns import MILLISECONDS
from tests.support.application import question
from tests.support.service import Service, serving

PAGE = "/placements"
GRAPH = '"type": "Graph"'
UPDATE = "/_dash-update-component"
# Nobody waits longer than that for an answer, and what measures them must not either.
LONGEST = 300
SECONDS = 60
# The service ends a connection on which nothing has been asked for two seconds.
KEPT = 1


class Asker:
    """One reader, who has the page open and keeps the connection, as browsers do.

    Attributes:
        received: Bytes of the last answer, as they came.
    """

    def __init__(self, port: int, cookie: str = "") -> None:
        """Connect; ask nothing yet. The cookie is that of a session."""
        self._connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST)
        self._headers = {
            "Content-Type": "application/json",
            "Origin": f"http://127.0.0.1:{port}",
            "Sec-Fetch-Site": "same-origin",
        }
        if cookie:
            self._headers["Cookie"] = cookie
        self._page, self._mounted = PAGE, ""
        self._asked = 0.0
        self.received = 0

    def open(self, page: str = PAGE) -> bool:
        """Have a page drawn, and remember that it is there; return whether it has charts."""
        answer = json.loads(self._post(question(page, "", ""), "identity"))
        data = answer["response"][ids.ANSWER]["data"]
        self._page, self._mounted = page, data["slots"][ids.MOUNTED]["data"]
        return GRAPH in json.dumps(data)

    def visit(self, cycle: Sequence[Chosen]) -> list[Chosen]:
        """Choose each once, as many as there is time for; return those."""
        ends = perf_counter() + SECONDS
        visited = []
        for chosen in cycle:
            if perf_counter() < ends:
                self.change(chosen)
                visited.append(chosen)
        return visited

    def change(self, chosen: Chosen) -> float:
        """Return the milliseconds until the page has its new values."""
        return self.post(question(self._page, chosen.search, self._mounted))

    def post(self, body: dict[str, object]) -> float:
        """Return the milliseconds until a callback has its answer."""
        self._connect_anew()
        began = self._asked = perf_counter()
        self.received = len(self._post(body, "br"))
        return (perf_counter() - began) * MILLISECONDS

    def send(self, body: dict[str, object]) -> tuple[float, dict[str, Any]]:
        """Return the milliseconds until a callback has its answer, and that answer."""
        self._connect_anew()
        began = self._asked = perf_counter()
        answer = self._post(body, "identity")
        return (perf_counter() - began) * MILLISECONDS, json.loads(answer)

    def _connect_anew(self) -> None:
        if perf_counter() - self._asked > KEPT:
            self._connection.close()
            self._connection.connect()

    def _post(self, body: dict[str, object], encoding: str) -> bytes:
        headers = self._headers | {"Accept-Encoding": encoding}
        self._connection.request("POST", UPDATE, json.dumps(body), headers)
        answer = self._connection.getresponse()
        contents = answer.read()
        if answer.status != 200:
            raise RuntimeError(f"answered with {answer.status}: {contents[:200]!r}")
        return contents

    def close(self) -> None:
        """End the connection."""
        self._connection.close()


@contextmanager
def asker(service: Service) -> Iterator[Asker]:
    """Give a reader of a service, at its first page."""
    reader = Asker(service.port, reading.cookie(service.port))
    reader.open()
    yield reader
    reader.close()


@contextmanager
def settled(path: Path) -> Iterator[Service]:
    """Give a service of one worker on a database, once it has made its pages ready.

    Nobody reads there without signing in.
    """
    reading.add(path)
    with serving(url(path), WEB_CONCURRENCY="1", **reading.CLOSED) as service:
        ready(service)
        yield service


class Settled:
    """Services that have made their pages ready, kept for what is measured next.

    To read ten million rows takes minutes, and one service can answer one measurement after
    the other.
    """

    def __init__(self) -> None:
        """Keep none yet."""
        self._kept: dict[Path, Service] = {}
        self._ends = ExitStack()

    def on(self, path: Path) -> Service:
        """Return the service on a database; it is started if none is there."""
        if path not in self._kept:
            self._kept[path] = self._ends.enter_context(settled(path))
        return self._kept[path]

    def end(self) -> None:
        """End every one of them."""
        self._kept.clear()
        self._ends.close()


SETTLED: Final = Settled()


def ready(service: Service) -> None:
    """Open every page of a service once."""
    reader = Asker(service.port, reading.cookie(service.port))
    for page in PAGES:
        reader.open(page.path)
    reader.close()
