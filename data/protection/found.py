"""All that is stored about somebody: what they may ask to see, and what forgetting them changes."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Column, Connection, Row, Text, cast, or_, select

from data.changes.signing import identity
from data.protection.editions import naming
from data.protection.subject import Subject, rows, whose
from data.schema import AUDIT, FACTS, SIGNED_ROW

Values = Mapping[Any, Any]


@dataclass(frozen=True)
class Found:
    """Where somebody is named.

    Attributes:
        rows: By sheet, the stored rows.
        history: Entries of the history, in order.
        signed: Rows as they were signed off.
        editions: Numbers of the editions whose rows name them.
    """

    rows: Mapping[str, list[Row[Any]]]
    history: list[Row[Any]]
    signed: list[Row[Any]]
    editions: list[int]

    def counts(self) -> dict[str, int]:
        """Return how many rows of each table can be changed; tables without one are left out."""
        found = {sheet: len(some) for sheet, some in self.rows.items()}
        found |= {AUDIT.name: len(self.history), SIGNED_ROW.name: len(self.signed)}
        return {name: count for name, count in found.items() if count}


def find(connection: Connection, subject: Subject) -> Found:
    """Return all that names somebody."""
    return Found(
        {sheet: rows(connection, subject, sheet) for sheet in subject.columns},
        list(_history(connection, subject)),
        list(_signed(connection, subject)),
        naming(connection, subject),
    )


def _history(connection: Connection, subject: Subject) -> Iterator[Row[Any]]:
    """Give the entries that name them: in a value, or as the row that they are of."""
    values = or_(*(says(column, subject.reference) for column in (AUDIT.c.before, AUDIT.c.after)))
    named = or_(values, AUDIT.c.row.endswith(f"/{subject.reference}", autoescape=True))
    statement = select(AUDIT).where(AUDIT.c.table.in_(subject.columns), named)
    meant = {sheet: _meant(connection, subject, sheet) for sheet in subject.columns}
    for entry in connection.execute(statement.order_by(AUDIT.c.sequence)):
        either = (entry.before, entry.after)
        if meant[entry.table](entry.row, [each for each in either if each]):
            yield entry


def _signed(connection: Connection, subject: Subject) -> Iterator[Row[Any]]:
    held = or_(
        says(SIGNED_ROW.c.held, subject.reference),
        SIGNED_ROW.c.row.endswith(f"/{subject.reference}", autoescape=True),
    )
    meant = {sheet: _meant(connection, subject, sheet) for sheet in subject.columns}
    for row in connection.execute(
        select(SIGNED_ROW).where(SIGNED_ROW.c.sheet.in_(subject.columns), held)
    ):
        if meant[row.sheet](row.row, [row.held]):
            yield row


def says(column: Column[Any], text: str) -> Any:
    """Return whether a document may hold a text as a value: a quick look before a close one."""
    return cast(column, Text).contains(json.dumps(text, ensure_ascii=False), autoescape=True)


def _meant(connection: Connection, subject: Subject, sheet: str) -> Any:
    """Return whether the row of that name, with those values, names the person that is meant."""
    column, belongs = subject.columns[sheet], whose(connection, subject, sheet)
    stored: dict[str, Values] = {}
    if sheet == "placements":
        # An entry says only what changed; of where a placement is, the stored row says the rest.
        stored = {identity(sheet, row): row for row in _placements(connection, subject)}

    def meant(name: str, documents: list[Values]) -> bool:
        partnership, owner, ref = name.split("/", 2)
        known: dict[Any, Any] = {"partnership": partnership, "owner": owner, "ref": ref}
        known["employer"] = stored.get(name, {}).get("employer")
        held = [{**known, **document} for document in documents] or [known]
        return any(each.get(column) == subject.reference and belongs(each) for each in held)

    return meant


def _placements(connection: Connection, subject: Subject) -> list[Any]:
    table = FACTS["placements"]
    touched = or_(table.c.owner == subject.organisation, table.c.employer == subject.organisation)
    return list(connection.execute(select(table).where(touched)).mappings())
