"""The forms an indicator's formula can take. Each says what it needs added up, and then answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import ClassVar, Protocol

from dashboard.indicators.parts import Parts
from data.selection import Selection
from data.slicing import Build, Measure
from data.workbench import By, Key, Workbench

NOUGHT = Parts(value=0, n=0)


class Formula(Protocol):
    """Works an indicator out for every group."""

    @property
    def cannot_follow(self) -> frozenset[str]:
        """Return dimensions, and so filters, without meaning here, besides what sources lack."""

    def sources(self) -> tuple[Build, ...]:
        """Return the sources; filters and dimensions must be answered alike by all of them."""

    def measures(self) -> tuple[Measure, ...]:
        """Return the measures to add up beforehand, in as few statements as can be."""

    def counted_by(self) -> tuple[Measure, ...]:
        """Return measures, one or more a source, that tell whether a group has rows."""

    def nothing(self) -> Parts:
        """Return the parts of a group without rows."""

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the parts of each group that has rows."""


@dataclass(frozen=True)
class Total:
    """A sum, or a count."""

    measure: Measure
    cannot_follow: ClassVar[frozenset[str]] = frozenset()

    def sources(self) -> tuple[Build, ...]:
        """Return the one source."""
        return (self.measure.source,)

    def measures(self) -> tuple[Measure, ...]:
        """Return the one measure."""
        return (self.measure,)

    def counted_by(self) -> tuple[Measure, ...]:
        """Return the one measure."""
        return (self.measure,)

    def nothing(self) -> Parts:
        """Return nought of no rows."""
        return NOUGHT

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the sum of each group."""
        sums = bench.sums(self.measure, selection, by)
        return {key: Parts(value=found.total, n=found.n) for key, found in sums.items()}


@dataclass(frozen=True)
class Ratio:
    """One sum over another; *not applicable* where the other is nought.

    Attributes:
        part: Above the line.
        whole: Below the line.
        factor: What to multiply by: 100 for a rate per hundred.
    """

    part: Measure
    whole: Measure
    factor: int = 1
    cannot_follow: ClassVar[frozenset[str]] = frozenset()

    def sources(self) -> tuple[Build, ...]:
        """Return both sides' sources."""
        return (self.part.source, self.whole.source)

    def measures(self) -> tuple[Measure, ...]:
        """Return both sides."""
        return (self.part, self.whole)

    def counted_by(self) -> tuple[Measure, ...]:
        """Return both sides."""
        return (self.part, self.whole)

    def nothing(self) -> Parts:
        """Return a ratio of nothing."""
        return ratio(0, 0)

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the ratio of each group that either side has."""
        parts = bench.sums(self.part, selection, by)
        wholes = bench.sums(self.whole, selection, by)
        found = {}
        for key in parts.keys() | wholes.keys():
            part, whole = bench.sum_of(parts, key), bench.sum_of(wholes, key)
            found[key] = ratio(part.total, whole.total, factor=self.factor)
        return found


@dataclass(frozen=True)
class Difference:
    """One sum less another."""

    left: Measure
    right: Measure
    cannot_follow: ClassVar[frozenset[str]] = frozenset()

    def sources(self) -> tuple[Build, ...]:
        """Return both sides' sources."""
        return (self.left.source, self.right.source)

    def measures(self) -> tuple[Measure, ...]:
        """Return both sides."""
        return (self.left, self.right)

    def counted_by(self) -> tuple[Measure, ...]:
        """Return both sides."""
        return (self.left, self.right)

    def nothing(self) -> Parts:
        """Return nought of no rows."""
        return NOUGHT

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the difference of each group that either side has."""
        lefts = bench.sums(self.left, selection, by)
        rights = bench.sums(self.right, selection, by)
        found = {}
        for key in lefts.keys() | rights.keys():
            left, right = bench.sum_of(lefts, key), bench.sum_of(rights, key)
            found[key] = Parts(value=left.total - right.total, n=left.n + right.n)
        return found


@dataclass(frozen=True)
class Custom:
    """A formula that is no sum: a median, a matching, a count of students.

    Attributes:
        over: The sources whose filters and returns it depends on.
        work: Works it out: workbench, selection and dimensions in, parts of each group out.
        cannot_follow: Dimensions, and so filters, without meaning here, besides what sources lack.
        empty: What it is for a group without rows.
    """

    over: tuple[Build, ...]
    work: Callable[[Workbench, Selection, By], Mapping[Key, Parts]]
    cannot_follow: frozenset[str] = frozenset()
    empty: Parts = NOUGHT

    def sources(self) -> tuple[Build, ...]:
        """Return the sources."""
        return self.over

    def measures(self) -> tuple[Measure, ...]:
        """Return nothing: what it adds up, it adds up itself."""
        return ()

    def counted_by(self) -> tuple[Measure, ...]:
        """Return a plain count of each source's rows."""
        return tuple(Measure(build) for build in self.over)

    def nothing(self) -> Parts:
        """Return what the formula says of nothing."""
        return self.empty

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return what the function works out."""
        return self.work(bench, selection, by)


def ratio(part: float, whole: float, *, factor: int = 1) -> Parts:
    """Return the parts of a ratio; its value is ``None`` where the whole is nought."""
    value = part * factor / whole if whole else None
    return Parts(value=value, numerator=part, denominator=whole, n=whole)
