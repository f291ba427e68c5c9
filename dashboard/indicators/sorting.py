"""Sort tables of students and places into blocks and classes."""

from typing import Final

import numpy as np

from dashboard.indicators.classes import OPEN, Classes
from dashboard.indicators.flow import AREAS, LEVELS, TURNS, Whole
from data.cells.groups import Numbers
from data.cells.side_by_side import side_by_side
from data.cells.table import Table
from data.sums import By

REQUIRED: Final = {"yes": 0, "no": 1}
# What is not known to be statutory serves as what is known not to be.
STATUTORY: Final = {"yes": 0, "no": 1, "not_known": 1}
LEVEL: Final = {level: place for place, level in enumerate((*LEVELS, "either"))}
AREA: Final = {area: place for place, area in enumerate(AREAS)}


def classes(students: Table, places: Table, block: By) -> Classes:
    """Return students and places by block; their tables are made as ``Matching`` says."""
    blocks = side_by_side((students, places), block)
    of_students, of_places = blocks.numbers
    turn = _kind(students, "statutory_required", REQUIRED)
    kind = _kind(places, "statutory", STATUTORY)
    own, pool = _pools(students, places, of_students, of_places)
    wanted, standing = _total(students), _total(places)
    size = (blocks.count, len(TURNS))
    by_turn = np.bincount(of_students * len(TURNS) + turn, wanted, size[0] * size[1])
    has_class = np.zeros(size, dtype=bool)
    has_class[of_students, turn] = True
    has_places = np.zeros(blocks.count, dtype=bool)
    has_places[of_places] = True
    return Classes(
        dimensions=blocks.dimensions,
        students=by_turn.reshape(size).astype(np.int32),
        has_class=has_class,
        places=np.bincount(of_places, standing, blocks.count).astype(np.int32),
        has_places=has_places,
        groups=_summed(of_students, turn, own, wanted),
        pools=_summed(of_places, pool, kind, standing),
    )


def _total(table: Table) -> Numbers:
    (added,) = table.added.values()
    return added.total


def _kind(table: Table, name: str, statutory: dict[str, int]) -> Numbers:
    """Return the turn of each class of students, or the kind of each class of places."""
    level, area = table.dimensions["level"].mapped(LEVEL), table.dimensions["service_area"]
    both = level * len(REQUIRED) + table.dimensions[name].mapped(statutory)
    return both * len(AREAS) + area.mapped(AREA)


def _pools(
    students: Table, places: Table, of_students: Numbers, of_places: Numbers
) -> tuple[Numbers, Numbers]:
    """Return the own pool of each class of students, and the pool of each class of places."""
    owner, reserved_for = students.dimensions["owner"], places.dimensions["reserved_for"]
    # In the order of their names, so that equal blocks number their pools alike.
    names = sorted({name for name in (*owner.values, *reserved_for.values) if name is not None})
    universities = {name: place for place, name in enumerate(names, start=1)}
    width = len(names) + 1
    reserved = reserved_for.mapped(universities)
    there = np.unique((of_places * width + reserved)[reserved != OPEN])
    numbers = np.arange(len(there)) - np.searchsorted(there, there // width * width) + 1

    def numbered(block: Numbers, university: Numbers) -> Numbers:
        if not len(there):
            return np.full(len(block), OPEN)
        wanted = block * width + university
        at = np.minimum(np.searchsorted(there, wanted), len(there) - 1)
        return np.where(there[at] == wanted, numbers[at], OPEN)

    return numbered(of_students, owner.mapped(universities)), numbered(of_places, reserved)


def _summed(block: Numbers, one: Numbers, other: Numbers, counts: Numbers) -> Whole:
    """Return block, both others and their count, sorted, once each and without noughts."""
    shape = [int(each.max(initial=0)) + 1 for each in (block, one, other)]
    joined = np.ravel_multi_index((block, one, other), shape)
    there, place = np.unique(joined, return_inverse=True)
    total = np.bincount(place, counts, len(there))
    rows = np.stack([*np.unravel_index(there, shape), total], axis=1).astype(np.int32)
    return rows[total > 0]
