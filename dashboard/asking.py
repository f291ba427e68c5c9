"""What an address asks for, and what there is to choose from, in one state of the data."""

from collections.abc import Callable
from datetime import date

from dashboard import addresses
from dashboard.addresses import Asked
from data import options
from data.options import Options
from data.reader import Snapshot
from data.recent import Recent

Today = Callable[[], date]
Within = frozenset[str] | None


class Asking:
    """Reads addresses, and keeps the choices for as long as the data stay the same."""

    def __init__(self, today: Today) -> None:
        """Keep how to tell what day it is."""
        self._today = today
        self._options: Recent[Options] = Recent(24)

    def known(self, snapshot: Snapshot, within: Within) -> Options:
        """Return what there is to choose from for who may read some partnerships, or all."""
        number = snapshot.version.number
        every = self._options.get((number, None), lambda: options.load(snapshot))
        return self._options.get((number, within), lambda: every.within(within))

    def read(self, snapshot: Snapshot, search: str, within: Within) -> tuple[Options, Asked]:
        """Return the choices, and what a query string asks for of them."""
        known = self.known(snapshot, within)
        return known, addresses.read(search, known, self._today())
