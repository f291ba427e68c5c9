"""The cells of one source on one day, part by part, so that a write renews only what it touched."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import count
from typing import Any, Final

import numpy as np
from sqlalchemy import Select

from data.cells.dimensions import (
    EMPLOYER,
    OWNER,
    TERM,
    YEAR,
    Part,
    dimensions,
    distinct,
    of_owner,
    of_owners,
    of_term,
    statement,
    values_of,
)
from data.cells.groups import Numbers
from data.cells.growing import Growing
from data.cells.table import Added, Dimension, Table, Whole
from data.slicing import Build, Condition, Measure
from data.thresholds import Context

NO_CODE: Final = -1
STATES: Final = count()
Ask = Callable[[Select[Any], Mapping[str, Any]], Sequence[Any]]


class Cube:
    """Cells of one source, with every measure that is kept of it.

    Attributes:
        source: The source.
        version: The version of the data that the cells were last brought to.
        state: Another number whenever the cells have changed, and in no two cubes the same.
    """

    def __init__(self, build: Build, context: Context, measures: Sequence[Measure]) -> None:
        """Keep what is asked; read nothing yet."""
        self.source = build(context)
        self.version = 0
        self.state = next(STATES)
        self._context = context
        self._measures = measures
        columns = distinct(self.source)
        place = {id(column): at for at, column in enumerate(columns)}
        self._place = {name: place[id(each)] for name, each in dimensions(self.source).items()}
        names = (OWNER, YEAR, TERM) if self.source.day is not None else (OWNER,)
        self._tells_parts = [self._place[name] for name in names]
        # Codes of organisations are the same on both sides of a placement, so that they compare.
        shared: dict[Any, int] = {}
        organisations = {self._place[name] for name in self._place if _names_one(name)}
        self._codes: list[dict[Any, int]] = [
            shared if at in organisations else {} for at in range(len(columns))
        ]
        width = 1 + sum(3 if measure.may_be_blank else 1 for measure in measures)
        self._cells = Growing(len(columns), width)

    def of_owners(self, owners: Sequence[str]) -> Select[Any]:
        """Return the statement of every cell of some owners."""
        return self._statement(of_owners(self.source, owners))

    def put(self, rows: Sequence[Sequence[Any]]) -> None:
        """Add whole parts that are not there yet, by the rows of their statement."""
        self.state = next(STATES)
        if not rows:
            return
        columns = list(zip(*rows, strict=True))
        width = len(self._codes)
        codes = [
            [known.setdefault(value, len(known)) for value in column]
            for known, column in zip(self._codes, columns[:width], strict=True)
        ]
        # Cells of a part stay together, so that what is asked for is alike in many at a stretch.
        parts: dict[Any, int] = {}
        keys = zip(*(columns[at] for at in self._tells_parts), strict=True)
        order = np.argsort([parts.setdefault(key, len(parts)) for key in keys], kind="stable")
        whole = _whole(columns[width:])
        self._cells.put(np.array(codes, dtype=np.int32)[:, order], whole[:, order])

    def complete(self, version: int) -> None:
        """Say that all owners are read, of a version of the data."""
        self._cells.fit()
        self.version = version

    def renew(self, ask: Ask, part: Part) -> None:
        """Read a part again; every part of its owner, where it names no year."""
        self._cells.drop(self._places(part))
        self.put(ask(self._of_term if part.year else self._of_owner, values_of(part)))

    def _places(self, part: Part) -> Numbers:
        """Return where the cells of a part are, or those of every part of its owner."""
        codes = self._cells.codes
        owner, *term = self._tells_parts
        places = np.flatnonzero(codes[owner] == self._code(owner, part.owner))
        if part.year:
            for at, value in zip(term, part[1:], strict=False):
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

    # Making a statement takes longer than what it asks, so that those asked often are kept.
    @cached_property
    def _of_owner(self) -> Select[Any]:
        return self._statement(of_owner(self.source))

    @cached_property
    def _of_term(self) -> Select[Any]:
        day = self.source.day
        return self._statement(of_owner(self.source) if day is None else of_term(self.source, day))

    def _statement(self, rows: Iterable[Condition]) -> Select[Any]:
        return statement(self.source, self._context, self._measures, rows)

    def table(self) -> Table:
        """Return the cells as they are now; the next change of the cube may change them."""
        codes, numbers = self._cells.codes, self._cells.numbers
        values = [list(known) for known in self._codes]
        columns = iter(numbers[1:])
        return Table(
            {name: Dimension(values[at], codes[at]) for name, at in self._place.items()},
            numbers[0],
            {measure: _added(measure, columns) for measure in self._measures},
        )


def _added(measure: Measure, columns: Iterator[Whole]) -> Added:
    if measure.may_be_blank:
        return Added(next(columns), next(columns), next(columns))
    counted = next(columns)
    return Added(counted, counted, np.broadcast_to(np.int32(0), counted.shape))


def _whole(columns: Sequence[Sequence[Any]]) -> Whole:
    """Return numbers as an array of whole ones.

    Raises:
        OverflowError: One of them is too large, or is no whole number.
    """
    plain = np.array(columns, dtype=np.float64)
    found = plain.astype(np.int32)
    if (found != plain).any():
        raise OverflowError("A cell holds a number that is too large or not whole.")
    return found


def _names_one(dimension: str) -> bool:
    return dimension in (OWNER, EMPLOYER) or dimension.startswith("organisation ")
