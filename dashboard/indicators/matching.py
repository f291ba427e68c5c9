"""Who cannot be placed whatever the allocation, by block, level and service area.

When a shortage is told apart by level and area, classes of students are taken in turns, and a
turn is short of its students less what it adds to the largest matching of all before it.
"""

from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import Any, NamedTuple

import numpy as np

from dashboard.indicators.flow import KINDS, LEVELS, NOWHERE, TURNS, Network, Whole

Block = tuple[Any, ...]

TURN = {turn: place for place, turn in enumerate(TURNS)}
KIND = {kind: place for place, kind in enumerate(KINDS)}
# How many turns belong to final students, who come first.
FINALS = len(TURNS) // len(LEVELS)


class Students(NamedTuple):
    """A class of students: alike in everything a place is chosen by.

    Attributes:
        block: Where and when: a place of another block is no use to them.
        level: ``first`` or ``final``.
        statutory: Whether the placement must be statutory: ``yes`` or ``no``.
        area: The service area, or ``either``.
        university: Code of their university.
    """

    block: Block
    level: str
    statutory: str
    area: str
    university: str


class Places(NamedTuple):
    """A class of places: alike in everything that says who may take them.

    Attributes:
        block: Where and when.
        level: ``first``, ``final`` or ``either``.
        statutory: ``yes``, ``no`` or ``not_known``.
        area: The service area.
        reserved_for: Code of the one university that may use them, if any.
    """

    block: Block
    level: str
    statutory: str
    area: str
    reserved_for: str | None


class Matching:
    """The largest matchings of some students to some places.

    Attributes:
        needed: Students, by block, level and service area.
        offered: Places, by block.
    """

    def __init__(self, students: Mapping[Students, int], places: Mapping[Places, int]) -> None:
        """Sort them by block and class; match nobody yet."""
        self.needed: dict[tuple[Block, str, str], int] = defaultdict(int)
        self.offered: dict[Block, int] = defaultdict(int)
        for group, count in students.items():
            self.needed[group.block, group.level, group.area] += count
        for kind, count in places.items():
            self.offered[kind.block] += count
        self._blocks = tuple(dict.fromkeys(block for block, *_ in self.needed))
        pools = {name: place for place, name in enumerate(dict.fromkeys(map(_pool, places)))}
        classes = self._classes(students, pools)
        self._network = Network(classes, _kinds(places, pools))
        by_turn = np.zeros((len(self._blocks), len(TURNS) + 1), dtype=np.int32)
        np.add.at(by_turn, (classes[:, 0], classes[:, 1] + 1), classes[:, -1])
        # How many students the turns before each have, by block; and last, how many all have.
        self._wanted = by_turn.cumsum(axis=1, dtype=np.int32)

    @cached_property
    def short_by_block(self) -> dict[Block, int]:
        """Students who cannot be placed, by block."""
        return self._short_of(len(TURNS))

    @cached_property
    def finals_short_by_block(self) -> dict[Block, int]:
        """Final students who cannot be placed, by block; first placements do not compete."""
        return self._short_of(FINALS)

    @cached_property
    def short(self) -> dict[tuple[Block, str, str], int]:
        """Students who cannot be placed, by block, level and service area."""
        missing = np.diff(self._wanted) - np.diff(self._placed_by_turn())
        found = dict.fromkeys(self.needed, 0)
        for place, turn in np.argwhere(missing):
            level, _statutory, area = TURNS[turn]
            found[self._blocks[place], level, area] += int(missing[place, turn])
        return found

    def _classes(
        self, students: Mapping[Students, int], pools: Mapping[tuple[Block, str | None], int]
    ) -> Whole:
        """Return a row a class; universities for whom nothing is reserved are alike."""
        blocks = {block: place for place, block in enumerate(self._blocks)}
        found: dict[tuple[int, int, int, int], int] = defaultdict(int)
        for (block, level, statutory, area, university), count in students.items():
            everyone, own = pools.get((block, None)), pools.get((block, university))
            turn = TURN[level, statutory, area]
            known = [NOWHERE if pool is None else pool for pool in (everyone, own)]
            found[blocks[block], turn, known[0], known[1]] += count
        rows = [(*group, count) for group, count in found.items()]
        return np.array(rows, dtype=np.int32).reshape(-1, 5)

    def _short_of(self, turns: int) -> dict[Block, int]:
        placed = self._network.placed(np.full(len(self._blocks), turns, dtype=np.int32))
        missing = self._wanted[:, turns] - placed
        return dict(zip(self._blocks, missing.tolist(), strict=True))

    def _placed_by_turn(self) -> Whole:
        """Return how many the turns before each can place at most, by block.

        A stretch of turns that places all its students, or none, needs no matching within it.
        """
        placed = np.zeros_like(self._wanted)
        missing = np.array(list(self.short_by_block.values()), dtype=np.int32)
        placed[:, -1] = self._wanted[:, -1] - missing
        stretches = [(block, 0, len(TURNS)) for block in range(len(self._blocks))]
        while stretches:
            last = np.zeros(len(self._blocks), dtype=np.int32)
            waiting: list[tuple[int, int, int]] = []
            for block, start, end in stretches:
                wanted = self._wanted[block, start : end + 1] - self._wanted[block, start]
                added = placed[block, end] - placed[block, start]
                middle = start + _where_to_part(wanted, added)
                if middle == start:
                    placed[block, start : end + 1] = placed[block, start] + np.minimum(
                        wanted, added
                    )
                elif last[block]:
                    waiting.append((block, start, end))
                else:
                    last[block] = middle
                    waiting += [(block, start, middle), (block, middle, end)]
            if last.any():
                known = self._network.placed(last)
                asked = last.nonzero()[0]
                placed[asked, last[asked]] = known[asked]
            stretches = waiting
        return placed


def _where_to_part(wanted: Whole, added: int) -> int:
    """Return after which turn to part a stretch; nought where nothing in it is open.

    Args:
        wanted: Students of the turns before each, from the beginning of the stretch.
        added: How many of the stretch's students can be placed.
    """
    steps = np.diff(wanted).nonzero()[0] + 1
    if added in (0, wanted[-1]) or len(steps) == 1:
        return 0
    # Most often the first turns place everybody, for as long as there are places.
    full = int(np.searchsorted(wanted[steps], added, side="right"))
    return int(steps[min(max(full - 1, 0), len(steps) - 2)])


def _pool(kind: Places) -> tuple[Block, str | None]:
    return kind.block, kind.reserved_for


def _kinds(places: Mapping[Places, int], pools: Mapping[tuple[Block, str | None], int]) -> Whole:
    found = np.zeros((len(pools), len(KINDS)), dtype=np.int32)
    for kind, count in places.items():
        # What is not known to be statutory serves as what is known not to be.
        statutory = "yes" if kind.statutory == "yes" else "no"
        found[pools[_pool(kind)], KIND[kind.level, statutory, kind.area]] += count
    return found
