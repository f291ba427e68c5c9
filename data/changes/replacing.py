"""Replace values of one stored row, and write its history."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, update

from data.changes import audit, touched
from data.changes.author import Author
from data.changes.signing import identity
from data.returns.sheets import SHEETS
from data.schema import FACTS


@dataclass(frozen=True)
class Replacement:
    """What becomes of a stored row.

    Attributes:
        sheet: Name of its sheet.
        stored: The row as it is.
        values: The values that it gets.
        reason: Why.
    """

    sheet: str
    stored: Mapping[str, Any]
    values: Mapping[str, Any]
    reason: str


def carry_out(connection: Connection, author: Author, wanted: Replacement) -> None:
    """Replace the values, with a line of history, and say which figures that concerns."""
    sheet, stored, values = wanted.sheet, wanted.stored, wanted.values
    table = FACTS[sheet]
    its_own = table.c.id == stored["id"]
    connection.execute(update(table).where(its_own).values({**values, **changed_by(table, author)}))
    former = {name: stored[name] for name in values}
    line = audit.Entry(sheet, identity(sheet, stored), former, values, wanted.reason)
    audit.record(connection, author, [line])
    versions = [(stored["owner"], stored), (stored["owner"], {**stored, **values})]
    touched.rows(connection, SHEETS[sheet], versions)


def voiding(sheet: str, stored: Mapping[str, Any], reason: str, author: Author) -> Replacement:
    """Return what takes a row out of every figure; it stays in the history."""
    return Replacement(sheet, stored, {"voided_at": author.at, "voided_reason": reason}, reason)


def changed_by(table: Table, author: Author) -> dict[str, Any]:
    """Return what each change of a stored row brings with it: its version, when and by whom."""
    return {
        "version": table.c.version + 1,
        "updated_at": author.at,
        "updated_by": author.who,
    }
