"""Values that somebody typed into a form, as if a file had held them: the same rules then hold."""

from collections.abc import Mapping, Sequence

from data.returns.grid import Grid, written
from data.returns.read import Reading
from data.returns.sheets.declaration import Sheet

# Where people see no row numbers, each row is the first.
FIRST = 1


def reading(sheet: Sheet, rows: Sequence[Mapping[str, str]]) -> Reading:
    """Return what rows of a sheet say, each of which is text by column."""
    names = list(dict.fromkeys(name for row in rows for name in row))
    positions = {name: at for at, name in enumerate(names)}
    cells = [
        (number, tuple(written(row.get(name, "")) for name in names))
        for number, row in enumerate(rows, FIRST)
    ]
    return Reading(grids=(Grid(sheet, positions, cells),))
