"""Two partnerships, with what each was sent."""

import pytest

from tests import factories

NORTH = "partnership:north"


@pytest.fixture
def world(holding):
    holding(
        *factories.reference(),
        factories.demand(students=5),
        factories.offer(ref="O1", places=3, team="=cmd|x"),
        factories.partnership("south"),
        factories.council("lakeside"),
        factories.membership("lakeside", "south"),
        factories.offer(ref="O2", places=4, partnership="south", owner="lakeside"),
    )


@pytest.fixture
def manager(world, program):
    return program("manager", NORTH)
