"""Looks for another truth: whole numbers that fit all that is seen, and in which a count differs.

Where there is none, it finds what little must be hidden besides so that there is one.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from scipy.optimize import Bounds as Between
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack

from dashboard.disclosure.near import Which
from dashboard.disclosure.rules import Bounds
from dashboard.disclosure.system import Numbers, System

# How far another truth may lie above the true one: far enough for every count to be another.
ROOM: Final = 20
# So that the answer is the same on every machine, the search is bounded by steps, not by time;
# what is hidden need not be the very least.
OPTIONS: Final = {"node_limit": 5_000, "mip_rel_gap": 0.2}
LESS, MORE = -1, 1


class Search:
    """Looks for other truths of one system."""

    def __init__(self, system: System) -> None:
        """Keep the system as it is seen before anything is hidden besides."""
        self._system = system
        matrix, self._least, self._most = system.matrix()
        self._matrix = matrix.tocsc()
        self._truth = np.array(system.truth, float)
        # No number need be larger than all of them together.
        self._top = float(self._truth.max(initial=0)) + ROOM
        bounds = [self._below_top(each) for each in system.bounds]
        self._bounds = np.array(bounds, float).reshape(-1, 2)

    def hide(self, variable: int) -> None:
        """Hide a number from now on."""
        self._bounds[variable] = self._below_top(self._system.freed.pop(variable))

    def drop(self, name: str) -> None:
        """Show nothing at all of a count from now on."""
        for variable, (of, _, _) in enumerate(self._system.places):
            if of == name:
                self._bounds[variable] = 0, self._top
                self._system.freed.pop(variable, None)

    def differs(self, other: Numbers, wanted: Sequence[int]) -> set[int]:
        """Return those of some counts that are another in another truth."""
        return {each for each in wanted if other[each] != self._truth[each]}

    def apart(self, near: Which, wanted: Sequence[int], forced: int, side: int) -> Numbers | None:
        """Return another truth in which one count is less or more, and others are apart too.

        Args:
            near: The variables that may differ; the others stay as they are.
            wanted: Counts to push to either side in turn, as far as they are near.
            forced: The count that must differ.
            side: ``LESS`` or ``MORE``.
        """
        cost = np.zeros(len(self._truth))
        cost[list(wanted)] = [LESS if place % 2 else MORE for place in range(len(wanted))]
        low, high = self._bounds[near, 0], self._bounds[near, 1]
        _force(int(np.searchsorted(near, forced)), self._truth[forced], side, low, high)
        found = _solved(cost[near], [self._known(near)], low, high)
        return None if found is None else self._whole(near, found)

    def freeing(self, near: Which, forced: int, side: int) -> tuple[Numbers, list[int]] | None:
        """Return another truth in which a count is less or more, and what must be hidden for it."""
        free = [each for each in near.tolist() if each in self._system.freed]
        places = np.searchsorted(near, free)
        size, count = len(near), len(free)
        freed = np.array([self._below_top(self._system.freed[each]) for each in free])
        freed = freed.reshape(-1, 2)
        # How far each may stray from what is seen of it; the larger it is, the dearer.
        cost = np.concatenate([np.zeros(size), 1 + self._truth[free]])
        low = np.concatenate([self._bounds[near, 0], np.zeros(count)])
        high = np.concatenate([self._bounds[near, 1], np.full(count, np.inf)])
        low[places], high[places] = freed[:, 0], freed[:, 1]
        _force(int(np.searchsorted(near, forced)), self._truth[forced], side, low, high)
        picked, strays = _picked(places, size), eye_array(count, format="csr")
        seen = self._bounds[free]
        known = (
            self._known(near, count),
            LinearConstraint(hstack([picked, strays]), seen[:, 0], np.inf),
            LinearConstraint(hstack([picked, -strays]), -np.inf, seen[:, 1]),
        )
        found = _solved(cost, known, low, high)
        if found is None:
            return None
        strayed = [each for place, each in enumerate(free) if found[size + place]]
        return self._whole(near, found[:size]), strayed

    def _known(self, near: Which, strays: int = 0) -> LinearConstraint:
        """Return what adds up where the variables that are not near stay as they are."""
        part = self._matrix[:, near].tocsr()
        rows = np.flatnonzero(np.diff(part.indptr))
        part = part[rows]
        rest = self._matrix @ self._truth
        rest = rest[rows] - part @ self._truth[near]
        beside = csr_array((part.shape[0], strays))
        return LinearConstraint(
            hstack([part, beside]), self._least[rows] - rest, self._most[rows] - rest
        )

    def _whole(self, near: Which, found: Numbers) -> Numbers:
        whole = self._truth.copy()
        whole[near] = found
        return whole

    def _below_top(self, bounds: Bounds) -> Bounds:
        return bounds[0], min(bounds[1], self._top)


def _force(variable: int, truth: float, side: int, low: Numbers, high: Numbers) -> None:
    if side == LESS:
        high[variable] = min(high[variable], truth - 1)
    else:
        low[variable] = max(low[variable], truth + 1)


def _solved(
    cost: Numbers, known: Sequence[LinearConstraint], low: Numbers, high: Numbers
) -> Numbers | None:
    if (low > high).any():
        return None
    found: Any = milp(
        cost,
        constraints=known,
        integrality=np.ones(len(cost)),
        bounds=Between(low, high),
        options=OPTIONS,
    )
    return None if found.x is None else np.round(found.x)


def _picked(variables: Which, size: int) -> csr_array:
    count = len(variables)
    return csr_array((np.ones(count), (range(count), variables)), shape=(count, size))
