"""Looks for another truth: whole numbers that fit all that is seen, and in which a count differs.

Where there is none, it finds what little must be hidden besides so that there is one.
"""

from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from scipy.optimize import Bounds as Between
from scipy.optimize import LinearConstraint, milp
from scipy.sparse import csr_array, eye_array, hstack

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
        self._matrix, self._least, self._most = system.matrix()
        self._truth = np.array(system.truth, float)
        # No number need be larger than all of them together.
        self._top = float(self._truth.max(initial=0)) + ROOM
        bounds = [self._below_top(each) for each in system.bounds]
        self._bounds = np.array(bounds, float).reshape(-1, 2)

    def hide(self, variable: int) -> None:
        """Hide a number from now on."""
        self._bounds[variable] = self._below_top(self._system.freed.pop(variable))

    def differs(self, other: Numbers, wanted: Sequence[int]) -> set[int]:
        """Return those of some counts that are another in another truth."""
        return {each for each in wanted if other[each] != self._truth[each]}

    def apart(self, wanted: Sequence[int], forced: int, side: int) -> Numbers | None:
        """Return another truth in which one count is less or more, and others are apart too.

        Args:
            wanted: The others; they are pushed to either side in turn.
            forced: The count that must differ.
            side: ``LESS`` or ``MORE``.
        """
        cost = np.zeros(len(self._truth))
        cost[list(wanted)] = [LESS if place % 2 else MORE for place in range(len(wanted))]
        low, high = self._bounds[:, 0].copy(), self._bounds[:, 1].copy()
        _force(forced, self._truth[forced], side, low, high)
        return _solved(cost, [self._known(0)], low, high)

    def freeing(self, forced: int, side: int) -> tuple[Numbers, list[int]] | None:
        """Return another truth in which a count is less or more, and what must be hidden for it."""
        free = sorted(self._system.freed)
        size, count = len(self._truth), len(free)
        freed = np.array([self._below_top(self._system.freed[each]) for each in free])
        freed = freed.reshape(-1, 2)
        # How far each may stray from what is seen of it; the larger it is, the dearer.
        cost = np.concatenate([np.zeros(size), 1 + self._truth[free]])
        low = np.concatenate([self._bounds[:, 0], np.zeros(count)])
        high = np.concatenate([self._bounds[:, 1], np.full(count, np.inf)])
        low[free], high[free] = freed[:, 0], freed[:, 1]
        _force(forced, self._truth[forced], side, low, high)
        picked, strays = _picked(free, size), eye_array(count, format="csr")
        seen = self._bounds[free]
        known = (
            self._known(count),
            LinearConstraint(hstack([picked, strays]), seen[:, 0], np.inf),
            LinearConstraint(hstack([picked, -strays]), -np.inf, seen[:, 1]),
        )
        found = _solved(cost, known, low, high)
        if found is None:
            return None
        return found[:size], [each for place, each in enumerate(free) if found[size + place]]

    def _known(self, switches: int) -> LinearConstraint:
        beside = csr_array((self._matrix.shape[0], switches))
        return LinearConstraint(hstack([self._matrix, beside]), self._least, self._most)

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


def _picked(variables: Sequence[int], size: int) -> csr_array:
    count = len(variables)
    return csr_array((np.ones(count), (range(count), variables)), shape=(count, size))
