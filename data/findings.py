"""What is found out of one state of the data, each thing once, as far as somebody may read it."""

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from sqlalchemy import Select

from data import members, thresholds
from data.arrivals import Arrival, arrivals
from data.calendar import academic_year, year_name
from data.cells.store import Store
from data.disclosure import Protection
from data.members import Member
from data.people.rights import DeniedError
from data.queries import returns, years
from data.reader import Snapshot, Version
from data.returns.return_key import ReturnKey
from data.selection import NOWHERE, Selection
from data.slicing import Build, Measure, Source
from data.thresholds import DAILY_FEE, Context

Made = TypeVar("Made")


class Findings:
    """Holds one state of the data, and what has been found out of it so far."""

    def __init__(
        self,
        snapshot: Snapshot,
        store: Store | None = None,
        within: frozenset[str] | None = None,
        protection: Protection | None = None,
    ) -> None:
        """Keep the snapshot; read nothing yet.

        Args:
            snapshot: The state of the data.
            store: Cells of that state, where the process keeps any; the same figures, sooner.
            within: The partnerships whose figures may be read; nothing means all of them.
            protection: What is done to figures before anybody sees them; nothing shows them exact.
        """
        self.protection = protection
        self._within = within if within is None else within.union(NOWHERE)
        self._snapshot = snapshot
        self._store = store
        self._made: dict[Hashable, Any] = {}

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
        return self.once(("context", days), lambda: self._context(days))

    def source(self, build: Build, selection: Selection) -> Source:
        """Return a source as it is on the day of a selection."""
        return _source(build, self.context(selection))

    def members(self, as_at: date) -> list[Member]:
        """Return every member of every partnership with the returns it owes by a day."""
        return self.settled(
            ("members", as_at), lambda: members.members(self.rows(returns.due(as_at)))
        )

    def arrivals(self) -> Mapping[ReturnKey, Arrival]:
        """Return which returns are in, and since when."""
        return self.settled(
            "arrivals",
            lambda: arrivals(self.rows(returns.states()), self.rows(returns.steps())),
        )

    def years(self) -> list[str]:
        """Return every academic year from the first in which anything begins to the last."""
        return self.once("years", self._years)

    def stock_years(self, selection: Selection) -> list[str]:
        """Return the years to show a stock in: those chosen, else those that have begun."""
        begun = [year for year in self.years() if year <= selection.current_year]
        return sorted(selection.years) or begun

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
        self.context(selection)
        store, several = self._store, tuple(builds)
        name = ("stamp", several, selection.as_at, selection.stock_date)
        return self.once(name, lambda: self._stamp(store, several, selection))

    def stamp_of_sums(self, measures: Iterable[Measure], selection: Selection) -> Hashable:
        """Return what stays the same as long as the sums of some measures do.

        It is finer than the stamp of their sources: most changes of a row leave most sums as they
        are. It is nothing if unknown.
        """
        each = [self._stamp_of_sums(measure, selection) for measure in measures]
        return tuple(each) if all(each) else None

    def _stamp_of_sums(self, measure: Measure, selection: Selection) -> Hashable:
        source = self.source(measure.source, selection)
        store = self._store
        if store is None or source.stock or not (source.alone and store.keeps(measure)):
            return self.stamp((measure.source,), selection)
        build, context = measure.source, self.kept_context(source, selection)
        name = ("sums", measure, context)
        return self.once(name, lambda: (store.state(self._snapshot, build, context, measure),))

    def kept_context(self, source: Source, selection: Selection) -> Context:
        """Return the context under which cells of a source are kept, if any are."""
        context = self.context(selection)
        return context if source.stock else replace(context, stock_date=context.as_at)

    def recall(self, name: Hashable) -> Any:
        """Return what was remembered under a name, of this state or an earlier one; or nothing."""
        return self._store.recall(name) if self._store else None

    def remember(self, name: Hashable, value: Any) -> None:
        """Remember what was worked out, under a name that holds its stamp."""
        if self._store:
            self._store.remember(name, value)

    def _stamp(self, store: Store, builds: Iterable[Build], selection: Selection) -> Hashable:
        stamp = store.stamp(self.source(build, selection) for build in builds)
        # Which years there are to count a stock in hangs on other rows as well.
        return stamp and (stamp, tuple(self.years()))

    def _context(self, days: tuple[date, date]) -> Context:
        as_at, _ = days
        settings = self.once("settings", lambda: self.rows(thresholds.statement()))
        numbers = self.once(("numbers", as_at), lambda: thresholds.in_force(settings, as_at))
        return Context(*days, numbers, thresholds.history(settings, DAILY_FEE))

    def _years(self) -> list[str]:
        (span,) = self.rows(years.span())
        ends = [int(academic_year(day)[:4]) for day in span if day]
        return [year_name(year) for year in range(ends[0], ends[-1] + 1)] if ends else []


# The joins and columns of a source hold for every question of a day.
@lru_cache(maxsize=512)
def _source(build: Build, context: Context) -> Source:
    return build(context)
