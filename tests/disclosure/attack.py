"""An attack on an edition: somebody takes down every number and solves for what is behind them.

It shares nothing with the plan that defends against it: here the unknowns are how many people there
are of each kind, told apart by everything that is known of them at once.
"""

from dataclasses import dataclass, field
from functools import cached_property

import numpy as np
from scipy.optimize import Bounds, LinearConstraint, milp
from scipy.sparse import csr_array

from dashboard.wording import NO_CUT

MANY = 500


@dataclass
class Attacker:
    """What somebody has taken down: sums of unknown whole numbers, and between what each lies."""

    unknowns: dict = field(default_factory=dict)
    rows: list = field(default_factory=list)
    least: list = field(default_factory=list)
    most: list = field(default_factory=list)

    def unknown(self, name):
        return self.unknowns.setdefault(name, len(self.unknowns))

    def learn(self, names, least, most=MANY):
        """Take down that some unknowns add up to a number that lies between two others."""
        self.rows.append({self.unknown(name): 1 for name in names})
        self.least.append(least)
        self.most.append(most)

    def relate(self, weights, least=0, most=0):
        """Take down that unknowns, each so many times, add up to a number between two others."""
        self.rows.append({self.unknown(name): weight for name, weight in weights.items()})
        self.least.append(least)
        self.most.append(most)

    def works_out(self, sums):
        """Those of some sums of unknowns that can be one number only, by their name."""
        seen = {name: set() for name in sums}
        for name, unknowns in sums.items():
            for sign in (1, -1):
                if len(seen[name]) < 2:
                    answer = self._solve(unknowns, sign)
                    for other, those in sums.items():
                        seen[other].add(sum(answer[self.unknowns[each]] for each in those))
        return [name for name, values in seen.items() if len(values) == 1]

    def _solve(self, unknowns, sign):
        cost = np.zeros(len(self.unknowns))
        for name in unknowns:
            cost[self.unknowns[name]] += sign
        found = milp(
            cost,
            constraints=LinearConstraint(self._matrix, self.least, self.most),
            integrality=np.ones(len(cost)),
            bounds=Bounds(0, MANY),
        )
        assert found.success, "what was taken down contradicts itself"
        return [round(value) for value in found.x]

    @cached_property
    def _matrix(self):
        matrix = np.zeros((len(self.rows), len(self.unknowns)))
        for place, row in enumerate(self.rows):
            for unknown, weight in row.items():
                matrix[place, unknown] = weight
        return csr_array(matrix)


def learned(value, *, low, hidden, mode):
    """Between what whole numbers a count lies, from how it reads; hidden is why it is, if it is."""
    if hidden == "fewer than 5":
        return 1, 4
    if hidden == NO_CUT:
        return 0, MANY
    if hidden:
        return 1, MANY
    if mode == "suppressed":
        return value, value
    if value == 0:
        return (1, 2) if low else (0, 0)
    return value - 2, value + 2
