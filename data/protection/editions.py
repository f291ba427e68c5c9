"""Editions whose rows name somebody: frozen, so that forgetting them does not reach these."""

from collections.abc import Iterable

from sqlalchemy import Connection, select

from data.editions.frozen import Frozen, tables
from data.protection.subject import Subject, whose
from data.schema import EDITION


def naming(connection: Connection, subject: Subject) -> list[int]:
    """Return the numbers of the editions that hold somebody's reference, in order.

    Raises:
        DamagedError: An edition can't be read.
    """
    belongs = {sheet: whose(connection, subject, sheet) for sheet in subject.columns}
    kept = connection.execute(select(EDITION.c.number, EDITION.c.rows).order_by(EDITION.c.number))
    return [
        edition.number
        for edition in kept
        if any(
            row[subject.columns[table.name]] == subject.reference and belongs[table.name](row)
            for table in _theirs(tables(edition.rows), subject)
            for row in (dict(zip(table.columns, values, strict=True)) for values in table.rows)
        )
    ]


def _theirs(found: Iterable[Frozen], subject: Subject) -> list[Frozen]:
    return [table for table in found if table.name in subject.columns]
