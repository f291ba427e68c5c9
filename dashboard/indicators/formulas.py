"""The forms an indicator's formula can take. Each says what it needs added up, and then answers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from dashboard.indicators.parts import UNKNOWN, Parts, ratio
from data.selection import Selection
from data.slicing import Build, Measure, Source
from data.sums import By, Key, Sum
from data.workbench import Workbench

NOUGHT = Parts(value=0, n=0)
NONE: frozenset[str] = frozenset()


class Formula:
    """Works an indicator out for every group.

    Attributes:
        cannot_follow: Dimensions, and so filters, without meaning here, besides what sources lack.
        cannot_split: Dimensions without meaning here, though their filters have one.
        labels: Dimensions that tell results apart, but not the rows of every source.
        of_returns: Whether it is of returns as such, so that partners stand behind it and no rows.
        on_a_day: Of a formula without sources, whether it is counted on a day, as a stock is.
        of_sums: Whether it is made of the sums that it wants, and asks the rows nothing else.
    """

    cannot_follow = NONE
    cannot_split = NONE
    labels = NONE
    of_returns = False
    on_a_day = True
    of_sums = False

    def asked(self, selection: Selection, by: By) -> "Formula":
        """Return the formula as it answers a question; most are the same for every one."""
        return self

    def measures(self) -> tuple[Measure, ...]:
        """Return the measures that it puts together, one or more a source."""
        raise NotImplementedError

    def wanted(self, by: By) -> Iterable[tuple[Measure, By]]:
        """Yield what to add up beforehand, and by what, in as few statements as can be."""
        groups = tuple(dimension for dimension in by if dimension not in self.labels)
        yield from ((measure, groups) for measure in self.counted_by())

    def summed(self) -> tuple[Measure, ...]:
        """Return the measures whose sums it wants, each once."""
        return tuple(dict.fromkeys(measure for measure, _by in self.wanted(())))

    def nothing(self) -> Parts:
        """Return the parts of a group without rows."""
        raise NotImplementedError

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the parts of each group that has rows."""
        raise NotImplementedError

    def counted_by(self) -> tuple[Measure, ...]:
        """Return measures, one or more a source, that tell whether a group has rows."""
        return self.measures()

    def bases(self) -> tuple[Measure, ...]:
        """Return the measures whose rows the figure rests on; a share rests on its whole."""
        return self.counted_by()

    def sources(self) -> tuple[Build, ...]:
        """Return the sources; filters and dimensions must be answered alike by all of them."""
        return tuple(dict.fromkeys(measure.source for measure in self.counted_by()))

    def is_of_a_day(self, sources: Iterable[Source]) -> bool:
        """Return whether figures over its sources, as they are on a day, are counted on it."""
        stocks = [source.stock for source in sources]
        return all(stocks) if stocks else self.on_a_day

    def is_traceable(self) -> bool:
        """Return whether anything can be said of where its figures come from."""
        return self.of_returns or bool(self.sources())


@dataclass(frozen=True)
class Total(Formula):
    """A sum, or a count."""

    measure: Measure
    of_sums = True

    def measures(self) -> tuple[Measure, ...]:
        """Return the one measure."""
        return (self.measure,)

    def nothing(self) -> Parts:
        """Return nought of no rows."""
        return NOUGHT

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the sum of each group."""
        return {
            key: UNKNOWN if found.unknown else Parts(value=found.total, n=found.n)
            for key, found in bench.sums(self.measure, selection, by).items()
        }


@dataclass(frozen=True)
class Ratio(Formula):
    """One sum over another; *not applicable* where the other is nought.

    Attributes:
        part: Above the line.
        whole: Below the line.
        factor: What to multiply by: 100 for a rate per hundred.
    """

    part: Measure
    whole: Measure
    factor: int = 1
    of_sums = True

    def measures(self) -> tuple[Measure, ...]:
        """Return both sides."""
        return (self.part, self.whole)

    def bases(self) -> tuple[Measure, ...]:
        """Return the whole; and the part too, where it is counted over another source."""
        return (self.whole,) if self.part.source is self.whole.source else (self.part, self.whole)

    def nothing(self) -> Parts:
        """Return a ratio of nothing."""
        return ratio(0, 0)

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the ratio of each group that either side has."""
        parts = bench.sums(self.part, selection, by)
        wholes = bench.sums(self.whole, selection, by)
        return {
            key: self._ratio(bench.sum_of(parts, key), bench.sum_of(wholes, key))
            for key in parts.keys() | wholes.keys()
        }

    def _ratio(self, part: Sum, whole: Sum) -> Parts:
        blank = part.unknown or whole.unknown
        return UNKNOWN if blank else ratio(part.total, whole.total, factor=self.factor)


@dataclass(frozen=True)
class Difference(Formula):
    """One sum less another."""

    left: Measure
    right: Measure
    of_sums = True

    def measures(self) -> tuple[Measure, ...]:
        """Return both sides."""
        return (self.left, self.right)

    def nothing(self) -> Parts:
        """Return nought of no rows."""
        return NOUGHT

    def work_out(self, bench: Workbench, selection: Selection, by: By) -> Mapping[Key, Parts]:
        """Return the difference of each group that either side has."""
        lefts, rights = (bench.sums(each, selection, by) for each in (self.left, self.right))
        found = {}
        for key in lefts.keys() | rights.keys():
            left, right = bench.sum_of(lefts, key), bench.sum_of(rights, key)
            found[key] = Parts(value=left.total - right.total, n=left.n + right.n)
        return found
