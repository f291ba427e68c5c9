"""The service in production, on either database, and browsers of people who use it."""

import pytest
from sqlalchemy import select

from app import create_app
from dashboard.settings import Settings
from data import migrate
from data.changes import people
from data.engine import make_engine, reading, writing
from data.schema import METADATA
from tests import factories
from tests.support.application import KEY, UNIVERSITY
from tests.support.databases import address
from tests.support.people import AUTHOR, Browser
from tests.support.postgres import run_on

HOME = "/update/north/riverside"
# Not what somebody could have changed: who is signed in, and what was refused.
ASIDE = {"app_session", "app_user", "user_scope", "audit", "sign_in_try"}


@pytest.fixture
def settings(database_url):
    return Settings(database_url, production=True, secret_key=KEY, providers=(UNIVERSITY,))


@pytest.fixture
def service(settings, engine, given, monkeypatch):
    """The service in production, on two partners with an open return."""
    # Whoever made the engine closes its connections, too.
    monkeypatch.setattr("app.make_engine", lambda _url: engine)
    given(*factories.open_return())
    return create_app(settings)


@pytest.fixture
def person(engine, service):
    """Somebody's browser: `person("coordinator", "organisation:riverside")`."""
    made = {}

    def sign_in(role, *scopes, application=service):
        if (role, scopes) not in made:
            pairs = [tuple(scope.split(":")) for scope in scopes]
            new = people.New(f"{role}{len(made)}@example.org", role.capitalize(), role, pairs)
            made[role, scopes] = people.add(engine, AUTHOR, new)
        browser = Browser(application)
        browser.come_in(made[role, scopes])
        browser.user = made[role, scopes]
        return browser

    return sign_in


@pytest.fixture
def business(engine):
    return lambda: stored(engine, ASIDE)


def stored(engine, aside):
    """Every row of every table, but for those that are left aside."""
    with reading(engine) as connection:
        return {
            name: connection.execute(select(table)).all()
            for name, table in METADATA.tables.items()
            if name not in aside
        }


@pytest.fixture
def sqlite_world(sqlite_engine):
    """A database in a file that the test may do anything to."""
    _begin(sqlite_engine)
    return sqlite_engine


@pytest.fixture
def postgresql_world(pg_server):
    """A database on a server that the test may do anything to."""
    run_on(pg_server.url, "CREATE DATABASE faults")
    url = address(pg_server.url, "faults")
    migrate.upgrade(url)
    engine = make_engine(url)
    _begin(engine)
    yield engine
    engine.dispose()
    run_on(pg_server.url, "DROP DATABASE faults WITH (FORCE)")


def _begin(engine):
    with writing(engine) as connection:
        for statement in (*factories.open_return(), factories.everybody_agrees()):
            connection.execute(statement)
