"""What has come to stay is not looked through for waste, and what is new not too often."""

import gc

import pytest

from dashboard.server import memory


@pytest.fixture
def usual():
    """How often it is looked for waste stays as it was before a test."""
    before = gc.get_threshold()
    yield before
    gc.unfreeze()
    gc.set_threshold(*before)


def test_while_code_is_loaded_nothing_is_looked_through_and_afterwards_all_but_that_code(usual):
    with memory.lasting():
        looked = gc.isenabled()
    assert (looked, gc.isenabled(), gc.get_freeze_count() > 0) == (False, True, True)


def test_afterwards_there_may_be_more_that_is_new_before_it_is_looked_through(usual):
    with memory.lasting():
        pass
    assert gc.get_threshold() == (memory.YOUNG, *usual[1:])
