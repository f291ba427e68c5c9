"""A return, and the steps that it takes."""

import pytest

from data.changes import confirming, states
from data.returns.return_key import ReturnKey
from data.returns.sheets import SHEETS
from tests.changes.conftest import by

WHICH = ReturnKey("north", "riverside", "2025/26 Q1")
OWN = [name for name, sheet in SHEETS.items() if {"employer", "member"} & set(sheet.owners)]


@pytest.fixture
def step(engine, world):
    """Takes a step: `step("submit")`."""

    def take(name, author=None, reason="", which=WHICH):
        states.take(engine, author or by("manager"), which, name, reason)

    return take


@pytest.fixture
def ready(engine, world):
    """Every sheet of the return was looked through."""
    return lambda: confirming.confirm(engine, by(), WHICH, OWN)


@pytest.fixture
def state(stored):
    def look():
        found = stored("return_status")
        return found[0]["state"] if found else None

    return look
