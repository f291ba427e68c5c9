"""A table of cells: codes that tell them apart, and what each holds, as arrays."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple, TypeVar

import numpy as np
import numpy.typing as npt

from data.cells.groups import Numbers, alike, begins, of_runs
from data.slicing import Measure
from data.sums import By, Sums

Key = TypeVar("Key")
Value = TypeVar("Value")
Whole = npt.NDArray[np.int16 | np.int32]
Chosen = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Dimension:
    """What tells cells apart in one way.

    Attributes:
        values: What there is; a code is a place in it.
        codes: Of each cell.
    """

    values: Sequence[Any]
    codes: Whole

    def read(self, known: Sequence[Any]) -> Numbers:
        """Return of each cell the place of its value among some; nought where it isn't there."""
        place = {value: at for at, value in enumerate(known)}
        return self.mapped(place)

    def mapped(self, numbers: Mapping[Any, int]) -> Numbers:
        """Return of each cell the number that goes with its value; nought where none does."""
        found = np.array([numbers.get(value, 0) for value in self.values], dtype=np.int64)
        return found[self.codes] if len(found) else np.zeros(len(self.codes), dtype=np.int64)

    def at(self, places: Numbers) -> "Dimension":
        """Return the dimension of the cells at some places."""
        return Dimension(self.values, self.codes[places])

    def among(self, wanted: Sequence[Any]) -> Chosen:
        """Return which cells have one of some values."""
        allowed = np.zeros(len(self.values), dtype=bool)
        chosen = set(wanted)
        allowed[[code for code, value in enumerate(self.values) if value in chosen]] = True
        return allowed[self.codes]


class Added(NamedTuple):
    """What a measure comes to in each cell.

    Attributes:
        total: The sum.
        n: Rows counted.
        blank: Rows that would have counted, had they said how much.
    """

    total: Numbers
    n: Numbers
    blank: Numbers

    def each(self, make: Callable[[Numbers], Numbers]) -> "Added":
        """Return what is made of each array; once, where two are the same."""
        made = {id(numbers): make(numbers) for numbers in self}
        return Added(*(made[id(numbers)] for numbers in self))


class Taken(Mapping[Key, Value]):
    """What is made of the values of a mapping; each when it is first asked for, as most are not."""

    def __init__(self, whole: Mapping[Key, Value], take: Callable[[Value], Value]) -> None:
        """Keep the mapping and what to make of a value."""
        self._whole = whole
        self._take = take
        self._taken: dict[Key, Value] = {}

    def __getitem__(self, key: Key) -> Value:
        """Return what is made of a value."""
        if key not in self._taken:
            self._taken[key] = self._take(self._whole[key])
        return self._taken[key]

    def __iter__(self) -> Iterator[Key]:
        """Give the keys of the mapping."""
        return iter(self._whole)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._whole)


@dataclass(frozen=True)
class Table:
    """Cells of one source.

    Attributes:
        dimensions: By name.
        rows: How many rows are in each cell; nought in a cell that is no more.
        added: What each measure comes to.
    """

    dimensions: Mapping[str, Dimension]
    rows: Numbers
    added: Mapping[Measure, Added]

    def only(self, chosen: Chosen) -> "Table":
        """Return some of the cells."""
        place = np.flatnonzero(chosen)
        return Table(
            Taken(self.dimensions, lambda each: each.at(place)),
            self.rows[place],
            Taken(self.added, lambda added: added.each(lambda numbers: numbers[place])),
        )

    def named(self, names: Sequence[str]) -> "Table":
        """Return the same cells with other names for their dimensions, in order."""
        return replace(self, dimensions=dict(zip(names, self.dimensions.values(), strict=True)))

    def with_sum(self, measure: Measure, total: Numbers, n: Numbers) -> "Table":
        """Return the cells with a sum of one measure, worked out from what they hold."""
        none = np.broadcast_to(np.int64(0), total.shape)
        return replace(self, added={measure: Added(total, n, none)})

    def by(self, names: Sequence[str], measures: Sequence[Measure]) -> "Table":
        """Return the cells put together that are alike in some dimensions."""
        shape = [max(len(self.dimensions[name].values), 1) for name in names]
        joined = self._joined(names, shape)
        starts = begins(joined)
        groups = alike(joined[starts], of_runs(self.rows, starts), shape)

        def together(numbers: Numbers) -> Numbers:
            if not numbers.any():
                # Hardly any row is blank, and to look is quicker than to add up.
                return np.zeros(len(groups.there), dtype=np.int64)
            return groups.together(of_runs(numbers, starts)).astype(np.int64)

        found = {measure: self.added[measure].each(together) for measure in measures}
        codes = np.unravel_index(groups.there, shape) if names else ()
        dimensions = {
            name: Dimension(self.dimensions[name].values, code.astype(np.int32))
            for name, code in zip(names, codes, strict=True)
        }
        return Table(dimensions, together(self.rows), found)

    def cells(self) -> list[tuple[Any, ...]]:
        """Return the values of each cell, in the order of the dimensions."""
        columns = [
            [each.values[code] for code in each.codes.tolist()] for each in self.dimensions.values()
        ]
        return list(zip(*columns, strict=True)) if columns else [()] * len(self.rows)

    def _joined(self, names: Sequence[str], shape: Sequence[int]) -> Numbers:
        """Return of each cell one number that its codes come to."""
        joined = np.zeros(len(self.rows), dtype=np.int64)
        for name, size in zip(names, shape, strict=True):
            joined = joined * size + self.dimensions[name].codes
        return joined


def table_of(measure: Measure, by: By, sums: Sums) -> Table:
    """Return a measure's sums by group as a table."""
    columns = list(zip(*sums, strict=True)) or [()] * len(by)
    numbers = np.array([tuple(each) for each in sums.values()], dtype=np.float64).reshape(-1, 4).T
    total, n, rows, blank = numbers
    return Table(
        {name: dimension(column) for name, column in zip(by, columns, strict=True)},
        rows,
        {measure: Added(total, n, blank)},
    )


def dimension(column: Sequence[Any]) -> Dimension:
    """Return what tells cells apart by their values."""
    known: dict[Any, int] = {}
    codes = [known.setdefault(value, len(known)) for value in column]
    return Dimension(list(known), np.array(codes, dtype=np.int32))
