"""Which rows are in one group of a figure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, false, func, or_, select

from data.columns_used import columns_used
from data.grouping import conditions
from data.left_out import reason
from data.schema import FACTS
from data.selection import Selection
from data.slicing import Column, Condition, Measure, Source
from data.sums import Key
from data.thresholds import Context


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
        return columns_used(self.source.sheet, (*self.where, *expressions))

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
