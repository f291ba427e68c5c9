"""Cells copied from a spreadsheet, with the names of their columns or without."""

import re
from typing import Final

from data.returns.header import FEW
from data.returns.names import closest, normal
from data.returns.sheets import SHEETS

PARTED: Final = re.compile(r"[\t,;]")


def with_heading(rows: str, sheet: str | None) -> str:
    """Return pasted rows under a heading: cells alone are taken in the order of the template."""
    if sheet is None:
        return rows
    names = [column.name for column in SHEETS[sheet].columns]
    known = {normal(name) for name in names}
    first = PARTED.split(rows.splitlines()[0])
    if any(normal(cell) in known for cell in first):
        return rows
    # One cell may come close to a name by chance; several are names with slips.
    if len({closest(cell, names) for cell in first} - {None}) >= FEW:
        return rows
    return "\t".join(names) + "\n" + rows
