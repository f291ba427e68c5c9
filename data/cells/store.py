"""What a process keeps of the cells, always brought to the version of the data it is asked for."""

from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from threading import RLock
from typing import Any, Final, TypeVar

from data.cells.answer import Answer
from data.cells.cube import Cube
from data.cells.parts import concerned, is_everything, says_who_reported, tellers
from data.lru_cache import LruCache
from data.queries import touched
from data.queries.owners import owners_of
from data.reader import Reader, Snapshot, side_by_side
from data.selection import Selection
from data.slicing import Build, Measure, Source
from data.thresholds import Context

Made = TypeVar("Made")
# Nearly everybody looks from today; so many other days are kept besides.
MOST_DAYS: Final = 3
# Of what was looked at last: a page asks for some twenty of each, and some sixty of the last.
MOST_ANSWERS: Final = 32
MOST_SETTLED: Final = 1400
MOST_REMEMBERED: Final = 2400
ROWS_AT_ONCE: Final = 10_000


class Store:
    """Keeps cubes; whoever asks holds the store until done, so that no cell changes meanwhile."""

    def __init__(self, reader: Reader, measures: Iterable[Measure]) -> None:
        """Keep which measures cells are kept of; read nothing yet."""
        self._reader = reader
        self._measures: dict[Build, list[Measure]] = {}
        for measure in dict.fromkeys(measures):
            self._measures.setdefault(measure.source, []).append(measure)
        self._days: OrderedDict[date, dict[tuple[Build, Context], Cube]] = OrderedDict()
        self._touched: dict[int, Sequence[Any]] = {}
        self._lasting: dict[Hashable, Any] = {}
        self._answers: LruCache[Answer] = LruCache(MOST_ANSWERS)
        self._settled: LruCache[Any] = LruCache(MOST_SETTLED)
        self._remembered: LruCache[Any] = LruCache(MOST_REMEMBERED)
        self._touched_at: dict[str, int] = {}
        self._version = 0
        self._lock = RLock()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Give the newest state of the data to one asker at a time.

        The store is held first, so that it never knows of a later state than the one given.
        """
        with self._lock, self._reader.snapshot() as snapshot:
            if snapshot.version.number != self._version:
                self._come_to(snapshot)
            yield snapshot

    def keeps(self, measure: Measure) -> bool:
        """Return whether cells are kept of a measure."""
        return measure in self._measures.get(measure.source, ())

    def answer(
        self, snapshot: Snapshot, build: Build, context: Context, selection: Selection
    ) -> Answer:
        """Return what answers questions to a source; it holds for as long as the snapshot does."""
        cube = self._cube(snapshot, build, context)
        return self._answers.get(
            (cube.state, selection), lambda: Answer(cube.source, cube.table(), selection)
        )

    def _cube(self, snapshot: Snapshot, build: Build, context: Context) -> Cube:
        """Return the cells of a source as on a day, brought to the state of the snapshot."""
        day = self._days.setdefault(context.as_at, {})
        self._days.move_to_end(context.as_at)
        if len(self._days) > MOST_DAYS:
            self._days.popitem(last=False)
        cube = day.get((build, context))
        if cube is None or not self._renewed(cube, snapshot):
            cube = day[build, context] = self._read(snapshot, build, context)
        return cube

    def read_stocks(self, snapshot: Snapshot, context: Context) -> None:
        """Have the cells at hand of all that is counted on the stock date of a context."""
        for build in self._measures:
            source = build(context)
            if source.stock and source.alone:
                self._cube(snapshot, build, context)

    def settled(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what hangs on partners and their returns alone, not on the rows they send."""
        found: Made = self._settled.get(name, make)
        return found

    def lasting(self, name: Hashable, make: Callable[[], Made]) -> Made:
        """Return what holds in whatever state the data are; made when it is first asked for."""
        if name not in self._lasting:
            self._lasting[name] = make()
        found: Made = self._lasting[name]
        return found

    def stamp(self, sources: Iterable[Source]) -> Hashable:
        """Return what stays the same until a row is touched that figures of some sources rest on.

        It is nothing where that can't be told.
        """
        sheets: set[str] = set()
        for source in sources:
            looked_at = source.looks_at
            if source.alone:
                looked_at = (source.sheet, *source.follows, *source.told_by)
            if not looked_at:
                return None
            sheets.update(looked_at)
        return tuple((sheet, self._touched_at.get(sheet, 0)) for sheet in sorted(sheets)) or None

    def state(
        self, snapshot: Snapshot, build: Build, context: Context, measure: Measure
    ) -> Hashable:
        """Return what stays the same until a sum of a measure changes, for whomever."""
        return self._cube(snapshot, build, context).state_of(measure)

    def recall(self, name: Hashable) -> Any:
        """Return what was remembered under a name; nothing if that was nothing, or long ago."""
        return self._remembered.find(name)

    def remember(self, name: Hashable, value: Any) -> None:
        """Remember what was worked out; the name says for which state of which rows."""
        self._remembered.keep(name, value)

    def _come_to(self, snapshot: Snapshot) -> None:
        number = snapshot.version.number
        self._touched.clear()
        # A lower number is that of a backup, put in place of what the cells were read from.
        if number < self._version:
            self._days.clear()
        rows = self._since(self._version, snapshot)
        if number < self._version or says_who_reported(rows):
            self._settled.clear()
            self._remembered.clear()
        self._touched_at |= {row.sheet: number for row in rows}
        self._version = number

    def _read(self, snapshot: Snapshot, build: Build, context: Context) -> Cube:
        cube = Cube(build, context, self._measures[build])
        batches = _batches(snapshot.rows(owners_of(cube.source.sheet)))
        with self._reader.beside(snapshot) as snapshots:
            # The database adds up one batch while another is put in place, or is added up too.
            for rows in side_by_side(snapshots, map(cube.statements.of_owners, batches)):
                cube.put(rows)
        cube.complete(snapshot.version.number)
        return cube

    def _renewed(self, cube: Cube, snapshot: Snapshot) -> bool:
        """Read again what was touched since; return whether that was possible."""
        if cube.version == self._version:
            return True
        rows = self._since(cube.version, snapshot)
        if is_everything(rows):
            return False
        rows = [row for row in rows if cube.statements.look_at(row.sheet, row.changed)]
        told = {(part, "") for part in cube.parts_at(tellers(rows, cube.source))}
        for part, employer in concerned(rows, cube.source).union(told):
            cube.renew(snapshot.rows, part, employer)
        cube.version = self._version
        return True

    def _since(self, version: int, snapshot: Snapshot) -> Sequence[Any]:
        if version not in self._touched:
            self._touched[version] = snapshot.rows(touched.since(version))
        return self._touched[version]


def _batches(owners: Iterable[Any]) -> Iterator[list[str]]:
    """Give owners with about as many rows as a statement adds up in a second."""
    some: list[str] = []
    size = 0
    for owner, rows in owners:
        if some and size + rows > ROWS_AT_ONCE:
            yield some
            some, size = [], 0
        some.append(owner)
        size += rows
    if some:
        yield some
