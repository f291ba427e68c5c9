"""The cells of one source on one day, part by part, so that a write renews only what it touched."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import count
from typing import Any, Final

import numpy as np
from sqlalchemy import Select

from data.cells.dimensions import (
    EMPLOYER,
    OWNER,
    Part,
    dimensions,
    distinct,
    tells_parts,
    values_of,
)
from data.cells.groups import Numbers
from data.cells.growing import Cells, Growing
from data.cells.numbers import added, columns, whole, width
from data.cells.statements import Statements
from data.cells.table import Dimension, Table
from data.slicing import Build, Measure
from data.thresholds import Context

NO_CODE: Final = -1
STATES: Final = count()
Ask = Callable[[Select[Any], Mapping[str, Any]], Sequence[Any]]


class Cube:
    """Cells of one source, with every measure that is kept of it.

    Attributes:
        source: The source.
        statements: What its cells are read by.
        version: The version of the data that the cells were last brought to.
        state: Another number whenever the cells have changed, and in no two cubes the same.
    """

    def __init__(self, build: Build, context: Context, measures: Sequence[Measure]) -> None:
        """Keep what is asked; read nothing yet."""
        self.source = build(context)
        self.version = 0
        self.state = next(STATES)
        self.statements = Statements(self.source, context, measures)
        self._measures = measures
        by = distinct(self.source)
        place = {id(column): at for at, column in enumerate(by)}
        self._place = {name: place[id(each)] for name, each in dimensions(self.source).items()}
        self._tells_parts = [self._place[name] for name in tells_parts(self.source)]
        # Codes of organisations are the same on both sides of a placement, so that they compare.
        shared: dict[Any, int] = {}
        organisations = {self._place[name] for name in self._place if _names_one(name)}
        self._codes: list[dict[Any, int]] = [
            shared if at in organisations else {} for at in range(len(by))
        ]
        self._columns = columns(measures)
        self._states = dict.fromkeys(measures, self.state)
        self._cells = Growing(len(by), 1 + sum(map(width, measures)))

    def put(self, rows: Sequence[Sequence[Any]]) -> None:
        """Add whole parts that are not there yet, by the rows of their statement."""
        self._cells.put(*self._cells_of(rows))

    def complete(self, version: int) -> None:
        """Say that all owners are read, of a version of the data."""
        self._cells.fit()
        self.version = version

    def renew(self, ask: Ask, part: Part, employer: str = "") -> None:
        """Read a part again; every part of its owner, where it names no year.

        Args:
            ask: Runs a statement.
            part: The part, with a year if an employer is named.
            employer: Whose cells of the part to read, if not all of them.
        """
        places = self._places(part, employer)
        rows = ask(self.statements.of(part, employer), values_of(part, employer))
        former, cells = self._cells.at(places), self._cells_of(rows)
        if changed := self._changed(former.in_order(), cells.in_order()):
            self.state = next(STATES)
            self._states.update(dict.fromkeys(changed, self.state))
            self._cells.drop(places)
            self._cells.put(*cells)

    def state_of(self, measure: Measure) -> int:
        """Return another number whenever sums of a measure, or how many rows there are, change."""
        return self._states[measure]

    def _changed(self, former: Cells, cells: Cells) -> list[Measure]:
        """Return the measures that cells, read again, have other sums of."""
        if not np.array_equal(former.codes, cells.codes):
            return list(self._measures)
        differs = (former.numbers != cells.numbers).any(axis=1)
        return [one for one in self._measures if differs[0] or differs[self._columns[one]].any()]

    def _cells_of(self, rows: Sequence[Sequence[Any]]) -> Cells:
        told = len(self._codes)
        values = list(zip(*rows, strict=True)) or [()] * (told + self._cells.height)
        codes = [
            [known.setdefault(value, len(known)) for value in column]
            for known, column in zip(self._codes, values[:told], strict=True)
        ]
        return Cells(np.array(codes, dtype=np.int32), whole(values[told:]))

    def _places(self, part: Part, employer: str) -> Numbers:
        """Return where the cells of a part are, or those of every part of its owner."""
        codes = self._cells.codes
        owner, *term = self._tells_parts
        places: Numbers = np.flatnonzero(codes[owner] == self._code(owner, part.owner))
        places = places[self._cells.numbers[0, places] > 0]
        wanted = list(zip(term, part[1:], strict=False)) if part.year else []
        wanted += [(self._place[EMPLOYER], employer)] if employer else []
        for at, value in wanted:
            places = places[codes[at, places] == self._code(at, value)]
        return places

    def parts_at(self, employers: Iterable[str]) -> Iterator[Part]:
        """Give the parts that have a row which names one of some employers."""
        wanted = list(employers)
        if wanted:
            at = self._place[EMPLOYER]
            named = [self._code(at, each) for each in wanted]
            there = np.isin(self._cells.codes[at], named) & (self._cells.numbers[0] > 0)
            tell = self._cells.codes[self._tells_parts][:, there]
            values = [list(self._codes[each]) for each in self._tells_parts]
            for codes in np.unique(tell, axis=1).T.tolist():
                yield Part(*(known[code] for known, code in zip(values, codes, strict=True)))

    def _code(self, at: int, value: str) -> int:
        return self._codes[at].get(value, NO_CODE)

    def table(self) -> Table:
        """Return the cells as they are now; the next change of the cube may change them."""
        codes, numbers = self._cells.codes, self._cells.numbers
        values = [list(known) for known in self._codes]
        those = iter(numbers[1:])
        return Table(
            {name: Dimension(values[at], codes[at]) for name, at in self._place.items()},
            numbers[0],
            {measure: added(measure, those) for measure in self._measures},
        )


def _names_one(dimension: str) -> bool:
    return dimension in (OWNER, EMPLOYER) or dimension.startswith("organisation ")
