"""What an address asks for, and what there is to choose from, in one state of the data."""

from dataclasses import replace

from dashboard import addresses
from dashboard.addresses import Asked
from dashboard.editions.standpoint import Standpoint
from data import options
from data.lru_cache import LruCache
from data.options import Options
from data.reader import Snapshot


class AddressReader:
    """Reads addresses, and keeps the choices for as long as the data stay the same."""

    def __init__(self) -> None:
        """Keep nothing yet."""
        self._options: LruCache[Options] = LruCache(24)
        # The last state that was asked for of the data as they are, and its choices.
        self._latest: tuple[int, Options] | None = None

    def known(self, snapshot: Snapshot, at: Standpoint) -> Options:
        """Return what there is to choose from, for who may read some partnerships, or all."""
        state = (snapshot.version.number, at.edition and at.edition.record_sha256)
        every = self._options.get((state, None), lambda: self._read(snapshot, at))
        return self._options.get((state, at.within), lambda: every.within(at.within))

    def _read(self, snapshot: Snapshot, at: Standpoint) -> Options:
        if at.edition:
            return options.load(snapshot)
        number, latest = snapshot.version.number, self._latest
        # A lower number is that of a backup, put in place of what was read.
        if latest is None or number <= latest[0]:
            found = options.load(snapshot)
        else:
            found = options.renewed(snapshot, latest[1], latest[0])
        self._latest = (number, found)
        return found

    def read(self, snapshot: Snapshot, search: str, at: Standpoint) -> tuple[Options, Asked]:
        """Return the choices, and what a query string asks for of them."""
        known = self.known(snapshot, at)
        return known, asked(search, known, at)


def asked(search: str, known: Options, at: Standpoint) -> Asked:
    """Return what a query string asks for from a standpoint; what is not there is named."""
    found = addresses.read(search, known, at.today, at.edition)
    return replace(found, unknown=(*found.unknown, *at.unknown))
