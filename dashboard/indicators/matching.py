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
from dashboard.indicators.classes import classes
from dashboard.indicators.flow import AREAS, LEVELS, TURNS, Network, Whole
from data.cells.table import Numbers, Table
from data.sums import By, Key

# How many turns belong to final students, who come first.
FINALS: Final = len(TURNS) // len(LEVELS)
UNKNOWN: Final = -1
OF_TURN: Final = {
    "level": tuple(level for level, _statutory, _area in TURNS),
    "service_area": tuple(area for _level, _statutory, area in TURNS),
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
        chosen = [level in (None, each) for each in OF_TURN["level"]]
        return self._by_turn(self._classes.students[:, chosen], by, np.flatnonzero(chosen))

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
        for place in blocks.tolist():
            self._memory[self._classes.digests[place]] = self._known[place].copy()

    def _by_block(self, numbers: Numbers, there: Numbers, by: By) -> Counter[Key]:
        chosen = np.flatnonzero(there)
        codes = [self._classes.codes[name][chosen] for name in by]
        return self._added(by, codes, numbers[chosen])

    def _by_turn(self, numbers: Numbers, by: By, chosen: Numbers) -> Counter[Key]:
        block, turn = np.nonzero(self._classes.has_class[:, chosen])
        codes = [
            PLACE_OF_TURN[name][chosen[turn]]
            if name in OF_TURN
            else self._classes.codes[name][block]
            for name in by
        ]
        return self._added(by, codes, numbers[block, turn])

    def _added(self, by: By, codes: list[Numbers], numbers: Numbers) -> Counter[Key]:
        values = [VALUES.get(name) or self._classes.values[name] for name in by]
        group = np.zeros(len(numbers), dtype=np.int64)
        shape = [max(len(each), 1) for each in values]
        for size, code in zip(shape, codes, strict=True):
            group = group * size + code
        there, place = np.unique(group, return_inverse=True)
        sums = np.bincount(place, numbers, len(there)).astype(np.int64).tolist()
        found = np.unravel_index(there, shape) if by else ()
        columns = [
            [each[code] for code in code.tolist()] for each, code in zip(values, found, strict=True)
        ]
        keys: list[Key] = list(zip(*columns, strict=True)) if by else [()] * len(there)
        return Counter(dict(zip(keys, sums, strict=True)))


VALUES: Final = {"level": LEVELS, "service_area": AREAS}
PLACE_OF_TURN: Final = {
    name: np.array([VALUES[name].index(value) for value in of_turn])
    for name, of_turn in OF_TURN.items()
}
