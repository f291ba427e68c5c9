"""Two tables of cells laid beside each other, cell by cell."""

from collections.abc import Sequence

import numpy as np

from data.cells.table import Dimension, Numbers, Table
from data.slicing import Measure

Side = tuple[Table, Measure]


def side_by_side(sides: Sequence[Side], names: Sequence[str]) -> tuple[Table, list[Numbers]]:
    """Return every cell that any side has, and each side's sum in it; nought where it has none.

    Args:
        sides: Tables told apart by the same dimensions, each with the measure to be summed.
        names: Of those dimensions.
    """
    values = {name: _all([table.dimensions[name] for table, _ in sides]) for name in names}
    shape = [max(len(values[name]), 1) for name in names]
    numbers = [
        np.ravel_multi_index(
            [_codes(table.dimensions[name], values[name]) for name in names], shape
        )
        for table, _ in sides
    ]
    there, place = np.unique(np.concatenate(numbers), return_inverse=True)
    ends = np.cumsum([len(each) for each in numbers])[:-1]
    sums = [
        np.bincount(its_own, table.added[measure].total, len(there)).astype(np.int64)
        for its_own, (table, measure) in zip(np.split(place, ends), sides, strict=True)
    ]
    codes = np.unravel_index(there, shape)
    dimensions = {
        name: Dimension(values[name], code.astype(np.int32))
        for name, code in zip(names, codes, strict=True)
    }
    return Table(dimensions, np.ones(len(there), dtype=np.int64), {}), sums


def _all(dimensions: Sequence[Dimension]) -> list[object]:
    return list(dict.fromkeys(value for each in dimensions for value in each.values))


def _codes(dimension: Dimension, values: Sequence[object]) -> Numbers:
    place = {value: at for at, value in enumerate(values)}
    known = np.array([place[value] for value in dimension.values], dtype=np.int64)
    return known[dimension.codes] if len(known) else np.zeros(len(dimension.codes), np.int64)
