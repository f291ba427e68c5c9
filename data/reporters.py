"""Who was to report on each group of places, and what each of them has not sent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from data.attributions import Attribution, attributions, passing
from data.calendar import academic_year
from data.members import DueReturn, Member
from data.returns.sheets import SHEETS
from data.selection import Selection
from data.slicing import Build, Source
from data.sums import By, Key
from data.workbench import Workbench

PLACES = ("partnership", "organisation", "region")

# Returns that are missing, by partner; nothing where all are in.
Owed = dict[tuple[str, str], tuple[Member, tuple[DueReturn, ...] | None]]
NOBODY: Owed = {}


class Reporters:
    """Knows who was to report the rows of a source, as far as the filters let them pass."""

    def __init__(
        self, found: Sequence[Attribution], source: Source, selection: Selection, places: By
    ) -> None:
        """Keep the question; go through nobody yet.

        Args:
            found: Where rows of the source can stand, as far as the filters let them pass.
            source: Whose rows are reported.
            selection: The filters; its years count for nothing here.
            places: The dimensions that tell groups apart: some of ``PLACES``.
        """
        self._attributions = found
        self._source = source
        self._selection = selection
        self._places = places
        self._by_years: dict[tuple[str, ...], Mapping[Key, Owed]] = {}

    def owed(self, years: tuple[str, ...]) -> Mapping[Key, Owed]:
        """Return who was to report in some years, by group; in any year, if none is named."""
        if years not in self._by_years:
            self._by_years[years] = self._go_through(years)
        return self._by_years[years]

    def _go_through(self, years: tuple[str, ...]) -> Mapping[Key, Owed]:
        known: dict[int, bool] = {}

        def is_there(member: Member) -> bool:
            if id(member) not in known:
                known[id(member)] = member.belongs_in(years, self._selection.as_at)
            return known[id(member)]

        missing: dict[int, tuple[DueReturn, ...] | None] = {}
        found: dict[Key, Owed] = defaultdict(dict)
        for attribution in self._attributions:
            if all(map(is_there, attribution.partners)):
                owner = attribution.owner
                if id(owner) not in missing:
                    sent = not owner.misses(years)
                    missing[id(owner)] = None if sent else owner.missing_in(years)
                key = tuple([getattr(attribution, name) for name in self._places])
                add(found[key], owner, missing[id(owner)])
        return found


def reporters(bench: Workbench, build: Build, selection: Selection, places: By) -> Reporters:
    """Return who was to report a source; sources that the same partners report share it."""
    source = bench.source(build, selection)
    whatever = selection.only(years=(), levels=(), areas=(), routes=())
    alike = (SHEETS[source.sheet].owners, len(source.organisations) > 1)
    day, basis = selection.as_at, selection.basis

    def everywhere() -> list[Attribution]:
        return attributions(bench.members(day), source, basis)

    def made() -> Reporters:
        there = bench.settled(("attributions", alike, day, basis), everywhere)
        return Reporters(passing(there, whatever), source, whatever, places)

    return bench.settled(("reporters", alike, whatever, places), made)


def years_of(source: Source, selection: Selection, year: str | None = None) -> tuple[str, ...]:
    """Return the years whose returns a source rests on: the group's own, or those chosen.

    One that no academic year can choose from rests on the returns of any year.
    """
    if "years" not in source.filters():
        return ()
    if year:
        return (year,)
    if source.stock and not selection.years:
        return (academic_year(selection.stock_date),)
    return selection.years


def asked(owed: Owed) -> Owed:
    """Return those who are asked for returns; all of them where nobody is.

    A partnership known from documents is asked for nothing, so beside others it isn't waited for.
    """
    found = {name: each for name, each in owed.items() if each[0].sends_returns}
    return found or owed


def as_one(several: Sequence[Owed]) -> Owed:
    """Return who was to report any of several sources, and what each has not sent of them."""
    first, *others = several or [NOBODY]
    if all(other is first for other in others):
        return first
    found: Owed = {}
    for owed in several:
        for member, missing in owed.values():
            add(found, member, missing)
    return found


def add(owed: Owed, member: Member, missing: tuple[DueReturn, ...] | None) -> None:
    """Add a partner; one who left and came back is one, who owes what either membership owes."""
    name = (member.partnership, member.organisation)
    known = owed.get(name, (member, None))[1]
    if known is not None and missing is not None:
        missing = tuple(dict.fromkeys((*known, *missing)))
    owed[name] = (member, known if missing is None else missing)
