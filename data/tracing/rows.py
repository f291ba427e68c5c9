"""The rows that add up to a figure, as far as somebody may read them."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Select, Subquery, case, false, func, or_, select

from data import access
from data.access import Readable
from data.people.person import Person
from data.pounds import pounds
from data.returns.sheets import SHEETS
from data.schema import APP_USER, FACTS
from data.slicing import Column, Condition
from data.sums import Number
from data.tracing.group import Group
from data.tracing.names import known_as
from data.tracing.shapes import LastChange, Row, Side, Whole
from data.workbench import Workbench


class RowsBehind:
    """The rows of one source that add up to a figure."""

    def __init__(self, bench: Workbench, group: Group, sides: Sequence[Side]) -> None:
        """Keep the question; read nothing yet."""
        self._bench = bench
        self._group = group
        self.sides = tuple(sides)
        self.sheet = group.source.sheet
        self._table = FACTS[self.sheet]

    @cached_property
    def whole(self) -> Whole:
        """How many rows there are, and what they add up to."""
        every = self._counted(()).subquery()
        sums = [func.coalesce(func.sum(every.c[name]), 0) for name in self._names]
        statement = select(func.count(), func.count(every.c.id), *sums)
        ((rows, ours, *amounts),) = self._bench.rows(statement)
        return Whole(ours, rows - ours, self._told(amounts))

    def tells(self) -> frozenset[str]:
        """Return the columns of which a row tells something by being behind the figure."""
        return self._group.tells(self._asked_about())

    def last_change(self) -> LastChange | None:
        """Return when these rows were changed last; nothing where there are none."""
        every = self._ours(())
        table = self._table
        joined = table.join(every, every.c.id == table.c.id).outerjoin(
            APP_USER, APP_USER.c.email == table.c.updated_by
        )
        statement = select(table.c.updated_at, known_as(table.c.updated_by)).select_from(joined)
        found = self._bench.rows(statement.order_by(table.c.updated_at.desc()).limit(1))
        return LastChange(*found[0]) if found else None

    def count(self, person: Person) -> int:
        """Return how many of the rows somebody may read."""
        every = self._ours([self._may_read(person)])
        ((count,),) = self._bench.rows(select(func.count()).select_from(every))
        return int(count)

    def columns(self, person: Person) -> tuple[str, ...]:
        """Return the columns that somebody sees of one row or another, in the sheet's order."""
        seen = {name for readable in self._readable(person) for name in readable.columns}
        every = access.every_column(SHEETS[self.sheet])
        return tuple(column for column in every if column in seen)

    def rows(self, person: Person, first: int, most: int) -> list[Row]:
        """Return some of the rows that somebody may read, by partnership, owner and age.

        Args:
            person: Who asks; what they may not see is not there.
            first: How many come before.
            most: How many to return.
        """
        table, every = self._table, self._ours([self._may_read(person)])
        ordered = (
            select(every)
            .join(table, table.c.id == every.c.id)
            .order_by(table.c.partnership, table.c.owner, table.c.id)
        )
        found = self._bench.rows(ordered.offset(first).limit(most))
        stored = self._stored(person, [row.id for row in found])
        return [
            Row(row.id, cells["partnership"], cells["owner"], cells, self._told(row[1:]))
            for row in found
            if (cells := stored.get(row.id))
        ]

    def _stored(self, person: Person, ids: Sequence[int]) -> dict[int, Mapping[str, Any]]:
        wanted = self._table.c.id.in_(ids)
        return {
            row.id: row._mapping
            for readable in self._readable(person)
            for row in self._bench.rows(readable.statement.where(wanted))
        }

    def _readable(self, person: Person) -> list[Readable]:
        """Return what somebody may read of these rows.

        That a row is among them tells something of each column that was asked about, so that
        who doesn't see those columns doesn't see which rows they are.
        """
        told = self.tells()
        every = access.readable(person, self.sheet)
        return [readable for readable in every if told <= set(readable.columns)]

    def _asked_about(self) -> Iterable[Column]:
        context = self._group.context
        for side in self.sides:
            for measure in side.measures:
                yield measure.where(context)
                yield measure.quantity(context)

    def _may_read(self, person: Person) -> Condition:
        return or_(false(), *(readable.condition for readable in self._readable(person)))

    def _ours(self, also: Sequence[Condition]) -> Subquery:
        return self._counted([self._table.c.id.is_not(None), *also]).subquery()

    def _counted(self, also: Sequence[Condition]) -> Select[Any]:
        amounts = [self._amount(side) for side in self.sides]
        named = (amount.label(name) for amount, name in zip(amounts, self._names, strict=True))
        counts = or_(*(amount.is_not(None) for amount in amounts))
        return (
            select(self._table.c.id, *named)
            .select_from(self._group.source.rows)
            .where(*self._group.where, counts, *also)
        )

    @property
    def _names(self) -> list[str]:
        return [f"amount_{place}" for place in range(len(self.sides))]

    def _told(self, amounts: Sequence[Any]) -> tuple[Any, ...]:
        """Return what rows add to each side as readers are told it; nothing stays nothing."""
        return tuple(
            amount if amount is None else pounds(_plain(amount)) if side.pence else _plain(amount)
            for amount, side in zip(amounts, self.sides, strict=True)
        )

    def _amount(self, side: Side) -> Column:
        context = self._group.context
        branches: list[Any] = [
            (measure.where(context), measure.quantity(context)) for measure in side.measures
        ]
        return case(*branches)


def _plain(total: Any) -> Number:
    # PostgreSQL answers sums of large whole numbers as decimals; fractions come as floats.
    return total if isinstance(total, float) else int(total)
