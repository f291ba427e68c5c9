"""Store planned rows and write their history, many rows a statement."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, bindparam, insert, update

from data.changes import audit, touched
from data.changes.audit import Entry
from data.changes.author import Author
from data.changes.matching import Plan, difference, names
from data.changes.replacing import changed_by
from data.returns.rows import Row
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Sheet
from data.schema import FACTS


def in_order(sheets: Iterable[str]) -> list[str]:
    """Return sheet names so that rows come after those they refer to."""
    ordered: list[str] = []

    def visit(name: str) -> None:
        for link in SHEETS[name].links:
            if link.sheet != name and link.sheet not in ordered:
                visit(link.sheet)
        if name not in ordered:
            ordered.append(name)

    for name in SHEETS:
        visit(name)
    wanted = set(sheets)
    return [name for name in ordered if name in wanted]


def store(connection: Connection, plan: Plan, author: Author) -> None:
    """Add and change the rows of one sheet, and write an entry of history for each."""
    # A row may refer to a later one of its own sheet, so such references follow afterwards.
    own = [link.column for link in plan.sheet.links if link.sheet == plan.sheet.name]
    if plan.new:
        rows = [_new(row, author) for row in plan.new]
        connection.execute(
            insert(FACTS[plan.sheet.name]), [row | dict.fromkeys(own) for row in rows]
        )
    if plan.changed:
        _update(connection, plan, author)
    for column in own:
        _point(connection, plan, column)
    audit.record(connection, author, _history(plan))
    touched.rows(connection, plan.sheet, _versions(plan), _changed_columns(plan))


def _new(row: Row, author: Author) -> dict[str, Any]:
    blank: dict[str, Any] = {
        name: False if name.endswith("_na") else None for name in names(row.grid.sheet)
    }
    return {
        **blank,
        **row.values,
        "partnership": row.partnership,
        "owner": row.owner,
        "version": 1,
        "updated_at": author.at,
        "updated_by": author.who,
    }


def _update(connection: Connection, plan: Plan, author: Author) -> None:
    table = FACTS[plan.sheet.name]
    columns = plan.changed[0][1].values.keys()
    statement = (
        update(table)
        .where(table.c.id == bindparam("row_id"))
        .values({name: bindparam(f"new_{name}") for name in columns} | changed_by(table, author))
    )
    connection.execute(
        statement,
        [
            {"row_id": former["id"], **{f"new_{name}": row.values[name] for name in columns}}
            for former, row in plan.changed
        ],
    )


def _point(connection: Connection, plan: Plan, column: str) -> None:
    """Fill in the references of new rows to rows of their own sheet."""
    table = FACTS[plan.sheet.name]
    pointing = [row for row in plan.new if row.values.get(column) is not None]
    if not pointing:
        return
    its_own = (
        table.c.partnership == bindparam("in_partnership"),
        table.c.owner == bindparam("of_owner"),
        table.c.ref == bindparam("own_ref"),
    )
    connection.execute(
        update(table).where(*its_own).values({column: bindparam("other_ref")}),
        [
            {
                "in_partnership": row.partnership,
                "of_owner": row.owner,
                "own_ref": row.values["ref"],
                "other_ref": row.values[column],
            }
            for row in pointing
        ],
    )


def _history(plan: Plan) -> Iterator[Entry]:
    for row in plan.new:
        yield Entry(plan.sheet.name, identity(plan.sheet, row), None, row.values)
    for former, row in plan.changed:
        yield Entry(plan.sheet.name, identity(plan.sheet, row), *difference(former, row))


def _versions(plan: Plan) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Give owner and values of each row that is added or changed, as it was and as it is."""
    for row in plan.new:
        yield row.owner, row.values
    for former, row in plan.changed:
        yield row.owner, former
        yield row.owner, {**former, **row.values}


def _changed_columns(plan: Plan) -> set[str]:
    """Return the columns in which stored rows change; none where any row comes, or comes again."""
    if plan.new or any(former["voided_at"] is not None for former, _ in plan.changed):
        return set()
    return {name for former, row in plan.changed for name in difference(former, row)[0]}


def identity(sheet: Sheet, row: Row) -> str:
    """Return what the history calls a row: partnership, owner and key."""
    return "/".join([row.partnership, row.owner, *(str(row.values[name]) for name in sheet.key)])
