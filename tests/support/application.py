"""The whole application on a database of its own, and questions to it without a browser."""

from datetime import date

import pytest
from flask import g
from sqlalchemy import select

from app import create_app
from callbacks.pages import Drawing
from dashboard import ids
from dashboard.settings import Provider, Settings
from data.engine import writing
from data.people.person import ANYBODY
from data.reader import Reader
from data.schema import DATA_VERSION
from layouts.pages import PAGES
from tests import factories

KEY = "of-the-tests-alone"
UNIVERSITY = Provider("University", "https://sign-on.example", "dashboard", "of the tests")
SAME_ORIGIN = {"Origin": "http://localhost", "Sec-Fetch-Site": "same-origin"}


@pytest.fixture
def holding(sqlite_engine):
    """Run statements, mostly from tests/factories/, on the application's database."""

    def insert(*statements):
        with writing(sqlite_engine) as connection:
            for statement in statements:
                connection.execute(statement)
            connection.execute(factories.everybody_agrees())
            number = connection.execute(select(DATA_VERSION.c.number)).scalar_one()
            connection.execute(factories.touched(number))

    return insert


@pytest.fixture
def application(sqlite_url):
    """The application of somebody who lets everybody on this machine read."""
    return create_app(Settings(sqlite_url, open_access=True))


@pytest.fixture
def shell(application):
    """What surrounds every page, as a reader gets it."""
    with application.server.test_request_context():
        g.person = ANYBODY
        return application.layout()


@pytest.fixture
def closed(sqlite_url):
    """The application as users meet it, who may also sign on at their own organisation."""
    settings = Settings(sqlite_url, production=True, secret_key=KEY, providers=(UNIVERSITY,))
    return create_app(settings)


def question(path, search="", mounted=""):
    """What a browser asks when the address changes."""
    return {
        "output": f"{ids.ANSWER}.data",
        "outputs": {"id": ids.ANSWER, "property": "data"},
        "inputs": [
            {"id": ids.ADDRESS, "property": "pathname", "value": path},
            {"id": ids.ADDRESS, "property": "search", "value": search},
        ],
        "state": [{"id": ids.MOUNTED, "property": "data", "value": mounted}],
        "changedPropIds": [f"{ids.ADDRESS}.pathname"],
    }


def on_the_grid(path, done="change", **given):
    """What the grid at an address sends when something is done on it."""
    part = {"id": ids.GRID_ANSWER, "property": "data"}
    return {
        "output": f"{ids.GRID_ANSWER}.data",
        "outputs": part,
        "inputs": [
            {"id": ids.GRID_SENT, "property": "data", "value": {"done": done, "number": 1, **given}}
        ],
        "state": [{"id": ids.ADDRESS, "property": "pathname", "value": path}],
        "changedPropIds": [f"{ids.GRID_SENT}.data"],
    }


def explanation(path, indicator, search=""):
    """What opening the explanation of a figure sends."""
    where = {"indicator": indicator, "type": ids.WHERE_FROM}
    part = {"indicator": indicator, "type": ids.WHERE_FROM_BODY}
    return {
        "output": f'{{"indicator":["MATCH"],"type":"{ids.WHERE_FROM_BODY}"}}.children',
        "outputs": {"id": part, "property": "children"},
        "inputs": [{"id": where, "property": "n_clicks", "value": 1}],
        "state": [
            {"id": where, "property": "id", "value": where},
            {"id": ids.ADDRESS, "property": "pathname", "value": path},
            {"id": ids.ADDRESS, "property": "search", "value": search},
        ],
        "changedPropIds": [],
    }


@pytest.fixture
def draw(application):
    """What the draw request answers: `draw("/placements", "?year=2025/26")`."""
    client = application.server.test_client()

    def answer(path, search="", mounted=""):
        body = question(path, search, mounted)
        response = client.post("/_dash-update-component", json=body, headers=SAME_ORIGIN)
        assert response.status_code == 200, response.text
        return response.get_json()["response"][ids.ANSWER]["data"]

    return answer


@pytest.fixture
def drawing(sqlite_engine):
    """What draws the pages, on the application's database."""
    return Drawing(PAGES, Reader(sqlite_engine), lambda: date(2026, 2, 1))
