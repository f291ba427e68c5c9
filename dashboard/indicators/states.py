"""Whether a figure can be taken as it stands: missing returns, part-years, no meaning."""

from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.indicators.formulas import Formula
from dashboard.indicators.parts import Parts, Status
from data.calendar import academic_year, last_day
from data.members import Member, chosen
from data.returns.sheets import SHEETS
from data.selection import Selection
from data.slicing import Build, Source
from data.workbench import By, Key, Workbench

PLACES = ("partnership", "organisation", "region")


@dataclass(frozen=True)
class State:
    """The status of a figure, and how many partners stand behind it."""

    status: Status
    reported: int
    expected: int


class Reporting:
    """Knows, for one question, which partners were expected and which have not reported."""

    def __init__(self, bench: Workbench, formula: Formula, selection: Selection, by: By) -> None:
        """Keep the question; look partners up as they are needed."""
        self._bench = bench
        self._formula = formula
        self._selection = selection
        self._by = tuple(by)
        self._members = bench.members(selection.as_at)

    def expected_keys(self, found: Iterable[Key]) -> set[Key]:
        """Return groups that belong in the answer though they may have no rows.

        Those are partners, partnerships and regions of which somebody was to report, in each
        year in question; a total is always there.
        """
        if not self._by:
            return {()}
        if not set(self._by) <= {*PLACES, "academic_year"}:
            return set()
        years: list[str | None] = [None]
        if "academic_year" in self._by:
            place = self._by.index("academic_year")
            years = [*(self._selection.years or {key[place] for key in found})]
        return {
            self._key_of(member, year)
            for build in self._formula.sources()
            for year in years
            for member in self._expected(build, self._only(year))
        }

    def state(self, key: Key, part: Parts) -> State:
        """Return how a group's figure stands."""
        reported, expected = self.counts(key)
        silent = any(self._is_silent(build, key) for build in self._formula.sources())
        if silent:
            return State("not_reported", reported, expected)
        if part.value is None:
            return State("not_applicable", reported, expected)
        if reported < expected:
            return State("partial", reported, expected)
        return State("provisional" if self._is_part_year(key) else "ok", reported, expected)

    def counts(self, key: Key) -> tuple[int, int]:
        """Return how many partners have reported, and how many were to, for a group."""
        selection = self._narrowed(key)
        expected: dict[tuple[str, str], bool] = {}
        for build in self._formula.sources():
            years = self._years(self._source(build), selection)
            for member in self._expected(build, selection):
                name = (member.partnership, member.organisation)
                expected[name] = expected.get(name, False) or member.misses(years)
        return sum(not missing for missing in expected.values()), len(expected)

    def _is_silent(self, build: Build, key: Key) -> bool:
        if any(
            key in self._bench.sums(measure, self._selection, self._by)
            for measure in self._formula.counted_by()
            if measure.source is build
        ):
            return False
        selection = self._narrowed(key)
        years = self._years(self._source(build), selection)
        missing = any(member.misses(years) for member in self._expected(build, selection))
        return missing or self._is_known_from_documents(selection)

    def _is_known_from_documents(self, selection: Selection) -> bool:
        # Nobody who could have sent the sheet is named there, yet that is no nought.
        found = chosen(self._members, selection)
        return bool(found) and all(member.origin == "published" for member in found)

    def _is_part_year(self, key: Key) -> bool:
        if all(self._source(build).stock for build in self._formula.sources()):
            return False
        years = self._narrowed(key).years
        return any(self._selection.as_at < last_day(year) for year in years)

    def _expected(self, build: Build, selection: Selection) -> list[Member]:
        owners = SHEETS[self._source(build).sheet].owners
        found = chosen(self._members, selection)
        if len(self._source(build).organisations) > 1:
            found = self._owners_of_placements(found, selection)
        return [member for member in found if _may_own(member, owners)]

    def _owners_of_placements(self, found: list[Member], selection: Selection) -> list[Member]:
        # Universities return placements, so at an employer they are those of its partnerships.
        names = {member.partnership for member in found if member.kind != "hei"}
        universities = chosen(self._members, selection.only(regions=(), organisations=()))
        return found + [
            member for member in universities if member.partnership in names and member not in found
        ]

    def _years(self, source: Source, selection: Selection) -> tuple[str, ...]:
        if source.stock and not selection.years:
            return (academic_year(selection.stock_date),)
        return selection.years

    def _narrowed(self, key: Key) -> Selection:
        values = dict(zip(self._by, key, strict=False))
        filters = {
            "partnerships": values.get("partnership"),
            "organisations": values.get("organisation"),
            "regions": values.get("region"),
            "years": values.get("academic_year"),
        }
        return self._selection.only(**{name: (value,) for name, value in filters.items() if value})

    def _only(self, year: str | None) -> Selection:
        return self._selection.only(years=(year,)) if year else self._selection

    def _key_of(self, member: Member, year: str | None) -> Key:
        values = {
            "partnership": member.partnership,
            "organisation": member.organisation,
            "region": member.region,
            "academic_year": year,
        }
        return tuple(values[dimension] for dimension in self._by)

    def _source(self, build: Build) -> Source:
        return self._bench.source(build, self._selection)


def _may_own(member: Member, owners: tuple[str, ...]) -> bool:
    return "member" in owners or ("hei" if member.kind == "hei" else "employer") in owners
