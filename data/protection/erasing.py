"""Forget somebody: another pseudonym in the place of theirs, everywhere it may be replaced."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from secrets import token_hex
from typing import Any, Final

from sqlalchemy import Column, Connection, Engine, Row, update

from data.changes import audit, touched, version
from data.changes.author import Author
from data.changes.signing import identity
from data.engine import writing
from data.people.rights import demand
from data.protection.found import Found, find
from data.protection.opening import Record, opened
from data.protection.subject import Subject, refuse_unknown
from data.returns.problems import RefusedError
from data.schema import AUDIT, FACTS, SIGNED_ROW

NOBODY: Final = RefusedError(
    "Nothing names them; nothing was changed.", "Check the reference, its kind and whose it is."
)


@dataclass(frozen=True)
class Erased:
    """What became of an erasure.

    Attributes:
        pseudonym: What stands in the place of the reference now; drawn, not derived from it.
        counts: How many rows of each table were changed.
        editions: Numbers of the editions that hold the reference still.
    """

    pseudonym: str
    counts: Mapping[str, int]
    editions: Sequence[int]


def erase(engine: Engine, subject: Subject, author: Author, reason: str) -> Erased:
    """Replace a reference by a new pseudonym, in rows, their history and what was signed off.

    Figures stay what they are: the same rows still are of one person.

    Raises:
        RefusedError: Nothing names them, or there is no such organisation.
        DeniedError: The author may not.
    """
    demand(author.person, "administer")
    with writing(engine) as connection:
        version.claim(connection)
        refuse_unknown(connection, subject.organisation)
        found = find(connection, subject)
        if not found.counts():
            raise NOBODY
        pseudonym = f"erased-{token_hex(6)}"
        record = Record(subject.kind, pseudonym, reason, subject.organisation)
        with opened(connection, author, record) as counts:
            _Replacing(connection, author, subject, pseudonym).carry_out(found)
            counts.update(found.counts())
        touched.everything(connection)
        version.bump(connection, author)
    return Erased(pseudonym, counts, found.editions)


@dataclass(frozen=True)
class _Replacing:
    """Another pseudonym on its way into the place of one."""

    connection: Connection
    author: Author
    subject: Subject
    pseudonym: str

    def carry_out(self, found: Found) -> None:
        for entry in found.history:
            values = {
                name: self._without(entry.table, getattr(entry, name))
                for name in ("before", "after")
            }
            self._change(AUDIT.c.sequence, entry.sequence, values | self._called(entry, "table"))
        for row in found.signed:
            held = {"held": self._without(row.sheet, row.held)}
            self._change(SIGNED_ROW.c.id, row.id, held | self._called(row, "sheet"))
        # Last, for the history of the rows goes on with what they are called now.
        for sheet, rows in found.rows.items():
            for row in rows:
                self._in_row(sheet, row)

    def _in_row(self, sheet: str, row: Row[Any]) -> None:
        """Replace it in a row, as a new version: a form that is open shows the old one still."""
        now = {self.subject.columns[sheet]: self.pseudonym}
        stamp = {
            "version": row.version + 1,
            "updated_at": self.author.at,
            "updated_by": self.author.who,
        }
        self._change(FACTS[sheet].c.id, row.id, now | stamp)
        name = identity(sheet, {**row._mapping, **now})
        audit.record(self.connection, self.author, [audit.Entry(sheet, name, now, now, "Erasure")])

    def _change(self, key: Column[Any], value: Any, values: Mapping[str, Any]) -> None:
        self.connection.execute(update(key.table).where(key == value).values(values))

    def _without(self, sheet: str, document: Any) -> Any:
        column = self.subject.columns[sheet]
        if document is None or document.get(column) != self.subject.reference:
            return document
        return document | {column: self.pseudonym}

    def _called(self, row: Row[Any], sheet: str) -> dict[str, str]:
        """Return what a row is called now: by its reference, where that is what names it."""
        name: str = row.row
        if self.subject.columns[getattr(row, sheet)] == "ref":
            name = name.removesuffix(self.subject.reference) + self.pseudonym
        return {"row": name}
