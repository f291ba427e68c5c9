"""Whether a figure can be taken as it stands: missing returns, part-years, no meaning."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from dashboard.indicators.formulas import Formula
from dashboard.indicators.parts import Parts, Status
from data.calendar import last_day, last_day_of_financial_year
from data.members import DueReturn, Member, chosen
from data.reporters import NOBODY, PLACES, Owed, as_one, asked, follows_years, reporters, years_of
from data.schema.reference import PUBLISHED
from data.selection import Selection
from data.slicing import Build
from data.sums import By, Key, with_year
from data.workbench import Workbench


@dataclass(frozen=True)
class State:
    """The status of a figure, and how many partners stand behind it."""

    status: Status
    reported: int
    expected: int


class Reporting:
    """Knows, for one question, which partners were expected and which have not reported."""

    def __init__(self, bench: Workbench, formula: Formula, selection: Selection, by: By) -> None:
        """Keep the question, and look up who reports each source."""
        self._bench = bench
        self._formula = formula
        self._selection = selection
        self._by = by
        self._places = tuple(dimension for dimension in by if dimension in PLACES)
        self._place_at = [by.index(dimension) for dimension in self._places]
        self._year_at = by.index("academic_year") if "academic_year" in by else None
        self._financial_at = by.index("financial_year") if "financial_year" in by else None
        self._told_apart = [place for place, name in enumerate(by) if name not in formula.labels]
        self._groups: dict[Build, Set[Key]] = {}
        self._part_years: dict[str | None, bool] = {}
        self._sources = {build: bench.source(build, selection) for build in formula.sources()}
        self._reporters = {
            build: reporters(bench, build, selection, self._places) for build in self._sources
        }
        # Questions of the same partners and the same years share what was counted.
        rolls = tuple(
            (roll, follows_years(self._sources[build]), self._sources[build].stock)
            for build, roll in self._reporters.items()
        )
        self._counts: dict[tuple[Key, str | None], tuple[int, int]] = bench.settled(
            ("counts", rolls, selection), dict
        )

    def expected_keys(self, found: Iterable[Key]) -> set[Key]:
        """Return groups that belong in the answer though they may have no rows.

        Those are partners, partnerships and regions of which somebody was to report, in each
        year in question; a total is always there.
        """
        if not self._by:
            return {()}
        if not set(self._by) <= {*PLACES, "academic_year"}:
            return set()
        # Of a partnership known from documents nobody may be there who would send the sheet.
        silent = self._known_from_documents() if self._places == ("partnership",) else set()
        return {
            with_year(place, self._by, year or "")
            for year in self._years_in(found)
            for places in (silent, *(self._owed(build, year) for build in self._reporters))
            for place in places
            if None not in place
        }

    def state(self, key: Key, part: Parts) -> State:
        """Return how a group's figure stands."""
        reported, expected = part.partners or self.counts(key)
        if part.value is None and part.note and not part.unknown:
            # Whoever serves one side only has no share, whatever they still owe.
            return State("not_applicable", reported, expected)
        if part.unknown or self._is_silent(key):
            return State("not_reported", reported, expected)
        if part.value is None:
            return State("not_applicable", reported, expected)
        if reported < expected:
            return State("partial", reported, expected)
        return State("provisional" if self._is_part_year(key) else "ok", reported, expected)

    def counts(self, key: Key) -> tuple[int, int]:
        """Return how many partners have reported, and how many were to, for a group."""
        place_and_year = self._place_and_year(key)
        if place_and_year not in self._counts:
            owed = self.expected(key)
            reported = sum(missing is None for _, missing in owed)
            self._counts[place_and_year] = (reported, len(owed))
        return self._counts[place_and_year]

    def expected(self, key: Key = ()) -> list[tuple[Member, tuple[DueReturn, ...] | None]]:
        """Return the partners who were to report on a group, each with what it has not sent.

        That is ``None`` for a partner who has sent everything.
        """
        place, year = self._place_and_year(key)
        owed = [self._owed(build, year).get(place, NOBODY) for build in self._reporters]
        return list(asked(as_one(owed)).values())

    def _owed(self, build: Build, year: str | None) -> Mapping[Key, Owed]:
        years = years_of(self._sources[build], self._selection, year)
        return self._reporters[build].owed(years)

    def _is_silent(self, key: Key) -> bool:
        group = tuple([key[place] for place in self._told_apart])
        without = [build for build in self._reporters if group not in self._groups_of(build)]
        return any(self._is_awaited(build, key) for build in without)

    def _is_awaited(self, build: Build, key: Key) -> bool:
        place, year = self._place_and_year(key)
        owed = asked(self._owed(build, year).get(place, NOBODY))
        unsent = any(missing is not None for _, missing in owed.values())
        # Nobody who could have sent the sheet may be named there; that is no nought.
        return unsent or place in self._known_from_documents()

    def _known_from_documents(self) -> set[Key]:
        """Return the groups of places of which nothing but published documents tells."""
        return self._bench.settled(
            ("documents", self._selection, self._places), self._look_for_documents
        )

    def _look_for_documents(self) -> set[Key]:
        origins: dict[Key, set[str]] = defaultdict(set)
        for member in chosen(self._bench.members(self._selection.as_at), self._selection):
            origins[tuple(getattr(member, name) for name in self._places)].add(member.origin)
        return {place for place, found in origins.items() if found == {PUBLISHED}}

    def _groups_of(self, build: Build) -> Set[Key]:
        """Return the groups that have rows of a source."""
        if build not in self._groups:
            by = tuple([self._by[place] for place in self._told_apart])
            self._groups[build] = frozenset().union(
                *(
                    self._bench.sums(measure, self._selection, by)
                    for measure in self._formula.counted_by()
                    if measure.source is build
                )
            )
        return self._groups[build]

    def _is_part_year(self, key: Key) -> bool:
        if self._financial_at is not None:
            financial = key[self._financial_at]
            return bool(financial) and (
                self._selection.as_at < last_day_of_financial_year(financial)
            )
        _place, year = self._place_and_year(key)
        if year not in self._part_years:
            self._part_years[year] = self._runs_on(year)
        return self._part_years[year]

    def _runs_on(self, year: str | None) -> bool:
        """Return whether a year, or else one of those chosen, is not over yet."""
        if self._formula.is_of_a_day(self._sources.values()) or self._has_no_years():
            return False
        years = (year,) if year else self._selection.years
        return any(self._selection.as_at < last_day(name) for name in years)

    def _has_no_years(self) -> bool:
        sources = self._sources.values()
        return bool(sources) and not any("years" in source.filters() for source in sources)

    def _place_and_year(self, key: Key) -> tuple[Key, str | None]:
        if not key:
            return (None,) * len(self._places), None
        year = None if self._year_at is None else key[self._year_at]
        return tuple([key[place] for place in self._place_at]), year

    def _years_in(self, found: Iterable[Key]) -> list[str | None]:
        if "academic_year" not in self._by:
            return [None]
        place = self._by.index("academic_year")
        return list(self._selection.years or {key[place] for key in found})
