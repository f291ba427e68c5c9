"""What somebody knows who has fetched everything: whole numbers, their bounds and their sums.

Each number of an edition is a variable, and so is each number behind them in the finest cuts; what
adds up is a row. The truth solves it. A count is safe if something else solves it as well, in
which that count is another.
"""

from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array

from dashboard.disclosure.rules import Bounds
from data.disclosure import Cut, Place
from data.sums import Key

Numbers = npt.NDArray[np.float64]


@dataclass
class System:
    """A system of whole numbers.

    Attributes:
        places: The place of each number that is not known to be nought, by variable.
        truth: Its true value, by variable.
        bounds: What is known of it by itself, by variable.
        freed: What would be known of it if it were hidden; only for numbers that can be.
        wanted: The variables that nobody may work out.
    """

    places: list[Place] = field(default_factory=list)
    truth: list[int] = field(default_factory=list)
    bounds: list[Bounds] = field(default_factory=list)
    freed: dict[int, Bounds] = field(default_factory=dict)
    wanted: list[int] = field(default_factory=list)
    _of: dict[tuple[str, Cut], dict[Key, int]] = field(default_factory=dict)
    _rows: list[dict[int, int]] = field(default_factory=list)
    _sums: list[Bounds] = field(default_factory=list)

    def add(self, place: Place, truth: int, bounds: Bounds) -> int:
        """Add a number, and return its variable."""
        variable = len(self.places)
        self.places.append(place)
        self.truth.append(truth)
        self.bounds.append(bounds)
        name, cut, key = place
        self._of.setdefault((name, cut), {})[key] = variable
        return variable

    def of(self, name: str, cut: Cut) -> dict[Key, int]:
        """Return the variables of a count in a cut, by group."""
        return self._of.get((name, cut), {})

    def tie(self, whole: int | None, parts: Iterable[int], *, rest: bool = False) -> None:
        """Have some numbers add up to another, or to no more than it; where that is true.

        Args:
            whole: The variable of the other; nothing where it is known to be nought.
            parts: The variables that add up.
            rest: Whether something else may be in it as well.
        """
        row = dict.fromkeys(parts, -1) | ({} if whole is None else {whole: 1})
        left = sum(times * self.truth[variable] for variable, times in row.items())
        if row and (left == 0 or (rest and left > 0)):
            self._rows.append(row)
            self._sums.append((0, np.inf if rest else 0))

    def linked(self) -> dict[str, set[str]]:
        """Return by name of a count those that it adds up with, itself among them."""
        found: dict[str, set[str]] = {name: {name} for name, _, _ in self.places}
        for row in self._rows:
            names = {self.places[variable][0] for variable in row}
            for name in names if len(names) > 1 else ():
                found[name] |= names
        return found

    def matrix(self) -> tuple[csr_array, Numbers, Numbers]:
        """Return the rows as a matrix, with the least and the most that each may come to."""
        columns = [variable for row in self._rows for variable in row]
        values = [times for row in self._rows for times in row.values()]
        ends = np.cumsum([0, *(len(row) for row in self._rows)])
        shape = (len(self._rows), len(self.truth))
        found = csr_array((np.array(values, float), np.array(columns, int), ends), shape=shape)
        sums = np.array(self._sums, float).reshape(-1, 2)
        return found, sums[:, 0], sums[:, 1]
