"""The rows of an edition that somebody may take away, as their returns hold them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import select

from data.access import seen_whole
from data.editions.edition import Edition
from data.people.person import Person
from data.reader import Snapshot
from data.returns.scope import COLUMNS
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import NUMBERS, Column, Sheet
from data.returns.texts import text
from data.schema import FACTS

Line = Mapping[str, str | int | float]


def returns(
    snapshot: Snapshot, person: Person, edition: Edition
) -> Iterator[tuple[Sheet, Sequence[Line]]]:
    """Yield each sheet of which somebody reads whole rows, with those rows as somebody types them.

    What is shown rounded, or is made for funders, has no rows for anybody.

    Args:
        snapshot: Of the edition.
        person: Who asks.
        edition: The edition.
    """
    if edition.disclosure != "exact" or edition.audience == "funder":
        return
    for name, sheet in SHEETS.items():
        table = FACTS[name]
        statement = (
            select(table)
            .where(
                table.c.voided_at.is_(None),
                table.c.partnership.in_(edition.within(person)),
                seen_whole(person, name),
            )
            .order_by(table.c.partnership, table.c.owner, table.c.id)
        )
        if rows := [row._mapping for row in snapshot.rows(statement)]:
            yield sheet, [_line(sheet, row) for row in rows]


def _line(sheet: Sheet, row: Mapping[Any, Any]) -> Line:
    whose = {name: row[name] for name in COLUMNS}
    return {**whose, **{column.name: _cell(column, row) for column in sheet.columns}}


def _cell(column: Column, row: Mapping[Any, Any]) -> str | int | float:
    """Return a cell as somebody would type it; a number as one, which no sign makes a formula."""
    value: int | float | None = row[column.name]
    if column.kind in NUMBERS and value is not None:
        return value / 100 if column.kind == "money" else value
    return text(column, row)
