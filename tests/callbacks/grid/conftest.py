"""A grid of offers, what is done on it, and what it answers."""

import pytest

from dashboard import ids
from tests import factories
from tests.support.application import on_the_grid

PATH = "/update/north/riverside/offers/grid"
OFFER = {
    "id": "1",
    "version": 1,
    "ref": "O1",
    "sector": "local_authority",
    "level": "final",
    "service_area": "adults",
    "statutory": "yes",
    "window_start": "2025-09-22",
    "places": 4,
    "status": "offered",
}


@pytest.fixture
def world(holding):
    holding(*factories.reference(), factories.offer(ref="O1", places=4), factories.placement())


@pytest.fixture
def grid(world, account, browser_of):
    """Does something on a grid: `grid(row=OFFER | {"places": 5})`; gives the answer."""
    people = {}

    def act(role="coordinator", scope="organisation:riverside", path=PATH, **given):
        who = (role, scope)
        if who not in people:
            scopes = () if role == "administrator" else (scope,)
            people[who] = browser_of(account(role, *scopes, email=f"{len(people)}@example.org"))
        return people[who].send("/_dash-update-component", on_the_grid(path, **given))

    return act


@pytest.fixture
def stored(sqlite_engine):
    def look(table="offers"):
        with sqlite_engine.connect() as connection:
            found = connection.execute(factories.FACTS[table].select()).mappings().all()
        return [dict(row) for row in found]

    return look


def came(answer):
    return answer.get_json()["response"][ids.GRID_ANSWER]["data"]


def told(answer):
    return came(answer)["words"]
