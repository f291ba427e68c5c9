"""Whether a figure can be taken as it stands: missing returns, part-years, no meaning."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from dashboard.indicators.formulas import Formula
from dashboard.indicators.parts import Parts, Status
from data.calendar import academic_year, last_day
from data.faces import Face, faces
from data.members import Member, MissingReturn, chosen
from data.selection import Selection
from data.slicing import Build
from data.workbench import By, Key, Workbench, with_year

PLACES = ("partnership", "organisation", "region")

# Returns that are missing, by partner; nothing where all are in.
Owed = dict[tuple[str, str], tuple[Member, tuple[MissingReturn, ...] | None]]


@dataclass(frozen=True)
class State:
    """The status of a figure, and how many partners stand behind it."""

    status: Status
    reported: int
    expected: int


class Reporting:
    """Knows, for one question, which partners were expected and which have not reported."""

    def __init__(self, bench: Workbench, formula: Formula, selection: Selection, by: By) -> None:
        """Keep the question, and sort the partners of each source by the groups of places."""
        self._bench = bench
        self._formula = formula
        self._selection = selection
        self._by = by
        self._places = tuple(dimension for dimension in by if dimension in PLACES)
        self._faces = {build: self._by_place(build) for build in formula.sources()}
        self._owed: dict[tuple[Build, Key, str | None], Owed] = {}

    def expected_keys(self, found: Iterable[Key]) -> set[Key]:
        """Return groups that belong in the answer though they may have no rows.

        Those are partners, partnerships and regions of which somebody was to report, in each
        year in question; a total is always there.
        """
        if not self._by:
            return {()}
        if not set(self._by) <= {*PLACES, "academic_year"}:
            return set()
        return {
            with_year(place, self._by, year or "")
            for build, groups in self._faces.items()
            for place in groups
            for year in self._years_in(found)
            if None not in place and self._owing(build, place, year)
        }

    def state(self, key: Key, part: Parts) -> State:
        """Return how a group's figure stands."""
        reported, expected = self.counts(key)
        if part.value is None and part.note and not part.unknown:
            # Whoever serves one side only has no share, whatever they still owe.
            return State("not_applicable", reported, expected)
        silent = any(self._is_silent(build, key) for build in self._faces)
        if silent or part.unknown:
            return State("not_reported", reported, expected)
        if part.value is None:
            return State("not_applicable", reported, expected)
        if reported < expected:
            return State("partial", reported, expected)
        return State("provisional" if self._is_part_year(key) else "ok", reported, expected)

    def counts(self, key: Key) -> tuple[int, int]:
        """Return how many partners have reported, and how many were to, for a group."""
        owed = self.expected(key)
        return sum(missing is None for _, missing in owed), len(owed)

    def expected(self, key: Key = ()) -> list[tuple[Member, tuple[MissingReturn, ...] | None]]:
        """Return the partners who were to report on a group, each with what it has not sent.

        That is ``None`` for a partner who has sent everything.
        """
        found: Owed = {}
        for build in self._faces:
            for member, missing in self._owing(build, *self._place_and_year(key)).values():
                _add(found, member, missing)
        return list(_asked(found).values())

    def _is_silent(self, build: Build, key: Key) -> bool:
        if self._has_rows(build, key):
            return False
        owed = _asked(self._owing(build, *self._place_and_year(key)))
        unsent = any(missing is not None for _, missing in owed.values())
        return unsent or self._is_known_from_documents(key)

    def _is_known_from_documents(self, key: Key) -> bool:
        # Nobody who could have sent the sheet may be named there; that is no nought.
        place = dict(zip(self._places, self._place_and_year(key)[0], strict=True))
        everybody = chosen(self._bench.members(self._selection.as_at), self._selection)
        there = [
            member
            for member in everybody
            if all(getattr(member, name) == value for name, value in place.items())
        ]
        return bool(there) and all(member.origin == "published" for member in there)

    def _has_rows(self, build: Build, key: Key) -> bool:
        told_apart = [name not in self._formula.labels for name in self._by]
        by = tuple(name for name, kept in zip(self._by, told_apart, strict=True) if kept)
        group = tuple(value for value, kept in zip(key, told_apart, strict=True) if kept)
        return any(
            group in self._bench.sums(measure, self._selection, by)
            for measure in self._formula.counted_by()
            if measure.source is build
        )

    def _is_part_year(self, key: Key) -> bool:
        if all(self._bench.source(build, self._selection).stock for build in self._faces):
            return False
        _place, year = self._place_and_year(key)
        years = (year,) if year else self._selection.years
        return any(self._selection.as_at < last_day(name) for name in years)

    def _owing(self, build: Build, place: Key, year: str | None) -> Owed:
        """Return who was to report a source on a group of places, with what each has not sent."""
        wanted = (build, place, year)
        if wanted not in self._owed:
            years = self._years(build, year)
            found: Owed = {}
            for face in self._faces[build].get(place, ()):
                if all(each.belongs_in(years, self._selection.as_at) for each in face.partners):
                    owner = face.owner
                    missing = owner.missing_in(years) if owner.misses(years) else None
                    _add(found, owner, missing)
            self._owed[wanted] = found
        return self._owed[wanted]

    def _years(self, build: Build, year: str | None) -> tuple[str, ...]:
        if year:
            return (year,)
        if self._bench.source(build, self._selection).stock and not self._selection.years:
            return (academic_year(self._selection.stock_date),)
        return self._selection.years

    def _by_place(self, build: Build) -> dict[Key, list[Face]]:
        source = self._bench.source(build, self._selection)
        everybody = self._bench.members(self._selection.as_at)
        groups: dict[Key, list[Face]] = defaultdict(list)
        for face in faces(everybody, source, self._selection):
            groups[tuple(getattr(face, name) for name in self._places)].append(face)
        return groups

    def _place_and_year(self, key: Key) -> tuple[Key, str | None]:
        values = dict(zip(self._by, key, strict=False))
        return tuple(values.get(name) for name in self._places), values.get("academic_year")

    def _years_in(self, found: Iterable[Key]) -> list[str | None]:
        if "academic_year" not in self._by:
            return [None]
        place = self._by.index("academic_year")
        return list(self._selection.years or {key[place] for key in found})


def _asked(owed: Owed) -> Owed:
    # A partnership known from documents is asked for nothing, so beside others it isn't waited for.
    asked = {name: each for name, each in owed.items() if each[0].origin != "published"}
    return asked or owed


def _add(owed: Owed, member: Member, missing: tuple[MissingReturn, ...] | None) -> None:
    # A partner who left and came back is one partner, who owes what either membership owes.
    name = (member.partnership, member.organisation)
    known = owed.get(name, (member, None))[1]
    if known is not None and missing is not None:
        missing = tuple(dict.fromkeys((*known, *missing)))
    owed[name] = (member, known if missing is None else missing)
