"""Cells of a part stand together, as they come from the database."""

from itertools import groupby, product

from data.cells.cube import Cube
from data.queries.supply import NET, offers
from data.reader import Reader
from data.thresholds import Context
from tests import factories
from tests.cells.changing import TODAY

OWNERS = ("riverside", "lakeside")


def test_cells_of_an_owner_stand_together_whatever_else_tells_them_apart(two_employers):
    kinds = product(OWNERS, ("first", "final"))
    two_employers.do(*(factories.offer(owner=owner, level=level) for owner, level in kinds))
    cube = Cube(offers, Context(TODAY, TODAY, {}), [NET])
    with Reader(two_employers.engine).snapshot() as snapshot:
        cube.put(snapshot.rows(cube.statements.of_owners(OWNERS)))
    owner = cube.table().dimensions["owner"]
    stretches = [owner.values[code] for code, _ in groupby(owner.codes.tolist())]
    assert sorted(stretches) == sorted(OWNERS)
