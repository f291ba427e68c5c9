"""The data as they are, or an edition, as an address names it; the latest are kept in memory."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from threading import Lock
from typing import Final, NamedTuple

from dashboard import addresses
from dashboard.editions.standpoint import Standpoint
from data.cells.store import Store
from data.disclosure import Protection, from_json
from data.editions import edition as editions
from data.editions.edition import Edition
from data.editions.frozen import DamagedError, digest, tables, unpacked
from data.editions.memory import FrozenReader
from data.lru_cache import LruCache
from data.people.person import Person
from data.reader import Reader, Snapshot
from data.slicing import Measure

# As many as people look at during one meeting; each takes some tens of megabytes at full size.
MOST: Final = 3
# More digits than any number of an edition has.
DIGITS: Final = 9
NAME: Final = "Edition"
# The next day is prepared before midnight, where today is looked up afterwards.
NEAR: Final = timedelta(days=1)


class Open(NamedTuple):
    """An edition in memory."""

    reader: FrozenReader
    store: Store
    protection: Protection | None


class EditionCache:
    """Gives the data as they are, and editions of them, to whoever may read them."""

    def __init__(
        self, reader: Reader, measures: Iterable[Measure], today: Callable[[], date]
    ) -> None:
        """Keep what is needed to read; read nothing yet.

        Args:
            reader: Of the data.
            measures: What cells are kept of.
            today: Returns the day it is.
        """
        self._reader = reader
        self._measures = tuple(measures)
        self._today = today
        self._store = Store(reader, self._measures)
        # Whoever looks from another day waits until its rows are added up, and nobody else does.
        self._other_days = Store(reader, self._measures)
        self._open: LruCache[Open] = LruCache(MOST)
        self._opening = Lock()

    def at(self, search: str, person: Person) -> Standpoint:
        """Return from where a query string looks, for whoever asks.

        Without an edition a funder looks at the latest of theirs.

        Raises:
            DamagedError: The rows of the edition are not those that it was made of.
        """
        named = addresses.edition_in(search)
        if not named and person.reads_live:
            return self._live(person, search)
        with self._reader.snapshot() as snapshot:
            found = _named(snapshot, person, named)
            unknown = ((NAME, named),) if named and not found else ()
            if not (found or person.reads_live):
                found = editions.latest(snapshot, person)
            if not found:
                return self._live(person, search, unknown)
            there = self._standpoint(snapshot, found, found.within(person))
        return replace(there, unknown=unknown)

    def before(self, at: Standpoint, partnerships: Collection[str], day: date) -> Edition | None:
        """Return the edition that figures can be compared with; nothing where there is none.

        It covers what is on view, for the same readers, so that they may read it.

        Args:
            at: From where they look.
            partnerships: Codes of those on view.
            day: The day that their figures refer to.
        """
        with self._reader.snapshot() as snapshot:
            return editions.before(snapshot, at.edition, partnerships, day)

    def opened(self, edition: Edition, within: frozenset[str]) -> Standpoint:
        """Return an edition from where somebody looks who may read some partnerships of it.

        Raises:
            DamagedError: Its rows are not those that it was made of.
        """
        with self._reader.snapshot() as snapshot:
            return self._standpoint(snapshot, edition, within)

    def _live(
        self, person: Person, search: str, unknown: tuple[tuple[str, str], ...] = ()
    ) -> Standpoint:
        today = self._today()
        day = addresses.day_in(search) or today
        return Standpoint(
            self._reader,
            self._store if today <= day <= today + NEAR else self._other_days,
            today,
            person.partnerships,
            waits=not person.reads_live,
            unknown=unknown,
        )

    def _standpoint(self, snapshot: Snapshot, found: Edition, within: frozenset[str]) -> Standpoint:
        reader, store, protection = self._opened(snapshot, found)
        return Standpoint(reader, store, found.as_at, within, found, protection=protection)

    def _opened(self, snapshot: Snapshot, found: Edition) -> Open:
        # Two at once would each put all of it into memory.
        with self._opening:
            return self._open.get(
                found.record_sha256, lambda: opened(snapshot, found, self._measures)
            )


def opened(snapshot: Snapshot, found: Edition, measures: Iterable[Measure]) -> Open:
    """Return an edition in memory.

    Raises:
        DamagedError: Its rows are not those that it was made of.
    """
    rows, _ = editions.contents(snapshot, found.number)
    if digest(unpacked(rows)) != found.rows_sha256:
        raise DamagedError(f"The rows of edition {found.number} are not those it was made of.")
    reader = FrozenReader(tables(rows))
    return Open(reader, Store(reader, measures), _protection(found))


def _protection(found: Edition) -> Protection | None:
    if found.disclosure == "exact":
        return None
    if found.protection:
        return from_json(found.protection)
    # Nobody has looked at what its figures would tell, so that none of people is shown.
    return Protection(
        found.disclosure,
        found.as_at,
        frozenset(found.partnerships),
        frozenset(),
        frozenset(),
    )


def _named(snapshot: Snapshot, person: Person, named: str) -> Edition | None:
    if not (named.isascii() and named.isdecimal() and len(named) <= DIGITS):
        return None
    return editions.one(snapshot, person, int(named))
