"""Adds up what formulas ask for: one statement a source, selection and set of dimensions."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from sqlalchemy import Select

from data import members, thresholds, totals
from data.calendar import academic_year, year_name
from data.members import Member
from data.queries import returns, years
from data.reader import Snapshot, Version
from data.selection import Selection
from data.slicing import Build, Measure, Source
from data.thresholds import Context

Key = tuple[Any, ...]
Number = int | float
By = tuple[str, ...]
Job = tuple[Build, Selection, By]


@dataclass(frozen=True)
class Sum:
    """What the database added up for a group.

    Attributes:
        total: The sum of the counted rows; 0 where none counted.
        n: Rows counted.
        rows: Rows that passed the filters, counted or not.
        blank: Rows that would have counted, had they said how much.
    """

    total: Number = 0
    n: int = 0
    rows: int = 0
    blank: int = 0

    @property
    def unknown(self) -> bool:
        """Whether there are rows to add up, and none of them says how much."""
        return self.blank > 0 and self.n == 0


class Workbench:
    """Holds one state of the data, and what has been added up from it so far."""

    def __init__(self, snapshot: Snapshot) -> None:
        """Keep the snapshot and read the settings."""
        self._snapshot = snapshot
        self._settings = snapshot.rows(thresholds.statement())
        self._contexts: dict[tuple[date, date], Context] = {}
        self._sources: dict[tuple[Build, date, date], Source] = {}
        self._sums: dict[tuple[Job, Measure], dict[Key, Sum]] = {}
        self._members: dict[date, list[Member]] = {}
        self._years: list[str] | None = None

    @property
    def version(self) -> Version:
        """Which state of the data this is."""
        return self._snapshot.version

    def rows(self, statement: Select[Any]) -> Sequence[Any]:
        """Run a statement of a formula's own and return its rows."""
        return self._snapshot.rows(statement)

    def context(self, selection: Selection) -> Context:
        """Return the day of a selection and the rules of that day."""
        days = (selection.as_at, selection.stock_date)
        if days not in self._contexts:
            numbers = thresholds.in_force(self._settings, selection.as_at)
            self._contexts[days] = Context(*days, numbers)
        return self._contexts[days]

    def source(self, build: Build, selection: Selection) -> Source:
        """Return a source as it is on the day of a selection."""
        known = (build, selection.as_at, selection.stock_date)
        if known not in self._sources:
            self._sources[known] = build(self.context(selection))
        return self._sources[known]

    def members(self, as_at: date) -> list[Member]:
        """Return every member of every partnership with the returns it owes by a day."""
        if as_at not in self._members:
            self._members[as_at] = members.members(self.rows(returns.due(as_at)))
        return self._members[as_at]

    def years(self) -> list[str]:
        """Return every academic year from the first in which anything begins to the last."""
        if self._years is None:
            (span,) = self.rows(years.span())
            ends = [int(academic_year(day)[:4]) for day in span if day]
            self._years = [year_name(year) for year in range(ends[0], ends[-1] + 1)] if ends else []
        return self._years

    def stock_years(self, selection: Selection) -> list[str]:
        """Return the years to show a stock in: those chosen, else those that have begun."""
        begun = [year for year in self.years() if year <= selection.current_year]
        return sorted(selection.years) or begun

    def add_up(self, wanted: Iterable[tuple[Measure, Selection, Sequence[str]]]) -> None:
        """Add up many measures beforehand, those of one source in one statement."""
        jobs: dict[Job, list[Measure]] = defaultdict(list)
        for measure, selection, by in wanted:
            job = (measure.source, selection, tuple(by))
            if (job, measure) not in self._sums and measure not in jobs[job]:
                jobs[job].append(measure)
        for job, measures in jobs.items():
            for measure, sums in self._run(job, measures).items():
                self._sums[job, measure] = sums

    def sums(self, measure: Measure, selection: Selection, by: Sequence[str]) -> dict[Key, Sum]:
        """Return a measure's sum for each group that has rows."""
        self.add_up([(measure, selection, by)])
        return self._sums[(measure.source, selection, tuple(by)), measure]

    @staticmethod
    def sum_of(sums: Mapping[Key, Sum], key: Key) -> Sum:
        """Return a group's sum; nought for a group without rows."""
        return sums.get(key, Sum())

    def _run(self, job: Job, measures: list[Measure]) -> dict[Measure, dict[Key, Sum]]:
        build, selection, by = job
        if not measures:
            return {}
        source = self.source(build, selection)
        if source.stock and "academic_year" in by:
            return self._run_by_year(job, measures)
        names = {f"m{place}": measure for place, measure in enumerate(measures)}
        statement = totals.totals(source, names, self.context(selection), selection, by)
        found: dict[Measure, dict[Key, Sum]] = {measure: {} for measure in measures}
        for row in self.rows(statement):
            values = row._mapping
            key = tuple(values[dimension] for dimension in by)
            for name, measure in names.items():
                if values["rows"]:
                    found[measure][key] = _sum(values, name)
        return found

    def _run_by_year(self, job: Job, measures: list[Measure]) -> dict[Measure, dict[Key, Sum]]:
        build, selection, by = job
        others = tuple(dimension for dimension in by if dimension != "academic_year")
        found: dict[Measure, dict[Key, Sum]] = {measure: {} for measure in measures}
        for year in self.stock_years(selection):
            of_year = self._run((build, selection.only(years=(year,)), others), measures)
            for measure, sums in of_year.items():
                for key, value in sums.items():
                    found[measure][with_year(key, by, year)] = value
        return found


def with_year(key: Key, by: By, year: str) -> Key:
    """Return a group's key with an academic year put where the dimensions ask for one."""
    if "academic_year" not in by:
        return key
    place = by.index("academic_year")
    return (*key[:place], year, *key[place:])


def _sum(values: Mapping[str, Any], name: str) -> Sum:
    return Sum(
        total=_plain(values[name]),
        n=int(values[f"{name}_n"]),
        rows=int(values["rows"]),
        blank=int(values[f"{name}_blank"]),
    )


def _plain(total: Number | Decimal) -> Number:
    # PostgreSQL answers sums of large whole numbers as decimals; fractions come as floats.
    return int(total) if isinstance(total, Decimal) else total
