"""All of England on one database, with people who use it, and the service as in production."""

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import func, select

from dashboard.server import passwords
from data.changes import credentials, people
from data.changes.rows import Place
from data.engine import Engine, make_engine, reading, writing
from data.schema import FACTS, PARTNERSHIP
from layouts.pages import PAGES
from tests import factories
from tests.bench import databases, filters
from tests.soak.canaries import PASSWORD
from tests.soak.figures import Heard
from tests.support.application import question
from tests.support.people import AUTHOR
from tests.support.postgres import SAFE_IF_KILLED, running
from tests.support.service import Service, serving
from tests.support.user import HERE, Took, User
from tests.support.viewer import Viewer

SIZE: Final = "M"
VIEWERS: Final = 50
COORDINATORS: Final = 10
SHEET: Final = "offers"
WATCHES: Final = "of whoever watches the soak"
ENVIRONMENT: Final = {
    "PARTNERSHIP_ENV": "production",
    "SECRET_KEY": "of-the-soak-alone",
    "TRUSTED_PROXIES": HERE,
    "METRICS_TOKEN": WATCHES,
    "LOG_LEVEL": "info",
    "WEB_CONCURRENCY": "2",
    "OPEN_ACCESS": "",
}
# The service, but for those who say so: what these ask of the rows of placements never ends.
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
SEE_OTHER: Final = 303
# So many times over, so that both processes are met.
ROUNDS: Final = 4
Told = Callable[[Took], None]


@dataclass(frozen=True)
class World:
    """A database that people use.

    Attributes:
        kind: ``sqlite`` or ``postgresql``.
        engine: On it, to look at what was stored.
        places: Whose rows each coordinator keeps.
        known: What there is to choose from.
        service: In production, with two processes, that have read what they keep of the data.
        cookies: Of who is signed in, by their address.
    """

    kind: str
    engine: Engine
    places: Sequence[Place]
    known: filters.Choices
    service: Service
    cookies: dict[str, str] = field(default_factory=dict)

    def settle(self) -> None:
        """Open every page often enough that each process has read what it keeps of the data."""
        somebody = self.viewer(Heard(), 0)
        for _ in range(ROUNDS):
            for page in PAGES:
                somebody.callback("settle", question(page.path))

    def viewers(self, told: Told, count: int = VIEWERS) -> list[Viewer]:
        """Return people who read, signed in."""
        return [Viewer(self.viewer(told, number), self.known, number) for number in range(count)]

    def viewer(self, told: Told, number: int) -> User:
        """Return the browser of somebody who reads, signed in."""
        return self._signed_in(_viewer(number), told)

    def coordinator(self, told: Told, number: int) -> User:
        """Return the browser of somebody who keeps the rows of a place, signed in."""
        return self._signed_in(_coordinator(number), told)

    def _signed_in(self, email: str, told: Told) -> User:
        # Each has an address of their own, which tries are counted by.
        user = User(self.service.port, email, f"198.51.100.{1 + len(self.cookies)}", told)
        if email not in self.cookies:
            answer = user.sign_in(PASSWORD)
            if answer.status != SEE_OTHER:
                raise RuntimeError(f"{email} was not let in: {answer.status} {answer.why}")
            self.cookies[email] = user.cookie
        user.cookie = self.cookies[email]
        return user


@contextmanager
def sqlite_world() -> Iterator[World]:
    """Give a world on SQLite."""
    made = databases.made(SIZE)
    with databases.copied(made) as copy, _peopled("sqlite", databases.url(copy), made) as world:
        yield world


@contextmanager
def postgresql_world() -> Iterator[World]:
    """Give a world on a PostgreSQL server of its own."""
    made = databases.made(SIZE)
    with running(SAFE_IF_KILLED) as server:
        databases.partnership_at(server.url, "db", "upgrade")
        databases.partnership_at(server.url, "generate", "--size", SIZE, "--seed", databases.SEED)
        with _peopled("postgresql", server.url, made) as world:
            yield world


WORLDS: Final = {"sqlite": sqlite_world, "postgresql": postgresql_world}


@contextmanager
def _peopled(kind: str, url: str, made: Path) -> Iterator[World]:
    engine = make_engine(url)
    digest = passwords.hashed(PASSWORD)
    places = _places(engine)
    with reading(engine) as connection:
        partnerships = list(connection.scalars(select(PARTNERSHIP.c.code).order_by("code")))
    with writing(engine) as connection:
        connection.execute(factories.everybody_agrees())
    for number in range(VIEWERS):
        scope = ("partnership", partnerships[number % len(partnerships)])
        _account(engine, people.New(_viewer(number), "A viewer", "viewer", [scope]), digest)
    for number, place in enumerate(places):
        scope = ("organisation", place.owner)
        new = people.New(_coordinator(number), f"Coordinator {number}", "coordinator", [scope])
        _account(engine, new, digest)
    try:
        with serving(url, COMMAND, **ENVIRONMENT) as service:
            service.listen()
            world = World(kind, engine, places, filters.choices(made), service)
            world.settle()
            yield world
    finally:
        engine.dispose()


def _account(engine: Engine, new: people.New, digest: str) -> None:
    credentials.set_password(engine, AUTHOR, people.add(engine, AUTHOR, new), digest)


def _places(engine: Engine) -> list[Place]:
    """Those who hold the most rows, each in another partnership."""
    rows = FACTS[SHEET]
    held = (
        select(rows.c.partnership, rows.c.owner)
        .where(rows.c.voided_at.is_(None))
        .group_by(rows.c.partnership, rows.c.owner)
        .order_by(func.count().desc(), rows.c.owner)
    )
    with reading(engine) as connection:
        found = {one.partnership: one.owner for one in reversed(connection.execute(held).all())}
    return [Place(SHEET, where, owner) for where, owner in sorted(found.items())[:COORDINATORS]]


def _viewer(number: int) -> str:
    return f"viewer{number}@example.org"


def _coordinator(number: int) -> str:
    return f"coordinator{number}@example.org"
