"""Two partners with an open return, and browsers of people who look after them."""

import pytest
from sqlalchemy import select

from data.engine import reading
from data.schema import METADATA
from tests import factories

HOME = "/update/north/riverside"


@pytest.fixture
def world(holding):
    holding(*factories.open_return())


@pytest.fixture
def person(world, account, browser_of):
    """Somebody's browser: `person("coordinator")` looks after the council's rows."""

    def make(role="coordinator", scope="organisation:riverside"):
        scopes = () if role == "administrator" else (scope,)
        return browser_of(account(role, *scopes))

    return make


@pytest.fixture
def stored(sqlite_engine):
    def look(name):
        with reading(sqlite_engine) as connection:
            found = connection.execute(select(METADATA.tables[name])).mappings().all()
        return [dict(row) for row in found]

    return look


@pytest.fixture
def business(stored):
    """Every row that somebody could have changed; not who is signed in, or what was refused."""
    aside = {"app_session", "sign_in_try", "app_user", "user_scope", "audit"}
    return lambda: {name: stored(name) for name in METADATA.tables if name not in aside}
