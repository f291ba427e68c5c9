"""Which rows are in one group of a figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import ColumnClause, Select, false, func, or_, select
from sqlalchemy.sql import visitors

from data.grouping import conditions
from data.left_out import reason
from data.returns.sheets import SHEETS
from data.schema import FACTS
from data.selection import Selection
from data.slicing import Column, Condition, Measure, Source
from data.sums import Key
from data.thresholds import Context

# Whoever reads a row at all reads these of it; what was voided nobody reads.
OF_EVERY_ROW: Final = frozenset({"id", "partnership", "owner", "version", "voided_at"})


@dataclass(frozen=True)
class Group:
    """One group of the rows that a source has for a selection.

    Attributes:
        source: The rows.
        context: The day, and the rules of that day.
        selection: The filters.
        by: The dimensions that tell groups apart.
        key: The group, in their order.
    """

    source: Source
    context: Context
    selection: Selection
    by: Sequence[str] = ()
    key: Key = ()

    @property
    def where(self) -> list[Condition]:
        """What a row must meet to be in the group; the source's own condition comes first."""
        found = conditions(self.source, self.selection)
        pairs = zip(self.by, self.key, strict=True)
        return found + [self._is(dimension, value) for dimension, value in pairs]

    def reasons(self, measure: Measure) -> Select[Any]:
        """Return a statement of ``rows`` by ``place``: of the reason why they don't count.

        Nought is the place of the rows that count.
        """
        told = select(reason(measure, self.context).label("place")).select_from(self.source.rows)
        every = told.where(*self.where).subquery()
        return select(every.c.place, func.count().label("rows")).group_by(every.c.place)

    def voided(self) -> Select[Any]:
        """Return a statement of how many ``rows`` were voided that would be in the group."""
        table = FACTS[self.source.sheet]
        # The first condition is the source's own, which leaves voided rows out.
        _own, *chosen = self.where
        statement = select(func.count().label("rows")).select_from(self.source.rows)
        return statement.where(table.c.voided_at.is_not(None), *chosen)

    def tells(self, expressions: Iterable[Column]) -> frozenset[str]:
        """Return the sheet's columns of which a row tells something by being in the group.

        Args:
            expressions: What else is looked at of a row.
        """
        table = FACTS[self.source.sheet]
        # A column of an alias or of a union tells what the table's own does.
        seen = {
            stored.name
            for expression in (*self.where, *expressions)
            for part in visitors.iterate(expression)
            if isinstance(part, ColumnClause)
            for stored in part.proxy_set
            if getattr(stored, "table", None) is table
        }
        cells = {
            name: column.name
            for column in SHEETS[self.source.sheet].columns
            for name in column.stored_as
        }
        return frozenset(cells.get(name, name) for name in seen) - OF_EVERY_ROW

    def _is(self, dimension: str, value: str | None) -> Condition:
        if dimension == "organisation":
            return self._is_of(value)
        region = dimension == "region"
        source = self.source
        column = source.regions[self.selection.basis] if region else source.columns[dimension]
        return column.is_(None) if value is None else column == value

    def _is_of(self, organisation: str | None) -> Condition:
        chosen = self.selection.organisations
        if chosen and organisation not in chosen:
            return false()
        return or_(*(column == organisation for column in self.source.organisations))
