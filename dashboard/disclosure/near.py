"""Where to look first for another truth: near the count that must differ, and then further on."""

from collections.abc import Iterator
from typing import Final

import numpy as np
import numpy.typing as npt

from dashboard.disclosure.cuts import BASES
from dashboard.disclosure.system import System

Which = npt.NDArray[np.int64]
# An organisation is a university or an employer, so that they are one dimension here.
WHO: Final = frozenset({"organisation", "university", "employer"})
ANYWHERE: Final = "anywhere"


class Near:
    """Knows which numbers of a system are near each other.

    Whatever fits while the rest stays as it is fits on the whole, so that most answers are found
    among few numbers.
    """

    def __init__(self, system: System) -> None:
        """Note of each number its count, its dimension besides the bases, and its partnership."""
        self._size = len(system.places)
        self._names = np.array([name for name, _, _ in system.places], dtype=object)
        self._besides = [self._beside(cut) for _, cut, _ in system.places]
        self._partnerships = np.array(
            [
                key[cut.index("partnership")] if "partnership" in cut else ANYWHERE
                for _, cut, key in system.places
            ],
            dtype=object,
        )
        self._linked = system.linked()

    def around(self, variable: int) -> Iterator[Which]:
        """Yield the variables near one: ever more of them, and in the end all."""
        name, beside = self._names[variable], self._besides[variable]
        linked = np.isin(self._names, list(self._linked[name]))
        here = self._partnerships[variable]
        nearby = np.isin(self._partnerships, [here, ANYWHERE]) | (here == ANYWHERE)
        if beside:
            same = np.array([other == beside for other in self._besides]) & nearby
            yield np.flatnonzero(same & linked)
            yield np.flatnonzero(same)
        yield np.flatnonzero(nearby & linked)
        yield np.arange(self._size)

    @staticmethod
    def _beside(cut: tuple[str, ...]) -> str:
        others = {"who" if name in WHO else name for name in cut if name not in BASES}
        return next(iter(others), "")
