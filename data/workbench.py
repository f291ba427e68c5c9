"""Adds up what formulas ask for, in as few statements as can be, and keeps what was made."""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Select

from data import members, thresholds, totals
from data.calendar import academic_year, year_name
from data.cells.answer import Answer
from data.cells.store import Store
from data.cells.table import Table, table_of
from data.members import Member
from data.people.rights import DeniedError
from data.queries import returns, years
from data.reader import Snapshot, Version
from data.selection import NOWHERE, Selection
from data.slicing import Build, Measure, Source
from data.sums import NOTHING, By, Key, Sum, Sums, folded, read, with_year
from data.thresholds import Context

Made = TypeVar("Made")
Wanted = tuple[Measure, Selection, By]


class Workbench:
    """Holds one state of the data, and what has been made of it so far."""

    def __init__(
        self,
        snapshot: Snapshot,
        store: Store | None = None,
        within: frozenset[str] | None = None,
    ) -> None:
        """Keep the snapshot; read nothing yet.

        Args:
            snapshot: The state of the data.
            store: Cells of that state, where the process keeps any; the same figures, sooner.
            within: The partnerships whose figures may be read; nothing means all of them.
        """
        self._within = within if within is None else within.union(NOWHERE)
        self._snapshot = snapshot
        self._store = store
        self._answers: dict[tuple[Build, Selection], Answer] = {}
        self._made: dict[Hashable, Any] = {}
        self._sums: dict[tuple[Measure, Selection], dict[By, Sums]] = defaultdict(dict)

    @property
    def version(self) -> Version:
        """Which state of the data this is."""
        return self._snapshot.version

    def rows(self, statement: Select[Any]) -> Sequence[Any]:
        """Run a statement of a formula's own and return its rows."""
        return self._snapshot.rows(statement)

    def once(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what is made under a name; it is made when it is first asked for."""
        if name not in self._made:
            self._made[name] = make()
        found: Made = self._made[name]
        return found

    def context(self, selection: Selection) -> Context:
        """Return the day of a selection and the rules of that day.

        Every question to the data asks for it, so it is here that nobody reads too far.

        Raises:
            DeniedError: The selection reaches further than whoever asks may read.
        """
        chosen = frozenset(selection.partnerships)
        if self._within is not None and not (chosen and chosen <= self._within):
            raise DeniedError("read figures")
        days = (selection.as_at, selection.stock_date)
        return self.once(("context", days), lambda: Context(*days, self._numbers(days[0])))

    def source(self, build: Build, selection: Selection) -> Source:
        """Return a source as it is on the day of a selection."""
        return _source(build, self.context(selection))

    def members(self, as_at: date) -> list[Member]:
        """Return every member of every partnership with the returns it owes by a day."""
        return self.settled(
            ("members", as_at), lambda: members.members(self.rows(returns.due(as_at)))
        )

    def years(self) -> list[str]:
        """Return every academic year from the first in which anything begins to the last."""
        return self.once("years", self._years)

    def stock_years(self, selection: Selection) -> list[str]:
        """Return the years to show a stock in: those chosen, else those that have begun."""
        begun = [year for year in self.years() if year <= selection.current_year]
        return sorted(selection.years) or begun

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

    def settled(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what hangs on partners and their returns alone; made when first asked for."""
        return self._store.settled(name, make) if self._store else self.once(name, make)

    def lasting(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what holds in whatever state the data are; made when it is first asked for."""
        return self._store.lasting(name, make) if self._store else self.once(name, make)

    def stamp(self, builds: Iterable[Build], selection: Selection) -> Hashable:
        """Return what stays the same as long as figures of some sources do; nothing if unknown."""
        if self._store is None:
            return None
        stamp = self._store.stamp(self.source(build, selection) for build in builds)
        # Which years there are to count a stock in hangs on other rows as well.
        return stamp and (stamp, tuple(self.years()))

    def recall(self, name: Hashable) -> Any:
        """Return what was remembered under a name, of this state or an earlier one; or nothing."""
        return self._store.recall(name) if self._store else None

    def remember(self, name: Hashable, value: Any) -> None:
        """Remember what was worked out, under a name that holds its stamp."""
        if self._store:
            self._store.remember(name, value)

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
            context = self.context(selection)
            if not source.stock:
                context = replace(context, stock_date=context.as_at)
            self._answers[key] = self._store.answer(
                self._snapshot, measure.source, context, selection
            )
        return self._answers[key]

    def _numbers(self, as_at: date) -> Mapping[str, Mapping[str, int]]:
        settings = self.once("settings", lambda: self.rows(thresholds.statement()))
        return self.once(("numbers", as_at), lambda: thresholds.in_force(settings, as_at))

    def _years(self) -> list[str]:
        (span,) = self.rows(years.span())
        ends = [int(academic_year(day)[:4]) for day in span if day]
        return [year_name(year) for year in range(ends[0], ends[-1] + 1)] if ends else []

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


# The joins and columns of a source hold for every question of a day.
@lru_cache(maxsize=512)
def _source(build: Build, context: Context) -> Source:
    return build(context)


def _finer(source: Source, measure: Measure, known: Iterable[By], by: By) -> list[By]:
    """Return those of some dimensions by which a measure adds up to the groups asked for."""
    if measure.distinct is not None:
        return [other for other in known if other == by]
    return [other for other in known if source.adds_up(other, by)]
