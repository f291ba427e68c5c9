"""A share of cohorts that are old enough to tell."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from dashboard import wording
from dashboard.indicators.formulas import Ratio
from dashboard.indicators.parts import Parts
from data.queries.newly_qualified import Outcome
from data.selection import Selection
from data.slicing import Measure
from data.sums import By, Key
from data.workbench import Workbench


@dataclass(frozen=True, kw_only=True)
class CohortRatio(Ratio):
    """One sum over another; where every cohort is too young, it is too early to say.

    Attributes:
        young: The rows of cohorts that are not old enough.
    """

    young: Measure

    def measures(self) -> tuple[Measure, ...]:
        """Return both sides, and what is too young for them."""
        return (self.part, self.whole, self.young)

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the share of each group, or that it is too early to say."""
        young = bench.sums(self.young, selection, by)
        return {
            key: _noted(part, bench.sum_of(young, key).n)
            for key, part in super().work_out(bench, selection, by).items()
        }


def cohort_ratio(outcome: Outcome) -> CohortRatio:
    """Return the share of whom something became true."""
    return CohortRatio(outcome.part, outcome.whole, young=outcome.young)


def _noted(part: Parts, young: float) -> Parts:
    if part.value is not None or part.unknown or not young:
        return part
    return replace(part, note=wording.TOO_EARLY)
