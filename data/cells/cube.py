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
    one_part,
    statement,
    values_of,
)
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
        # Codes of organisations are the same on both sides of a placement, so that they compare.
        shared: dict[Any, int] = {}
        organisations = {self._place[name] for name in self._place if _names_one(name)}
        self._codes: list[dict[Any, int]] = [
            shared if at in organisations else {} for at in range(len(columns))
        ]
        width = 1 + sum(3 if measure.may_be_blank else 1 for measure in measures)
        self._cells = Growing(len(columns), width)

    def read(self, ask: Ask, owners: Sequence[str]) -> None:
        """Read every part of some owners, of whom nothing is there yet."""
        self._put(ask(self._statement(of_owners(self.source, owners)), {}))

    def complete(self, version: int) -> None:
        """Say that all owners are read, of a version of the data."""
        self._cells.fit()
        self.version = version

    def renew(self, ask: Ask, part: Part) -> None:
        """Read a part again; every part of its owner, where it names no year."""
        known = [part]
        if self.source.day is not None and not part.year:
            known = [each for each in self._cells.parts if each.owner == part.owner]
        for each in known:
            self._cells.drop(each)
        self._put(ask(self._of_term if part.year else self._of_owner, values_of(part)))

    def parts_at(self, employers: Iterable[str]) -> Iterator[Part]:
        """Give the parts that have a row which names one of some employers."""
        wanted = list(employers)
        if wanted:
            at = self._place[EMPLOYER]
            named = [self._codes[at].get(each, NO_CODE) for each in wanted]
            yield from self._cells.parts_where(np.isin(self._cells.codes[at], named))

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

    def _put(self, rows: Iterable[Sequence[Any]]) -> None:
        self.state = next(STATES)
        parts: dict[Part, list[Sequence[Any]]] = {}
        for row in rows:
            parts.setdefault(self._part(row), []).append(row)
        width = len(self._codes)
        for part, its_rows in parts.items():
            columns = list(zip(*its_rows, strict=True))
            codes = [
                [known.setdefault(value, len(known)) for value in column]
                for known, column in zip(self._codes, columns[:width], strict=True)
            ]
            self._cells.put(part, np.array(codes, dtype=np.int32), _whole(columns[width:]))

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

    def _part(self, row: Sequence[Any]) -> Part:
        names = (OWNER, YEAR, TERM) if self.source.day is not None else (OWNER,)
        return one_part(*(row[self._place[name]] for name in names))


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
