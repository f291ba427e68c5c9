"""Sums of numbers that may not apply: what is not applicable is no nought."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard import wording
from dashboard.indicators.formulas import Total
from dashboard.indicators.parts import Parts
from data.selection import Selection
from data.slicing import Measure
from data.sums import By, Key
from data.workbench import Workbench

NONE_APPLIES = Parts(value=None, note=wording.NOT_APPLICABLE)


@dataclass(frozen=True)
class Amount(Total):
    """A sum, *not applicable* where each row that would count says so.

    Attributes:
        without: Counts the rows to which the number does not apply.
    """

    without: Measure

    def wanted(self, by: By) -> Iterable[tuple[Measure, By]]:
        """Yield the sum, and the rows to which it does not apply."""
        yield from super().wanted(by)
        yield self.without, by

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the sum of each group."""
        without = bench.sums(self.without, selection, by)
        return {
            key: NONE_APPLIES if part.n == 0 and bench.sum_of(without, key).n else part
            for key, part in super().work_out(bench, selection, by).items()
        }
