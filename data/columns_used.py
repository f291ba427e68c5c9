"""Which columns of a sheet a condition or a statement hangs on."""

from collections.abc import Iterable
from typing import Final

from sqlalchemy import ClauseElement, ColumnClause
from sqlalchemy.sql import visitors

from data.returns.sheets import SHEETS
from data.schema import FACTS

# Whoever reads a row at all reads these of it; what was voided nobody reads.
OF_EVERY_ROW: Final = frozenset({"id", "partnership", "owner", "version", "voided_at"})


def columns_used(sheet: str, expressions: Iterable[ClauseElement]) -> frozenset[str]:
    """Return the sheet's columns that expressions look at; those that every reader sees aside."""
    table = FACTS[sheet]
    # A column of an alias or of a union tells what the table's own does.
    seen = {
        stored.name
        for expression in expressions
        for part in visitors.iterate(expression)
        if isinstance(part, ColumnClause)
        for stored in part.proxy_set
        if getattr(stored, "table", None) is table
    }
    cells = {name: column.name for column in SHEETS[sheet].columns for name in column.stored_as}
    return frozenset(cells.get(name, name) for name in seen) - OF_EVERY_ROW
