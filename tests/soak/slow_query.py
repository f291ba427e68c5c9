"""L5: a query that never ends holds up whoever asked, for some seconds, and nobody else."""

import sys
from collections.abc import Iterator
from time import perf_counter, sleep
from typing import Final

from tests.soak.beside import Readers
from tests.soak.figures import Figure, Heard
from tests.soak.world import World
from tests.support.application import question
from tests.support.user import JSON, User

WORDS: Final = b"That took too long"
# So many times, with people reading on in between.
TIMES: Final = 4
PAUSE: Final = 3
# The service, but for those who say so: what they ask of the facts never ends.
COMMAND: Final = (
    sys.executable,
    "-c",
    "from sqlalchemy import event\n"
    "from sqlalchemy.engine import Engine\n"
    "from flask import has_request_context, request\n"
    "ENDLESS = 'WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) '\n"
    "ENDLESS += 'SELECT count(*) FROM n'\n"
    "@event.listens_for(Engine, 'before_cursor_execute', retval=True)\n"
    "def never_end(_connection, _cursor, statement, given, _context, _many):\n"
    "    marked = has_request_context() and 'X-Never-Ends' in request.headers\n"
    "    of_facts = statement.startswith(('SELECT', 'WITH')) and 'FROM placements' in statement\n"
    "    return (ENDLESS, type(given)()) if marked and of_facts else (statement, given)\n"
    "from dashboard.cli import main\n"
    "main(['serve'])",
)


def measure(world: World, seconds: float) -> Iterator[Figure]:
    """Give how long whoever asked waits for a plain message, and how the others fare."""
    with world.service(COMMAND) as service:
        readers = Readers(world, service)
        asker = world.signed_in(service, "viewer0@example.org", Heard())
        with readers.reading(seconds):
            waited, told = zip(*(_ask(asker, number) for number in range(TIMES)), strict=True)
        yield from readers.figures("L5", 1)
    yield Figure("L5", "the longest wait for a message", world.kind, max(waited), 6, "s", TIMES)
    yield Figure("L5", "answers without it", world.kind, TIMES - sum(told), 0, runs=TIMES)


def _ask(asker: User, number: int) -> tuple[float, bool]:
    """Look from a day from which nobody looked before, so that its rows must be added up."""
    body = question("/placements", f"?as_at=2024-03-{number + 1:02}")
    began = perf_counter()
    answer = asker.callback("slow", body, JSON | {"X-Never-Ends": "1"})
    waited = perf_counter() - began
    sleep(PAUSE)
    return waited, WORDS in answer.text
