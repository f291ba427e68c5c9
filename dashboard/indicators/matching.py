"""Who cannot be placed whatever the allocation: a maximum flow of students to places.

Students and places are taken by class, not one by one. Between the two stand *wishes*, what a
class of students may take, so that many universities and many kinds of place need few edges.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

import numpy as np
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from data.returns.sheets.declaration import EITHER_OR_NOT_KNOWN

Block = tuple[Any, ...]

# The turns in which classes are taken when a shortage is told apart by level and area.
LEVELS = ("final", "first")
STATUTORY = ("yes", "no")
AREAS = (*(area for area in EITHER_OR_NOT_KNOWN if area != "either"), "either")
BROAD = ("mixed", "all_age")
SPLIT = ("adults", "children")
SOURCE, SINK = 0, 1


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

    @property
    def turn(self) -> tuple[int, int, int]:
        """When the class is taken; the universities of a turn follow each other by code."""
        level, statutory = LEVELS.index(self.level), STATUTORY.index(self.statutory)
        return level, statutory, AREAS.index(self.area)


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


class Wish(NamedTuple):
    """What some students may take: of the open places, or of those reserved for them."""

    block: Block
    level: str
    statutory: str
    area: str
    reserved_for: str | None

    def granted_by(self, places: Places) -> bool:
        """Return whether a place is what is wished for; block and reservation are the same."""
        return (
            places.level in (self.level, "either")
            and (self.area in ("either", places.area) or self._is_part_of(places.area))
            and (self.statutory == "no" or places.statutory == "yes")
        )

    def _is_part_of(self, area: str) -> bool:
        return self.area in SPLIT and area in BROAD


Thing = Students | Wish | Places


def short_by_block(
    students: Mapping[Students, int], places: Mapping[Places, int]
) -> dict[Block, int]:
    """Return students who cannot be placed, by block."""
    missing: dict[Block, int] = defaultdict(int)
    for group, wanted in students.items():
        missing[group.block] += wanted
    last = max((group.turn for group in students), default=(0, 0, 0))
    for block, placed in _Network(students, places).placed(last).items():
        missing[block] -= placed
    return dict(missing)


def short(
    students: Mapping[Students, int], places: Mapping[Places, int]
) -> dict[tuple[Block, str, str], int]:
    """Return students who cannot be placed, by block, level and service area.

    A turn is short of its students less what it adds to the largest matching of all before it.
    The universities of a turn add up to the turn, so their order needs no matching of its own.
    """
    network = _Network(students, places)
    missing: dict[tuple[Block, str, str], int] = defaultdict(int)
    for group, wanted in students.items():
        missing[group.block, group.level, group.area] += wanted
    before: Mapping[Block, int] = {}
    for turn in sorted({group.turn for group in students}):
        so_far = network.placed(turn)
        level, area = LEVELS[turn[0]], AREAS[turn[2]]
        for block, placed in so_far.items():
            if added := placed - before.get(block, 0):
                missing[block, level, area] -= added
        before = so_far
    return dict(missing)


class _Network:
    """Every block's students, wishes and places as one graph, between one source and one sink."""

    def __init__(self, students: Mapping[Students, int], places: Mapping[Places, int]) -> None:
        self._students, self._places = students, places
        # Told apart by kind: tuples of two kinds may well read the same.
        self._nodes: dict[type, dict[Thing, int]] = {Students: {}, Wish: {}, Places: {}}
        self._size = 2
        self._edges: list[tuple[int, int, int]] = []
        for group, wanted in students.items():
            self._edges.append((SOURCE, self._node(group), wanted))
        kinds: dict[tuple[Block, str | None], list[Places]] = defaultdict(list)
        for kind, count in places.items():
            self._edges.append((self._node(kind), SINK, count))
            kinds[kind.block, kind.reserved_for].append(kind)
        for group, wanted in students.items():
            for reserved_for in (None, group.university):
                if suitable := kinds.get((group.block, reserved_for)):
                    self._join(group, wanted, reserved_for, suitable)
        ends = np.array(self._edges, dtype=np.int32).reshape(-1, 3)
        self._from, self._to, self._capacity = ends.T
        self._turns = [group.turn for group in students]

    def placed(self, turn: tuple[int, int, int]) -> dict[Block, int]:
        """Return the largest matching of all students up to a turn, by block."""
        entries = len(self._turns)
        taken = np.array([other <= turn for other in self._turns], dtype=bool)
        capacity = self._capacity.copy()
        capacity[:entries][~taken] = 0
        shape = (self._size, self._size)
        graph = csr_array((capacity, (self._from, self._to)), shape=shape)
        flow = maximum_flow(graph, SOURCE, SINK).flow[[SOURCE], :].toarray()[0]
        found: dict[Block, int] = defaultdict(int)
        for group in self._students:
            found[group.block] += int(flow[self._node(group)])
        return found

    def _join(
        self, group: Students, wanted: int, reserved_for: str | None, kinds: Iterable[Places]
    ) -> None:
        wish = Wish(group.block, group.level, group.statutory, group.area, reserved_for)
        if wish not in self._nodes[Wish]:
            granted = [kind for kind in kinds if wish.granted_by(kind)]
            node = self._node(wish)
            self._edges += [(node, self._node(kind), self._places[kind]) for kind in granted]
        self._edges.append((self._node(group), self._node(wish), wanted))

    def _node(self, thing: Thing) -> int:
        nodes = self._nodes[type(thing)]
        if thing not in nodes:
            nodes[thing] = self._size
            self._size += 1
        return nodes[thing]
