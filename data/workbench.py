"""Adds up what formulas ask for, in as few statements as can be, and keeps what was made."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from data import totals
from data.cells.answer import Answer
from data.cells.store import Store
from data.cells.table import Table, table_of
from data.disclosure import Protection
from data.findings import Findings
from data.reader import Snapshot
from data.selection import Selection
from data.slicing import Build, Measure, Source
from data.sums import NOTHING, By, Key, Sum, Sums, folded, read, with_year

Wanted = tuple[Measure, Selection, By]


class Workbench(Findings):
    """Adds up one state of the data, and holds what has been added up so far."""

    def __init__(
        self,
        snapshot: Snapshot,
        store: Store | None = None,
        within: frozenset[str] | None = None,
        protection: Protection | None = None,
    ) -> None:
        """Keep the snapshot, as ``Findings`` do; add nothing up yet."""
        super().__init__(snapshot, store, within, protection)
        self._answers: dict[tuple[Build, Selection], Answer] = {}
        self._sums: dict[tuple[Measure, Selection], dict[By, Sums]] = defaultdict(dict)

    def add_up(self, wanted: Iterable[Wanted]) -> None:
        """Add up many measures beforehand; coarser groups are made from finer ones."""
        jobs: dict[tuple[Build, Selection], dict[By, dict[Measure, None]]] = defaultdict(dict)
        kept: dict[Answer, list[tuple[Measure, By]]] = defaultdict(list)
        for measure, selection, by in wanted:
            if answer := self._answer(measure, selection, by):
                kept[answer].append((measure, by))
            elif by not in self._sums[measure, selection]:
                jobs[measure.source, selection].setdefault(by, {})[measure] = None
        for answer, pairs in kept.items():
            answer.prepare(pairs)
        for (build, selection), by_dimensions in jobs.items():
            self._run_all(build, selection, by_dimensions)

    def sums(self, measure: Measure, selection: Selection, by: By) -> Sums:
        """Return a measure's sum for each group that has rows."""
        known = self._sums[measure, selection]
        if by not in known:
            if answer := self._answer(measure, selection, by):
                known[by] = answer.sums(measure, by)
            else:
                self.add_up([(measure, selection, by)])
        return known[by]

    def table(self, measure: Measure, selection: Selection, by: By) -> Table:
        """Return a measure's sums as arrays; rows of two organisations are not split by them."""
        if answer := self._answer(measure, selection, by):
            return answer.table(measure, by)
        return table_of(measure, by, self.sums(measure, selection, by))

    @staticmethod
    def sum_of(sums: Mapping[Key, Sum], key: Key) -> Sum:
        """Return a group's sum; nought for a group without rows."""
        return sums.get(key, NOTHING)

    def _answer(self, measure: Measure, selection: Selection, by: By) -> Answer | None:
        """Return the cells that answer a question, if any are kept."""
        source = self.source(measure.source, selection)
        # A stock by academic year is a question for each year.
        each_year = source.stock and "academic_year" in by
        if self._store is None or each_year or not (source.alone and self._store.keeps(measure)):
            return None
        key = (measure.source, selection)
        if key not in self._answers:
            context = self.kept_context(source, selection)
            self._answers[key] = self._store.answer(
                self._snapshot, measure.source, context, selection
            )
        return self._answers[key]

    def _run_all(
        self, build: Build, selection: Selection, jobs: Mapping[By, Iterable[Measure]]
    ) -> None:
        source = self.source(build, selection)
        statements: dict[By, dict[Measure, None]] = {}
        coarser: list[tuple[Measure, By]] = []
        for by in sorted(jobs, key=len, reverse=True):
            for measure in jobs[by]:
                own = [other for other, carried in statements.items() if measure in carried]
                known = self._sums[measure, selection]
                if not _finer(source, measure, (*known, *own), by):
                    # By one dimension there are few groups, so that totals ride along for less.
                    short = [other for other in statements if len(other) <= 1]
                    rides = _finer(source, measure, short, by)
                    statements.setdefault(rides[0] if rides else by, {})[measure] = None
                coarser.append((measure, by))
        for by, measures in statements.items():
            self._run(source, selection, by, list(measures))
        for measure, by in coarser:
            known = self._sums[measure, selection]
            if by not in known:
                finest = min(_finer(source, measure, known, by), key=lambda each: len(known[each]))
                known[by] = folded(known[finest], finest, by)

    def _run(self, source: Source, selection: Selection, by: By, measures: list[Measure]) -> None:
        if source.stock and "academic_year" in by:
            self._run_by_year(selection, by, measures)
            return
        statement = totals.totals(source, measures, self.context(selection), selection, by)
        found = read(self.rows(statement), len(by), len(measures))
        for measure, sums in zip(measures, found, strict=True):
            self._sums[measure, selection][by] = sums

    def _run_by_year(self, selection: Selection, by: By, measures: list[Measure]) -> None:
        others = tuple(dimension for dimension in by if dimension != "academic_year")
        years = {year: selection.only(years=(year,)) for year in self.stock_years(selection)}
        for of_year in years.values():
            self.add_up((measure, of_year, others) for measure in measures)
        for measure in measures:
            self._sums[measure, selection][by] = {
                with_year(key, by, year): found
                for year, of_year in years.items()
                for key, found in self.sums(measure, of_year, others).items()
            }


def _finer(source: Source, measure: Measure, known: Iterable[By], by: By) -> list[By]:
    """Return those of some dimensions by which a measure adds up to the groups asked for."""
    if measure.distinct is not None:
        return [other for other in known if other == by]
    return [other for other in known if source.adds_up(other, by)]
