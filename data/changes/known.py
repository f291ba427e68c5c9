"""Load what checks need to know, a statement a table."""

from collections.abc import Iterable, Sequence
from functools import partial
from typing import Any

from sqlalchemy import Connection, select

from data.changes.matching import FEW
from data.key_conditions import one_of
from data.returns.circles import own_links
from data.returns.grid import Grid
from data.returns.known import Known, Organisation, Ref, Values, by_name
from data.returns.names import normal
from data.returns.sheets.declaration import Column, Sheet
from data.schema import (
    FACTS,
    MEMBERSHIP,
    METADATA,
    ORGANISATION,
    ORGANISATION_ALIAS,
    PARTNERSHIP,
    PROGRAMME,
)

Kept = dict[tuple[Any, ...], Values]


def load(connection: Connection, grids: Sequence[Grid]) -> Known:
    """Return what the database knows that the rows of a file may refer to or leave unsaid."""
    organisations = connection.execute(
        select(ORGANISATION.c.code, ORGANISATION.c.name, ORGANISATION.c.kind)
    ).all()
    aliases = connection.execute(
        select(ORGANISATION_ALIAS.c.alias, ORGANISATION_ALIAS.c.organisation_code)
    ).all()
    names = by_name((normal(row.name), row.code) for row in organisations)
    names |= {normal(alias): code for alias, code in aliases}
    # A code means its own organisation, whatever else is called so.
    names |= {normal(row.code): row.code for row in organisations}
    members = select(MEMBERSHIP.c.partnership_code, MEMBERSHIP.c.organisation_code)
    return Known(
        organisations={row.code: Organisation(row.code, row.kind) for row in organisations},
        names=names,
        partnerships=_partnerships(connection),
        members=frozenset((row[0], row[1]) for row in connection.execute(members)),
        programmes=_programmes(connection),
        standing=partial(_standing, connection),
        named={
            grid.sheet.name: named(connection, grid.sheet, link.column)
            for grid in grids
            for link in own_links(grid.sheet)
        },
        kept=kept(connection, grids),
    )


def kept(connection: Connection, grids: Iterable[Grid]) -> dict[str, Kept]:
    """Return, by table, what stays stored in the columns that a file leaves out."""
    return {
        grid.sheet.name: _kept(connection, grid.sheet, left_out)
        for grid in grids
        if (left_out := [each for each in grid.sheet.columns if each.name not in grid.positions])
    }


def _kept(connection: Connection, sheet: Sheet, left_out: Iterable[Column]) -> Kept:
    columns = METADATA.tables[sheet.name].c
    # Reference rows have no owner; a row of a file says so with two blanks.
    owned = ("partnership", "owner") if sheet.owners else ()
    blanks = () if sheet.owners else ("", "")
    key = (*owned, *sheet.key)
    unsaid = [name for each in left_out for name in each.stored_as if name not in key]
    statement = select(*(columns[name] for name in (*key, *unsaid)))
    return {
        (*blanks, *row[: len(key)]): dict(zip(unsaid, row[len(key) :], strict=True))
        for row in connection.execute(statement)
    }


def _partnerships(connection: Connection) -> dict[str, str | None]:
    rows = connection.execute(select(PARTNERSHIP.c.code, PARTNERSHIP.c.name)).all()
    names = by_name((normal(row.name), row.code) for row in rows)
    return names | {normal(row.code): row.code for row in rows}


def _programmes(connection: Connection) -> dict[tuple[str, str], str | None]:
    columns = (PROGRAMME.c.organisation_code, PROGRAMME.c.code, PROGRAMME.c.name)
    rows = connection.execute(select(*columns)).all()
    names = by_name(((owner, normal(name)), code) for owner, code, name in rows)
    return names | {(owner, normal(code)): code for owner, code, _ in rows}


def _standing(connection: Connection, sheet: str, refs: set[Ref]) -> set[Ref]:
    """Return which of some references to a sheet lead to a row of it."""
    table = FACTS[sheet]
    columns = (table.c.partnership, table.c.owner, table.c.ref)
    statement = select(*columns)
    if len(refs) <= FEW:
        statement = statement.where(one_of(columns, refs))
    else:
        statement = statement.where(columns[0].in_({partnership for partnership, *_ in refs}))
    return {(row[0], row[1], row[2]) for row in connection.execute(statement)} & refs


def named(connection: Connection, sheet: Sheet, column: str) -> dict[Ref, str | None]:
    """Return the ref of its own sheet that each stored row names, voided rows left out."""
    table = FACTS[sheet.name]
    other = table.c[column]
    statement = select(table.c.partnership, table.c.owner, table.c.ref, other).where(
        other.is_not(None), table.c.voided_at.is_(None)
    )
    return {(row[0], row[1], row[2]): row[3] for row in connection.execute(statement)}
