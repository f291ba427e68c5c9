"""The largest number of students that places can take, as one flow over every block at once.

Students and places are taken by class, not one by one. Between the two stand *wishes*, what a
turn of students may take from a pool of places, so that many universities and many kinds of place
need few edges.
"""

from itertools import product

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import maximum_flow

from data.returns.sheets.declaration import EITHER_OR_NOT_KNOWN

Whole = npt.NDArray[np.int32]

AREAS = (*(area for area in EITHER_OR_NOT_KNOWN if area != "either"), "either")
LEVELS = ("final", "first")
# The turns in which classes of students are taken: level, whether it must be statutory, area.
TURNS = tuple(product(LEVELS, ("yes", "no"), AREAS))
# The kinds of place: level, whether it is known to be statutory, area.
KINDS = tuple(product((*LEVELS, "either"), ("yes", "no"), AREAS))
BROAD = ("mixed", "all_age")
SPLIT = ("adults", "children")
NOWHERE = -1
SOURCE, SINK, FIRST = 0, 1, 2


def suits(turn: tuple[str, str, str], kind: tuple[str, str, str]) -> bool:
    """Return whether students of a turn may have places of a kind."""
    (level, required, wanted), (offered, statutory, area) = turn, kind
    return (
        offered in (level, "either")
        and (required == "no" or statutory == "yes")
        and (wanted in ("either", area) or (wanted in SPLIT and area in BROAD))
    )


_PAIRS = [
    (t, k) for t, turn in enumerate(TURNS) for k, kind in enumerate(KINDS) if suits(turn, kind)
]
SUITED_TURN, SUITED_KIND = np.array(_PAIRS, dtype=np.int32).T


class Network:
    """Students by turn and places by kind, between one source and one sink."""

    def __init__(self, students: Whole, places: Whole) -> None:
        """Join whoever suits.

        Args:
            students: A row a class: block, turn, pool open to all, own pool (``NOWHERE`` if
                there is none), how many.
            places: A row a pool, a column a kind: how many.
        """
        self._block, self._turn, _, _, self._wanted = students.T
        self._group = FIRST + np.arange(len(students), dtype=np.int32)
        self._wish = FIRST + len(students)
        self._kind = self._wish + len(places) * len(TURNS)
        self._size = self._kind + places.size
        joined = [self._wishes(students[:, column]) for column in (2, 3)]
        edges = [*joined, self._grants(places), self._ends(places)]
        self._from, self._to, self._most = np.concatenate(edges, axis=1)

    def placed(self, last: Whole) -> Whole:
        """Return how many can be placed at most of each block's turns before its last, by block."""
        taken = np.where(self._turn < last[self._block], self._wanted, 0)
        rows = np.concatenate([np.full_like(self._group, SOURCE), self._from])
        columns = np.concatenate([self._group, self._to])
        most = np.concatenate([taken, self._most]).astype(np.int32)
        graph = csr_array((most, (rows, columns)), shape=(self._size, self._size))
        flow = maximum_flow(graph, SOURCE, SINK).flow[[SOURCE], :].toarray()[0]
        placed = np.bincount(self._block, flow[self._group], len(last))
        return placed.astype(np.int32)

    def _wishes(self, pool: Whole) -> Whole:
        there = pool != NOWHERE
        wish = self._wish + pool * len(TURNS) + self._turn
        return np.stack([self._group, wish, self._wanted])[:, there]

    def _grants(self, places: Whole) -> Whole:
        pools = np.arange(len(places), dtype=np.int32)[:, None]
        wish = self._wish + pools * len(TURNS) + SUITED_TURN
        kind = self._kind + pools * len(KINDS) + SUITED_KIND
        most = places[:, SUITED_KIND]
        return np.stack([wish, kind, most])[:, most > 0]

    def _ends(self, places: Whole) -> Whole:
        most = places.ravel()
        kind = self._kind + np.arange(places.size, dtype=np.int32)
        return np.stack([kind, np.full_like(kind, SINK), most])[:, most > 0]
