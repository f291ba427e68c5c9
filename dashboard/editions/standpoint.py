"""From where somebody looks: at the data as they are, or at an edition; and how far they see."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from datetime import date

from data.cells.store import Store
from data.disclosure import Protection
from data.editions.edition import Edition
from data.reader import Reader, Snapshot
from data.workbench import Workbench

Within = frozenset[str] | None


@dataclass(frozen=True)
class Standpoint:
    """From where somebody looks.

    Attributes:
        reader: Of the data, or of the edition.
        store: Cells of them.
        today: The day it is; of an edition, the day that it is of.
        within: Codes of the partnerships that may be read there; nothing means all of them.
        edition: The edition; nothing for the data as they are at present.
        waits: Whether there is nothing to see until an edition is made.
        unknown: What was asked for and is not there, as name and value.
        protection: What is done to its figures before anybody sees them; nothing shows them exact.
    """

    reader: Reader
    store: Store
    today: date
    within: Within
    edition: Edition | None = None
    waits: bool = False
    unknown: tuple[tuple[str, str], ...] = ()
    protection: Protection | None = None

    @property
    def key(self) -> Hashable:
        """What tells apart what is kept of different standpoints, besides the data version."""
        return self.edition and self.edition.record_sha256, self.within, self.waits, self.unknown

    @property
    def shows_rows(self) -> bool:
        """Whether numbers of rows may be told: where figures are rounded, they would undo that."""
        return self.edition is None or self.edition.disclosure == "exact"

    def bench(self, snapshot: Snapshot, *, cells: bool = True) -> Workbench:
        """Return what adds up figures of a state of the data, no further than may be read.

        Args:
            snapshot: That state.
            cells: Whether it is one of the store, so that kept cells can answer.
        """
        return Workbench(snapshot, self.store if cells else None, self.within, self.protection)


# From where whoever asks looks with a query string: at the data, or at an edition.
At = Callable[[str], Standpoint]
