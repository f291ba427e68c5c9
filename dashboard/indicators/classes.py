"""Students and places of a world sorted into blocks and classes, as arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Any, Final

import numpy as np

from dashboard.indicators.flow import AREAS, KINDS, LEVELS, NOWHERE, TURNS, Whole
from data.cells.table import Numbers, Table
from data.sums import By

OPEN: Final = 0
DIGEST_BYTES: Final = 16
REQUIRED: Final = {"yes": 0, "no": 1}
# What is not known to be statutory serves as what is known not to be.
STATUTORY: Final = {"yes": 0, "no": 1, "not_known": 1}
OFFERED: Final = {level: place for place, level in enumerate((*LEVELS, "either"))}
LEVEL: Final = {level: place for place, level in enumerate(LEVELS)}
AREA: Final = {area: place for place, area in enumerate(AREAS)}


@dataclass(frozen=True)
class Classes:
    """Classes of students and of places, block by block.

    Attributes:
        values: What there is of each dimension of a block.
        codes: Of each block, by dimension.
        students: A row a block, a column a turn.
        has_class: Whether anybody said how many there are, likewise.
        places: Of each block.
        has_places: Whether anybody said how many, likewise.
        groups: A row a class of students: block, turn, own pool (``OPEN`` if none), how many.
        pools: A row a class of places: block, pool, kind, how many. A pool is open to all, or
            numbered among those of the block that are reserved for one university each.
    """

    values: Mapping[str, Sequence[Any]]
    codes: Mapping[str, Numbers]
    students: Whole
    has_class: Numbers
    places: Whole
    has_places: Numbers
    groups: Whole
    pools: Whole

    @property
    def blocks(self) -> int:
        """How many there are."""
        return len(self.places)

    @property
    def has_students(self) -> Numbers:
        """Whether a block has any class of students, though nobody may be in it."""
        return np.asarray(self.has_class.any(axis=1))

    @cached_property
    def wanted(self) -> Whole:
        """How many students the turns before each have, by block; last, how many all have."""
        start = np.zeros((self.blocks, 1), dtype=np.int32)
        return np.hstack([start, self.students.cumsum(axis=1, dtype=np.int32)])

    @cached_property
    def digests(self) -> list[bytes]:
        """What tells blocks with other students or places apart, whatever they are called."""
        groups, pools = _by_block(self.groups, self.blocks), _by_block(self.pools, self.blocks)
        return [
            blake2b(one.tobytes() + b"|" + other.tobytes(), digest_size=DIGEST_BYTES).digest()
            for one, other in zip(groups, pools, strict=True)
        ]

    def of(self, blocks: Numbers) -> tuple[Whole, Whole]:
        """Return students and places of some blocks, as a network takes them."""
        number = np.full(self.blocks, NOWHERE)
        number[blocks] = np.arange(len(blocks))
        groups = self.groups[number[self.groups[:, 0]] != NOWHERE]
        pools = self.pools[number[self.pools[:, 0]] != NOWHERE]
        width = int(max(groups[:, 2].max(initial=0), pools[:, 1].max(initial=0))) + 1
        named = pools[:, 0] * width + pools[:, 1]
        there, place = np.unique(named, return_inverse=True)
        kinds = np.zeros((len(there), len(KINDS)), dtype=np.int32)
        kinds[place, pools[:, 2]] = pools[:, 3]

        def pool(name: Numbers) -> Numbers:
            at = np.minimum(np.searchsorted(there, name), max(len(there) - 1, 0))
            found = there[at] == name if len(there) else np.zeros(len(name), dtype=bool)
            return np.where(found, at, NOWHERE)

        everyone = pool(groups[:, 0] * width + OPEN)
        own = np.where(groups[:, 2] == OPEN, NOWHERE, pool(groups[:, 0] * width + groups[:, 2]))
        rows = [number[groups[:, 0]], groups[:, 1], everyone, own, groups[:, 3]]
        return np.stack(rows, axis=1).astype(np.int32), kinds


def classes(students: Table, places: Table, block: By) -> Classes:
    """Return students and places by block; their tables are made as ``Matching`` says."""
    (wanted,), (standing,) = students.added.values(), places.added.values()
    values = {name: _all(students, places, name, name) for name in block}
    here = [_coded(table, name, values[name]) for table in (students, places) for name in block]
    shape = [max(len(values[name]), 1) for name in block]
    named = [_joined(here[: len(block)], shape), _joined(here[len(block) :], shape)]
    there, number = np.unique(np.concatenate(named), return_inverse=True)
    of_students, of_places = number[: len(named[0])], number[len(named[0]) :]
    codes = dict(zip(block, np.unravel_index(there, shape), strict=True))
    turn = (_read(students, "level", LEVEL) * len(REQUIRED)) + _read(
        students, "statutory_required", REQUIRED
    )
    turn = turn * len(AREAS) + _read(students, "service_area", AREA)
    kind = (_read(places, "level", OFFERED) * len(REQUIRED)) + _read(places, "statutory", STATUTORY)
    kind = kind * len(AREAS) + _read(places, "service_area", AREA)
    own, pool = _pools(students, places, of_students, of_places)
    size = (len(there), len(TURNS))
    by_turn = np.bincount(of_students * len(TURNS) + turn, wanted.total, size[0] * size[1])
    has_class = np.zeros(size, dtype=bool)
    has_class[of_students, turn] = True
    has_places = np.zeros(len(there), dtype=bool)
    has_places[of_places] = True
    return Classes(
        values,
        codes,
        by_turn.reshape(size).astype(np.int32),
        has_class,
        np.bincount(of_places, standing.total, len(there)).astype(np.int32),
        has_places,
        _summed(of_students, turn, own, wanted.total),
        _summed(of_places, pool, kind, standing.total),
    )


def _pools(
    students: Table, places: Table, of_students: Numbers, of_places: Numbers
) -> tuple[Numbers, Numbers]:
    """Return the own pool of each class of students, and the pool of each class of places."""
    names = _all(students, places, "owner", "reserved_for")
    # In the order of their names, so that equal blocks number their pools alike.
    ordered = sorted(name for name in names if name is not None)
    universities = {name: place for place, name in enumerate(ordered, start=1)}
    universities[None] = OPEN
    width = len(ordered) + 1
    reserved = _read(places, "reserved_for", universities)
    named = of_places * width + reserved
    there = np.unique(named[reserved != OPEN])
    first = np.searchsorted(there, there // width * width)
    numbers = np.arange(len(there)) - first + 1

    def numbered(block: Numbers, university: Numbers) -> Numbers:
        wanted = block * width + university
        at = np.minimum(np.searchsorted(there, wanted), max(len(there) - 1, 0))
        if not len(there):
            return np.zeros(len(wanted), dtype=np.int64)
        return np.where(there[at] == wanted, numbers[at], OPEN)

    owners = _read(students, "owner", universities)
    return numbered(of_students, owners), numbered(of_places, reserved)


def _summed(block: Numbers, one: Numbers, other: Numbers, counts: Numbers) -> Whole:
    """Return block, both others and their count, sorted, once each and without noughts."""
    shape = (
        int(block.max(initial=0)) + 1,
        int(one.max(initial=0)) + 1,
        int(other.max(initial=0)) + 1,
    )
    there, place = np.unique(np.ravel_multi_index((block, one, other), shape), return_inverse=True)
    total = np.bincount(place, counts, len(there))
    rows = np.stack([*np.unravel_index(there, shape), total], axis=1).astype(np.int32)
    return rows[total > 0]


def _by_block(rows: Whole, blocks: int) -> list[Whole]:
    ends = np.searchsorted(rows[:, 0], np.arange(1, blocks))
    return np.split(np.ascontiguousarray(rows[:, 1:]), ends)


def _all(one: Table, other: Table, name: str, others: str) -> list[Any]:
    both = (*one.dimensions[name].values, *other.dimensions[others].values)
    return list(dict.fromkeys(both))


def _coded(table: Table, name: str, values: Sequence[Any]) -> Numbers:
    return _read(table, name, {value: place for place, value in enumerate(values)})


def _read(table: Table, name: str, places: Mapping[Any, int]) -> Numbers:
    dimension = table.dimensions[name]
    # A value that nobody has any more may still have a code.
    known = np.array([places.get(value, 0) for value in dimension.values], dtype=np.int64)
    return known[dimension.codes] if len(known) else np.zeros(len(table.rows), dtype=np.int64)


def _joined(codes: Sequence[Numbers], shape: Sequence[int]) -> Numbers:
    found = np.zeros(len(codes[0]), dtype=np.int64)
    for code, size in zip(codes, shape, strict=True):
        found = found * size + code
    return found
