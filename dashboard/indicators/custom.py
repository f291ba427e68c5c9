"""A formula that is no sum: a median, a matching, a count of employers."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from dashboard.indicators.formulas import NONE, NOUGHT, Formula
from dashboard.indicators.parts import Parts
from data.selection import Selection
from data.slicing import Build, Measure
from data.sums import By, Key
from data.workbench import Workbench


def _as_asked(selection: Selection) -> Selection:
    return selection


@dataclass(frozen=True)
class Custom(Formula):
    """A formula that is no sum: a median, a matching, a count of employers.

    Attributes:
        over: The sources whose filters and returns it depends on.
        work: Works it out: workbench, selection and dimensions in, parts of each group out.
        cannot_follow, cannot_split, labels, of_returns, on_a_day, of_sums: As of every formula.
        empty: What it is for a group without rows.
        rests_on: The measures whose rows it rests on; every row of the sources, unless given.
        needs: What it adds up, each with the dimensions besides those asked for.
        looks_at: The selection whose rows go in, from the one asked for.
    """

    over: tuple[Build, ...]
    work: Callable[[Workbench, Selection, By], Mapping[Key, Parts]]
    cannot_follow: frozenset[str] = NONE
    cannot_split: frozenset[str] = NONE
    labels: frozenset[str] = NONE
    of_returns: bool = False
    on_a_day: bool = True
    of_sums: bool = False
    empty: Parts = NOUGHT
    rests_on: tuple[Measure, ...] = ()
    needs: tuple[tuple[Measure, By], ...] = ()
    looks_at: Callable[[Selection], Selection] = _as_asked

    def wanted(self, by: By) -> Iterable[tuple[Measure, By]]:
        """Yield the counts of rows, and what it says that it needs."""
        yield from super().wanted(by)
        for measure, besides in self.needs:
            yield measure, (*(dimension for dimension in by if dimension not in besides), *besides)

    def counted_by(self) -> tuple[Measure, ...]:
        """Return the measures it rests on, or a plain count of each source's rows."""
        return self.rests_on or tuple(Measure(build) for build in self.over)

    def sources(self) -> tuple[Build, ...]:
        """Return the sources named."""
        return self.over

    def nothing(self) -> Parts:
        """Return what the formula says of nothing."""
        return self.empty

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return what the function works out."""
        return self.work(bench, selection, by)
