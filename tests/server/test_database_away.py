"""The database goes away under a running service, and comes back."""

import sqlite3

import pytest
from sqlalchemy.exc import OperationalError

from app import create_app
from dashboard import ids
from dashboard.settings import Settings
from data import migrate
from data.engine import make_engine
from tests.support.application import SAME_ORIGIN
from tests.support.databases import address
from tests.support.postgres import run_on

NAME = "goes_away"
END_SESSIONS = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = 'goes_away'"
PAGE = {"Accept": "text/html"}
DRAW = {
    "output": f"{ids.ANSWER}.data",
    "outputs": {"id": ids.ANSWER, "property": "data"},
    "inputs": [
        {"id": ids.ADDRESS, "property": "pathname", "value": "/"},
        {"id": ids.ADDRESS, "property": "search", "value": ""},
    ],
    "state": [{"id": ids.MOUNTED, "property": "data", "value": ""}],
    "changedPropIds": [f"{ids.ADDRESS}.pathname"],
}


class Database:
    """A PostgreSQL database that can be taken away and given back."""

    def __init__(self, server, template):
        self.server = server
        self.url = address(server, NAME)
        run_on(server, f"CREATE DATABASE {NAME} TEMPLATE {template}")

    def go(self):
        run_on(self.server, f"ALTER DATABASE {NAME} ALLOW_CONNECTIONS false", END_SESSIONS)

    def come(self):
        run_on(self.server, f"ALTER DATABASE {NAME} ALLOW_CONNECTIONS true")


@pytest.fixture
def database(pg_url, pg_template):
    made = Database(pg_url, pg_template)
    yield made
    run_on(pg_url, f"DROP DATABASE {NAME} WITH (FORCE)")


@pytest.fixture
def start(monkeypatch):
    """Start the service on a database, and ask it as a client."""
    engines = []

    def made(url):
        engines.append(make_engine(url))
        return engines[-1]

    monkeypatch.setattr("app.make_engine", made)
    yield lambda url: create_app(Settings(url, open_access=True)).server.test_client()
    for engine in engines:
        engine.dispose()


def statuses(client):
    """How the service lives, whether it is ready, what a page and the drawing of one answer."""
    drawn = client.post("/_dash-update-component", json=DRAW, headers=SAME_ORIGIN)
    return (
        client.get("/healthz/live").status_code,
        client.get("/healthz/ready").status_code,
        client.get("/", headers=PAGE).status_code,
        drawn.status_code,
    )


def test_f1_a_service_started_without_its_database_lives(start, database):
    database.go()
    client = start(database.url)
    assert statuses(client) == (200, 503, 503, 503)


def test_f1_a_service_started_without_its_database_works_as_soon_as_it_is_there(start, database):
    database.go()
    client = start(database.url)
    client.get("/healthz/ready")
    database.come()
    assert statuses(client) == (200, 200, 200, 200)


def test_f3_a_database_lost_in_use_is_said_in_words(start, database):
    client = start(database.url)
    client.get("/")
    database.go()
    assert "The database can&#x27;t be used" in client.get("/", headers=PAGE).text


def test_f2_a_database_lost_in_use_and_back_again_fails_no_request(start, database):
    client = start(database.url)
    client.get("/")
    database.go()
    database.come()
    assert statuses(client) == (200, 200, 200, 200)


def test_a_file_that_is_prepared_later_is_found_without_a_restart(start, tmp_path):
    url = f"sqlite:///{tmp_path / 'later.db'}"
    client = start(url)
    before = statuses(client)
    migrate.upgrade(url)
    assert (before, statuses(client)) == ((200, 503, 503, 503), (200, 200, 200, 200))


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_l5_what_takes_too_long_is_said_in_words(start, sqlite_url, monkeypatch, accept):
    def endless(*_):
        fault = sqlite3.OperationalError("interrupted")
        fault.sqlite_errorname = "SQLITE_INTERRUPT"
        raise OperationalError("SELECT", {}, fault)

    client = start(sqlite_url)
    monkeypatch.setattr("callbacks.pages.Drawing.answer", endless)
    headers = SAME_ORIGIN | {"Accept": accept}
    answer = client.post("/_dash-update-component", json=DRAW, headers=headers)
    assert (answer.status_code, "That took too long" in answer.text) == (504, True)
