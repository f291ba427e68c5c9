"""Cut a table of cells by the reader's filters, and group it: what grouping does with rows."""

from collections.abc import Iterable, Sequence

import numpy as np

from data.cells.dimensions import ROUTE, SEVERAL, YEAR, organisation, region
from data.cells.table import Added, Chosen, Table
from data.selection import Selection
from data.slicing import Measure, Source
from data.sums import NOTHING, By, Sum, Sums, together

ORGANISATION = "organisation"
# These tell most of the cells apart, so that what is not asked by them is put together apart.
FINE = frozenset({ORGANISATION, "owner", "employer", "reserved_for", "days_late", "held_on"})


class Answer:
    """The cells that pass one selection, and what was made of them so far."""

    def __init__(self, source: Source, table: Table, selection: Selection) -> None:
        """Keep the cells that pass the filters that the source can follow."""
        self._source = source
        self._selection = selection
        passing = _passing(source, table, selection)
        self._cells = table if passing is None else table.only(passing)
        self._coarser: dict[By, Table] = {}
        self._sums: dict[tuple[Measure, By], Sums] = {}
        self._tables: dict[tuple[Measure, By], Table] = {}

    def prepare(self, wanted: Iterable[tuple[Measure, By]]) -> None:
        """Put cells together once for many groups that are to be asked for."""
        alike: dict[frozenset[str], list[tuple[Measure, By]]] = {}
        for measure, by in wanted:
            if (measure, by) not in self._sums:
                alike.setdefault(FINE & set(by), []).append((measure, by))
        for fine, some in alike.items():
            if len(some) > 1 and not (ORGANISATION in fine and len(self._source.organisations) > 1):
                self._put_together(some)

    def _put_together(self, some: Sequence[tuple[Measure, By]]) -> None:
        names = tuple(dict.fromkeys(self._name(name) for _, by in some for name in by))
        measures = tuple(dict.fromkeys(measure for measure, _ in some))
        if any(measure.distinct is not None for measure in measures):
            names = (*names, SEVERAL)
        self._coarser[names] = self._cells.by(names, measures)

    def sums(self, measure: Measure, by: By) -> Sums:
        """Return a measure's sum for each group that has rows."""
        if (measure, by) not in self._sums:
            self._sums[measure, by] = self._added_up(measure, by)
        return self._sums[measure, by]

    def _added_up(self, measure: Measure, by: By) -> Sums:
        if ORGANISATION not in by or len(self._source.organisations) == 1:
            return _plain(self.table(measure, by), measure)
        found: Sums = {}
        for place in range(len(self._source.organisations)):
            names = tuple(
                organisation(place) if each == ORGANISATION else self._name(each) for each in by
            )
            side = self._side(place)
            made = self._of(measure, names, side)
            for key, one in _plain(made, measure).items():
                found[key] = together(found.get(key, NOTHING), one)
        return found

    def table(self, measure: Measure, by: By) -> Table:
        """Return a measure's groups as a table; rows of two organisations are not split by them."""
        if (measure, by) not in self._tables:
            made = self._of(measure, tuple(self._name(name) for name in by), self._cells)
            self._tables[measure, by] = made.named(by)
        return self._tables[measure, by]

    def _of(self, measure: Measure, names: By, cells: Table) -> Table:
        once = measure.distinct is not None
        wanted = (*names, SEVERAL) if once and SEVERAL in cells.dimensions else names
        if cells is self._cells:
            cells = self._smallest(measure, wanted)
        made = cells.by(wanted, (measure,))
        return _counted_once(made, measure, names) if once else made

    def _smallest(self, measure: Measure, names: By) -> Table:
        able = [
            each
            for known, each in self._coarser.items()
            if set(names) <= set(known) and measure in each.added
        ]
        return min(able, key=lambda each: len(each.rows), default=self._cells)

    def _name(self, name: str) -> str:
        if name == ORGANISATION:
            return organisation(0)
        return region(self._selection.basis) if name == "region" else name

    def _side(self, place: int) -> Table:
        """Return the cells that count for a row's first, second … organisation."""
        its_own = self._cells.dimensions[organisation(place)]
        chosen = np.ones(len(its_own.codes), dtype=bool)
        if place:
            # The same organisation on both sides of a row is one group, not two.
            chosen &= its_own.codes != self._cells.dimensions[organisation(0)].codes
        if self._selection.organisations:
            chosen &= its_own.among(self._selection.organisations)
        return self._cells.only(chosen)


def _passing(source: Source, table: Table, selection: Selection) -> Chosen | None:
    """Return which cells pass the filters; nothing where all do."""
    levels: Sequence[str] = selection.levels
    if levels and source.any_level:
        levels = (*levels, "either")
    asked = {
        "partnership": selection.partnerships,
        "service_area": selection.areas,
        "level": levels,
        region(selection.basis): selection.regions,
        ROUTE: selection.routes,
        YEAR: selection.years,
    }
    found: Chosen | None = None
    for name, values in asked.items():
        if values and name in table.dimensions:
            passes = table.dimensions[name].among(values)
            found = passes if found is None else found & passes
    if selection.organisations:
        sides = [
            table.dimensions[organisation(place)].among(selection.organisations)
            for place in range(len(source.organisations))
        ]
        either = np.logical_or.reduce(sides)
        found = either if found is None else found & either
    return found


def _counted_once(table: Table, measure: Measure, names: By) -> Table:
    """Return groups in which what has several rows is counted once; one row is one anyway."""
    total, n, blank = table.added[measure]
    if SEVERAL in table.dimensions:
        each = table.dimensions[SEVERAL]
        alone = each.among((None,))
        total = np.where(alone, n, np.minimum(n, 1))
    once = Table(table.dimensions, table.rows, {measure: Added(total, n, blank)})
    return once.by(names, (measure,))


def _plain(table: Table, measure: Measure) -> Sums:
    total, n, blank = (numbers.tolist() for numbers in table.added[measure])
    each = zip(table.cells(), total, n, table.rows.tolist(), blank, strict=True)
    return {key: Sum(*numbers) for key, *numbers in each if numbers[2]}
