"""Formulas of money: they add up pence, and answer in pounds."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from dashboard.indicators.formulas import NOUGHT, Difference, Formula, Ratio, Total
from dashboard.indicators.parts import UNKNOWN, Parts, ratio
from data.pounds import pounds
from data.queries import fees
from data.selection import Selection
from data.slicing import Measure
from data.sums import By, Key, Sum
from data.workbench import Workbench

NO_MONEY: Final = "no money of this kind is recorded"
NOT_APPLICABLE: Final = "not applicable in every row"
NOT_ATTRIBUTED: Final = "no spending is under a heading that names practice educators"
NO_FEE: Final = "no daily fee was known when they started"
UNRECORDED: Final = Parts(0, n=0, note=NO_MONEY)


@dataclass(frozen=True)
class Amount(Total):
    """A sum of money; not applicable where every row says that it is.

    Attributes:
        not_applicable: Counts the rows that say so.
    """

    not_applicable: Measure

    def nothing(self) -> Parts:
        """Return nought, and that there is no money to add up."""
        return UNRECORDED

    def wanted(self, by: By) -> Iterable[tuple[Measure, By]]:
        """Yield the sum, and the rows in whose place there is none."""
        yield from ((measure, by) for measure in (self.measure, self.not_applicable))

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the sum of each group."""
        said, without = (
            bench.sums(each, selection, by) for each in (self.measure, self.not_applicable)
        )
        return {
            key: _amount(found, found.total, bench.sum_of(without, key))
            for key, found in said.items()
        }


@dataclass(frozen=True)
class Variance(Difference):
    """What was spent less what was planned, over the rows that say both.

    Attributes:
        not_applicable: Counts the rows in which either is not applicable.
    """

    not_applicable: Measure

    def nothing(self) -> Parts:
        """Return nought, and that there is no money to compare."""
        return UNRECORDED

    def wanted(self, by: By) -> Iterable[tuple[Measure, By]]:
        """Yield both sides, and the rows in which there is nothing to compare."""
        yield from ((measure, by) for measure in (self.left, self.right, self.not_applicable))

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the difference of each group."""
        lefts, rights, without = (
            bench.sums(each, selection, by) for each in (self.left, self.right, self.not_applicable)
        )
        return {
            key: _amount(
                left, left.total - bench.sum_of(rights, key).total, bench.sum_of(without, key)
            )
            for key, left in lefts.items()
        }


def _amount(said: Sum, pence: float, without: Sum) -> Parts:
    if said.unknown:
        return UNKNOWN
    if not said.n:
        return Parts(None, note=NOT_APPLICABLE) if without.n else UNRECORDED
    return Parts(pounds(pence), n=said.n)


@dataclass(frozen=True)
class CostEach(Ratio):
    """Money for each of something; not applicable where no money is said to be for it."""

    def _ratio(self, part: Sum, whole: Sum) -> Parts:
        if part.unknown or whole.unknown:
            return UNKNOWN
        if not part.n:
            return Parts(None, note=NOT_ATTRIBUTED if part.rows else "")
        return ratio(pounds(part.total), whole.total)


@dataclass(frozen=True)
class FeeIncome(Formula):
    """Placement days, each at the daily fee that was valid when its placement started."""

    def measures(self) -> tuple[Measure, ...]:
        """Return what each placement brings."""
        return (fees.PENCE,)

    def counted_by(self) -> tuple[Measure, ...]:
        """Return the days that have a fee."""
        return (fees.DAYS,)

    def wanted(self, by: By) -> Iterable[tuple[Measure, By]]:
        """Yield the days at each fee, and the placements without one."""
        yield from ((fees.DAYS, by), (fees.DAYS, (*by, "daily_fee")), (fees.WITHOUT_FEE, by))

    def nothing(self) -> Parts:
        """Return nought of no placements."""
        return NOUGHT

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the income of each group."""
        # Days are added up at each fee, so that no sum of pence outgrows what adds it up.
        pence: dict[Key, int] = defaultdict(int)
        for (*key, fee), found in bench.sums(fees.DAYS, selection, (*by, "daily_fee")).items():
            pence[tuple(key)] += int(found.total) * (fee or 0)
        without = bench.sums(fees.WITHOUT_FEE, selection, by)
        return {
            key: _income(days, pence[key], without[key].n)
            for key, days in bench.sums(fees.DAYS, selection, by).items()
        }


def _income(days: Sum, pence: int, without: int) -> Parts:
    if not days.n and without:
        return Parts(None, note=NO_FEE)
    if days.unknown:
        return UNKNOWN
    placements = "1 placement" if without == 1 else f"{without} placements"
    note = f"{placements} started before the first daily fee left out" if without else ""
    return Parts(pounds(pence), n=days.n, note=note)
