"""Who was to report on each group of places, and what each of them has not sent."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from data.attributions import Attribution, attributions, passing
from data.calendar import academic_year
from data.members import DueReturn, Member
from data.returns.sheets import SHEETS
from data.selection import Selection
from data.slicing import Build, Source
from data.sums import By, Key
from data.workbench import Workbench

PLACES = ("partnership", "organisation", "region")

# Returns that are missing; nothing where all are in.
Missing = tuple[DueReturn, ...] | None
Owed = dict[tuple[str, str], tuple[Member, Missing]]
NOBODY: Owed = {}


class There(NamedTuple):
    """Where rows can stand, and what the owner of each has not sent; kept apart to be small."""

    attributions: Sequence[Attribution]
    missing: Sequence[Missing]


class Roll:
    """Where rows of a source can stand, and what of it is there in some years."""

    def __init__(self, attributions: Sequence[Attribution], as_at: date) -> None:
        """Keep the question; go through nobody yet.

        Args:
            attributions: Where rows can stand, as far as the filters let them pass.
            as_at: The day to look from.
        """
        self._attributions = attributions
        self._as_at = as_at
        self._by_years: dict[tuple[str, ...], There] = {}

    def there(self, years: tuple[str, ...]) -> There:
        """Return where rows of some years can stand; of any year, if none is named."""
        if years not in self._by_years:
            self._by_years[years] = self._go_through(years)
        return self._by_years[years]

    def _go_through(self, years: tuple[str, ...]) -> There:
        known: dict[int, bool] = {}

        def is_there(member: Member) -> bool:
            if id(member) not in known:
                known[id(member)] = member.belongs_in(years, self._as_at)
            return known[id(member)]

        missing: dict[int, Missing] = {}
        there = [one for one in self._attributions if all(map(is_there, one.partners))]
        for owner in (one.owner for one in there):
            if id(owner) not in missing:
                missing[id(owner)] = owner.missing_in(years) if owner.misses(years) else None
        return There(there, [missing[id(one.owner)] for one in there])


class Reporters:
    """Knows who was to report the rows of a source on each group of places."""

    def __init__(self, roll: Roll, places: By) -> None:
        """Keep the question; group nobody yet.

        Args:
            roll: Where rows of the source can stand; its years count for nothing there.
            places: The dimensions that tell groups apart: some of ``PLACES``.
        """
        self._roll = roll
        self._places = places
        self._by_years: dict[tuple[str, ...], Mapping[Key, Owed]] = {}

    def owed(self, years: tuple[str, ...]) -> Mapping[Key, Owed]:
        """Return who was to report in some years, by group; in any year, if none is named."""
        if years not in self._by_years:
            self._by_years[years] = self._grouped(years)
        return self._by_years[years]

    def _grouped(self, years: tuple[str, ...]) -> Mapping[Key, Owed]:
        found: dict[Key, Owed] = defaultdict(dict)
        for attribution, missing in zip(*self._roll.there(years), strict=True):
            key = tuple([getattr(attribution, name) for name in self._places])
            add(found[key], attribution.owner, missing)
        return found


def reporters(bench: Workbench, build: Build, selection: Selection, places: By) -> Reporters:
    """Return who was to report a source; sources that the same partners report share it."""
    source = bench.source(build, selection)
    whatever = selection.only(years=(), levels=(), areas=(), routes=())
    alike = (SHEETS[source.sheet].owners, len(source.organisations) > 1)
    day, basis = selection.as_at, selection.basis

    def everywhere() -> list[Attribution]:
        return attributions(bench.members(day), source, basis)

    def roll() -> Roll:
        there = bench.settled(("attributions", alike, day, basis), everywhere)
        return Roll(passing(there, whatever), day)

    def made() -> Reporters:
        # Whatever the groups, who is there is the same.
        return Reporters(bench.settled(("roll", alike, whatever), roll), places)

    return bench.settled(("reporters", alike, whatever, places), made)


def follows_years(source: Source) -> bool:
    """Return whether academic years choose which returns a source rests on."""
    return "years" in source.filters()


def years_of(source: Source, selection: Selection, year: str | None = None) -> tuple[str, ...]:
    """Return the years whose returns a source rests on: the group's own, or those chosen.

    One that no academic year can choose from rests on the returns of any year.
    """
    if not follows_years(source):
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


def add(owed: Owed, member: Member, missing: Missing) -> None:
    """Add a partner; one who left and came back is one, who owes what either membership owes."""
    name = (member.partnership, member.organisation)
    known = owed.get(name, (member, None))[1]
    if known is not None and missing is not None:
        missing = tuple(dict.fromkeys((*known, *missing)))
    owed[name] = (member, known if missing is None else missing)
