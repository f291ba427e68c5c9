"""Somebody whom rows name by a pseudonym, and where such rows are."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import Connection, Row, select

from data.returns.problems import RefusedError
from data.schema import FACTS, ORGANISATION

# By kind, the columns that name somebody.
COLUMNS: Final[Mapping[str, Mapping[str, str]]] = {
    "student": {"placements": "student_ref"},
    "practice-educator": {
        "practice_educators": "ref",
        "pe_training": "pe_ref",
        "placements": "pe_ref",
    },
}
EDUCATORS: Final = FACTS["practice_educators"]
Values = Mapping[Any, Any]


@dataclass(frozen=True)
class Subject:
    """A student or a practice educator, as one organisation calls them.

    Attributes:
        kind: ``student`` or ``practice-educator``.
        reference: The pseudonym.
        organisation: Code of whose pseudonym it is.
    """

    kind: str
    reference: str
    organisation: str

    @property
    def columns(self) -> Mapping[str, str]:
        """By sheet, the column that may name them."""
        return COLUMNS[self.kind]


def refuse_unknown(connection: Connection, organisation: str) -> None:
    """Refuse an organisation that nobody knows.

    Raises:
        RefusedError: There is none of that code.
    """
    known = select(ORGANISATION.c.code).where(ORGANISATION.c.code == organisation)
    if connection.execute(known).first() is None:
        raise RefusedError("There is no such organisation.", "Give the code of one.")


def rows(connection: Connection, subject: Subject, sheet: str) -> list[Row[Any]]:
    """Return the stored rows of a sheet that name somebody, void ones included."""
    table, column = FACTS[sheet], subject.columns[sheet]
    named = connection.execute(select(table).where(table.c[column] == subject.reference))
    meant = whose(connection, subject, sheet)
    return [row for row in named if meant(row._mapping)]


def whose(connection: Connection, subject: Subject, sheet: str) -> Callable[[Values], bool]:
    """Return whether a row that has the pseudonym means this organisation's.

    A placement's practice educator is the employer's, or else, where the employer has none of that
    name in the partnership, the university's.
    """
    own = subject.organisation
    if (subject.kind, sheet) != ("practice-educator", "placements"):
        return lambda row: bool(row["owner"] == own)
    has_them = select(EDUCATORS.c.partnership, EDUCATORS.c.owner)
    found = connection.execute(has_them.where(EDUCATORS.c.ref == subject.reference))
    registers = {(row.partnership, row.owner) for row in found}

    def meant(row: Values) -> bool:
        employers = (row["partnership"], row["employer"]) in registers
        return bool(own == row["employer"] if employers else own in (row["employer"], row["owner"]))

    return meant
