"""Tables of cells laid beside each other: what is alike in all of them is numbered alike."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from data.cells.groups import Numbers
from data.cells.table import Dimension, Table


@dataclass(frozen=True)
class Groups:
    """Every group of cells that any of some tables has.

    Attributes:
        dimensions: What tells the groups apart, by name.
        numbers: Of each table the number of each of its cells' group.
    """

    dimensions: Mapping[str, Dimension]
    numbers: Sequence[Numbers]

    @property
    def count(self) -> int:
        """How many groups there are."""
        return max((int(each.max(initial=-1)) for each in self.numbers), default=-1) + 1

    def table(self) -> Table:
        """Return a table with a cell a group, and nothing in it yet."""
        return Table(self.dimensions, np.ones(self.count, dtype=np.int64), {})


def side_by_side(tables: Sequence[Table], names: Sequence[str]) -> Groups:
    """Return the groups of tables that have the same dimensions, by those dimensions."""
    values = {name: _all([table.dimensions[name] for table in tables]) for name in names}
    shape = [max(len(values[name]), 1) for name in names]
    joined = [_joined(table, values, shape) for table in tables]
    there, number = np.unique(np.concatenate(joined), return_inverse=True)
    ends = np.cumsum([len(each) for each in joined])[:-1]
    dimensions = {
        name: Dimension(values[name], code.astype(np.int32))
        for name, code in zip(names, np.unravel_index(there, shape), strict=True)
    }
    return Groups(dimensions, np.split(number, ends))


def _all(dimensions: Sequence[Dimension]) -> list[object]:
    return list(dict.fromkeys(value for each in dimensions for value in each.values))


def _joined(table: Table, values: Mapping[str, Sequence[object]], shape: Sequence[int]) -> Numbers:
    """Return of each cell one number that its codes come to."""
    found = np.zeros(len(table.rows), dtype=np.int64)
    for (name, known), size in zip(values.items(), shape, strict=True):
        found = found * size + table.dimensions[name].read(known)
    return found
