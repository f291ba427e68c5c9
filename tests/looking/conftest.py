"""The world of updating, and what a page of figures shows somebody in it."""

import pytest

from tests.support.application import question
from tests.updating.conftest import business, person, stored, world

__all__ = ["business", "person", "stored", "world"]


@pytest.fixture
def slots():
    """What a browser puts in its places: `slots(browser, "/placements", "?year=2025/26")`."""

    def ask(browser, path, search=""):
        answer = browser.send("/_dash-update-component", question(path, search))
        assert answer.status_code == 200, answer.text
        return answer.get_json()["response"]["answer"]["data"]["slots"]

    return ask
