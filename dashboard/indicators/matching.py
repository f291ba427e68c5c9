"""Who cannot be placed whatever the allocation: the largest matchings of students to places.

A block is where and when: a partnership's term. Blocks do not compete, so each is matched alone,
and a block that has been matched before, in whatever state of the data, is not matched again.
To tell students who cannot be placed apart by level and area, classes of students are taken in
turns, and a turn is short of its students less what it adds to the matching of all before it.
"""

from collections import Counter
from collections.abc import MutableMapping
from functools import cached_property
from typing import Final

import numpy as np

from dashboard.indicators import turns
from dashboard.indicators.flow import LEVELS, TURNS, Network, Whole
from dashboard.indicators.sorting import classes
from data.cells.groups import Numbers
from data.cells.table import Table, dimension
from data.queries.demand import STUDENTS
from data.sums import By, Key

# How many turns belong to final students, who come first.
FINALS: Final = len(TURNS) // len(LEVELS)
UNKNOWN: Final = -1
MOST_REMEMBERED: Final = 50_000
OF_TURN: Final = {
    "level": dimension([level for level, _statutory, _area in TURNS]),
    "service_area": dimension([area for _level, _statutory, area in TURNS]),
}

# How many students the turns before each place at most, by what a block holds.
Memory = MutableMapping[bytes, Whole]


class Matching:
    """The largest matchings of some students to some places."""

    def __init__(self, students: Table, places: Table, block: By, memory: Memory) -> None:
        """Sort them by block and class; match nobody yet.

        Args:
            students: By block, ``level``, ``statutory_required``, ``service_area``, ``owner``.
            places: By block, ``level``, ``statutory``, ``service_area``, ``reserved_for``.
            block: The dimensions that tell blocks apart.
            memory: What was found of blocks so far; more is put there.
        """
        self._classes = classes(students, places, block)
        self._memory = memory
        self._known = np.full((self._classes.blocks, len(TURNS) + 1), UNKNOWN, dtype=np.int32)
        # Where there is nobody, or nothing, nobody is placed.
        self._known[(self._classes.wanted[:, -1] == 0) | (self._classes.places == 0)] = 0
        for place, digest in enumerate(self._classes.digests):
            if digest in memory:
                self._known[place] = memory[digest]

    def needed(self, by: By, level: str | None = None) -> Counter[Key]:
        """Return students by group; of one level, if it is named."""
        levels = LEVELS if level is None else (level,)
        chosen = np.flatnonzero(OF_TURN["level"].among(levels))
        return self._by_turn(self._classes.students[:, chosen], by, chosen)

    def offered(self, by: By) -> Counter[Key]:
        """Return places by group."""
        return self._by_block(self._classes.places, self._classes.has_places, by)

    def short(self, by: By) -> Counter[Key]:
        """Return students who cannot be placed, by group."""
        if set(by) & set(OF_TURN):
            missing = self._classes.students - np.diff(self._placed_by_turn)
            return self._by_turn(missing, by, np.arange(len(TURNS)))
        return self._by_block(self._short_of(len(TURNS)), self._classes.has_students, by)

    def finals_short(self, by: By) -> Counter[Key]:
        """Return final students who cannot be placed; first placements do not compete."""
        return self._by_block(self._short_of(FINALS), self._classes.has_students, by)

    def _short_of(self, last: int) -> Whole:
        open_blocks = np.flatnonzero(self._known[:, last] == UNKNOWN)
        if len(open_blocks):
            network = Network(*self._classes.of(open_blocks))
            cut = np.full(len(open_blocks), last, dtype=np.int32)
            self._known[open_blocks, last] = network.placed(cut)
            self._remember(open_blocks)
        return self._classes.wanted[:, last] - self._known[:, last]

    @cached_property
    def _placed_by_turn(self) -> Whole:
        open_blocks = np.flatnonzero((self._known == UNKNOWN).any(axis=1))
        if len(open_blocks):
            self._short_of(len(TURNS))
            self._known[open_blocks] = turns.placed(
                Network(*self._classes.of(open_blocks)),
                self._classes.wanted[open_blocks],
                self._known[open_blocks, -1],
            )
            self._remember(open_blocks)
        return self._known

    def _remember(self, blocks: Numbers) -> None:
        if len(self._memory) > MOST_REMEMBERED:
            self._memory.clear()
        for place in blocks.tolist():
            self._memory[self._classes.digests[place]] = self._known[place].copy()

    def _by_block(self, numbers: Numbers, there: Numbers, by: By) -> Counter[Key]:
        return self._added(by, np.flatnonzero(there), numbers[there])

    def _by_turn(self, numbers: Numbers, by: By, chosen: Numbers) -> Counter[Key]:
        block, turn = np.nonzero(self._classes.has_class[:, chosen])
        return self._added(by, block, numbers[block, turn], chosen[turn])

    def _added(
        self, by: By, block: Numbers, numbers: Numbers, turn: Numbers | None = None
    ) -> Counter[Key]:
        """Return numbers by group, each given with its block, and its turn where there is one."""
        dimensions = {
            name: OF_TURN[name].at(turn)
            if turn is not None and name in OF_TURN
            else self._classes.dimensions[name].at(block)
            for name in by
        }
        groups = Table(dimensions, np.ones(len(block), dtype=np.int64), {})
        found = groups.with_sum(STUDENTS, numbers, numbers).by(by, (STUDENTS,))
        return Counter(dict(zip(found.cells(), found.added[STUDENTS].total.tolist(), strict=True)))
