"""Moments at which clocks are awkward, for tests that are marked `clock`."""

import time
from datetime import datetime

import pytest
import time_machine

# Clocks in London go forward and back, a year ends, and a day that few years have.
MOMENTS = (
    "2026-03-29T00:59:30+00:00",
    "2026-03-29T01:00:30+00:00",
    "2026-10-25T00:59:30+00:00",
    "2026-10-25T01:00:30+00:00",
    "2026-12-31T23:59:59+00:00",
    "2028-02-29T12:00:00+00:00",
)
ZONES = ("America/New_York", "Asia/Kolkata", "Europe/London")


def pytest_addoption(parser):
    parser.addoption("--moment", help="when tests marked `clock` begin: 2026-03-29T00:59:30Z")


@pytest.fixture(autouse=True)
def _asked_moment(request):
    """Have a test that is marked begin at the moment that was asked for."""
    asked = request.config.getoption("--moment")
    if asked and request.node.get_closest_marker("clock"):
        with time_machine.travel(datetime.fromisoformat(asked)) as traveller:
            yield traveller
    else:
        yield None


@pytest.fixture(params=ZONES)
def zone(request, monkeypatch):
    """Where the machine of the service stands."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.fixture(params=MOMENTS)
def moment(request):
    """The moment that it is, for as long as the test lasts."""
    at = datetime.fromisoformat(request.param)
    with time_machine.travel(at, tick=False) as traveller:
        traveller.at = at
        yield traveller
