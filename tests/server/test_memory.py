"""What has come to stay is not looked through for waste."""

import gc

from dashboard.server import memory


def test_while_code_is_loaded_nothing_is_looked_through_and_afterwards_all_but_that_code():
    with memory.lasting():
        looked = gc.isenabled()
    kept = gc.get_freeze_count()
    gc.unfreeze()
    assert (looked, gc.isenabled(), kept > 0) == (False, True, True)
