"""Rows of a sheet as somebody may read them, so many at a time: for programs, not for screens."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select

from data import access
from data.access import Readable
from data.columns_used import columns_used
from data.people.person import Person
from data.reader import Snapshot
from data.returns.sheets import SHEETS
from data.schema import FACTS
from data.selection import Selection
from data.slicing import Condition
from data.standing_rows import chosen, standing


@dataclass(frozen=True)
class Wanted:
    """Which rows somebody asks for.

    Attributes:
        sheet: Name of the sheet.
        selection: The filters.
        after: The ``id`` of the last row that they have; nought to begin with the first.
        most: How many to return.
    """

    sheet: str
    selection: Selection
    after: int
    most: int


@dataclass(frozen=True)
class Page:
    """Some rows of a sheet.

    Attributes:
        columns: The columns that are seen of one row or another, in the sheet's order.
        rows: The rows by ``id``: stored values by column. A column that is not for the reader is
            not there.
        more: Whether there are more behind the last one.
    """

    columns: Sequence[str]
    rows: Sequence[Mapping[str, Any]]
    more: bool


def page(snapshot: Snapshot, person: Person, wanted: Wanted) -> Page:
    """Return rows by ``id``, at whose end new rows always come; what may not be seen is not there.

    Raises:
        DeniedError: They read no rows at all.
    """
    access.demand_rows(person)
    every = list(access.readable(person, wanted.sheet))
    where = chosen(wanted.sheet, wanted.selection)
    needed = columns_used(wanted.sheet, where)
    found = [
        row
        for each in every
        # Which rows pass a filter tells of its columns, so who doesn't see those sees no row.
        if needed <= set(each.columns)
        for row in snapshot.rows(_some(each, where, wanted))
    ]
    found.sort(key=lambda row: row.id)
    rows = [dict(row._mapping) for row in found[: wanted.most]]
    return Page(_columns(every, wanted.sheet), rows, len(found) > wanted.most)


def _some(readable: Readable, where: Iterable[Condition], wanted: Wanted) -> Select[Any]:
    """Return a statement of the next rows of one kind, and of one more."""
    number = FACTS[wanted.sheet].c.id
    rows = readable.statement.select_from(standing(wanted.sheet).rows)
    return rows.where(*where, number > wanted.after).order_by(number).limit(wanted.most + 1)


def _columns(readable: Sequence[Readable], sheet: str) -> list[str]:
    seen = {name for each in readable for name in each.columns}
    return [name for name in access.every_column(SHEETS[sheet]) if name in seen]
