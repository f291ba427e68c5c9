"""Somebody who makes editions, and their drafts."""

import pytest

from tests.editions.steps.forms import ASKED, COMMENTARY


@pytest.fixture
def manager(person):
    return person()


@pytest.fixture
def drafted(manager):
    """The manager's browser, once everything that lacks words was drafted."""
    assert manager.post(f"{COMMENTARY}draft", ASKED).status_code == 303
    return manager
