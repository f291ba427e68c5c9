"""Whether an edition would be another by now than when somebody looked."""

import pytest

from data.editions.since import moved
from data.reader import Reader
from tests import factories

OF_ANOTHER = {"sheet": "demand", "owner": "southern"}
SAVES = {
    "nothing": ([], False),
    "rows of another partnership": ([factories.touched(1, **OF_ANOTHER)], False),
    "rows of a member": ([factories.touched(1, sheet="offers", owner="riverside")], True),
    "rows of another at a member": (
        [factories.touched(1, **OF_ANOTHER, employer="riverside")],
        True,
    ),
    "any figure": ([factories.touched(1)], True),
    "what touches no rows": ([], True),
    "one of them what touches no rows": ([factories.touched(1, **OF_ANOTHER)], True),
}
VERSIONS = {"nothing": 0, "one of them what touches no rows": 2}


@pytest.mark.parametrize("saved", SAVES)
def test_what_is_saved_counts_where_it_concerns_a_member(editions, given, engine, saved):
    touched, expected = SAVES[saved]
    given(factories.data_version(VERSIONS.get(saved, 1)), *touched)
    with Reader(engine).snapshot() as snapshot:
        assert moved(snapshot, 0, ["north"]) is expected


def test_a_backup_put_back_meanwhile_counts(editions, engine):
    with Reader(engine).snapshot() as snapshot:
        assert moved(snapshot, 5, ["north"])
