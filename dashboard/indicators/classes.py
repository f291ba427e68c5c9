"""Students and places of a world sorted into blocks and classes, as arrays."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from hashlib import blake2b
from typing import Final

import numpy as np

from dashboard.indicators.flow import KINDS, NOWHERE, Whole
from data.cells.groups import Numbers
from data.cells.table import Dimension

OPEN: Final = 0
DIGEST_BYTES: Final = 16


@dataclass(frozen=True)
class Classes:
    """Classes of students and of places, block by block.

    Attributes:
        dimensions: What tells the blocks apart, by name.
        students: A row a block, a column a turn.
        has_class: Whether anybody said how many there are, likewise.
        places: Of each block.
        has_places: Whether anybody said how many, likewise.
        groups: A row a class of students: block, turn, own pool (``OPEN`` if none), how many.
        pools: A row a class of places: block, pool, kind, how many. A pool is open to all, or
            numbered among those of the block that are reserved for one university each.
    """

    dimensions: Mapping[str, Dimension]
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


def _by_block(rows: Whole, blocks: int) -> list[Whole]:
    ends = np.searchsorted(rows[:, 0], np.arange(1, blocks))
    return np.split(np.ascontiguousarray(rows[:, 1:]), ends)
