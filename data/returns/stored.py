"""What the template of an organisation holds: its rows, and what it may choose from."""

from typing import Any

from sqlalchemy import Select, select, union

from data.reader import Snapshot
from data.returns.problems import RefusedError
from data.returns.scope import may_own
from data.returns.sheets import SHEETS
from data.returns.sheets.declaration import Sheet
from data.returns.template import Content
from data.schema import FACTS, MEMBERSHIP, ORGANISATION, PARTNERSHIP, PROGRAMME

# Which members a column may name: its kind says only that it is an organisation.
EMPLOYER_COLUMNS = ("employer",)
UNIVERSITY_COLUMNS = ("reserved_for", "hei")
MEMBER_COLUMNS = ("host", "provider")


def content(snapshot: Snapshot, organisation: str, partnership: str) -> Content:
    """Return what the template of an organisation in a partnership holds.

    Args:
        snapshot: The state of the data.
        organisation: Its code.
        partnership: Code of the partnership.

    Raises:
        RefusedError: It is no member of the partnership.
    """
    members = snapshot.rows(_members(partnership))
    owner = next((member for member in members if member.code == organisation), None)
    if owner is None:
        raise RefusedError(
            f"{organisation} is no member of {partnership}.", "Check both codes for slips."
        )
    sheets = [sheet for sheet in SHEETS.values() if may_own(sheet, owner.kind)]
    return Content(
        title=f"Return of {owner.name}, {owner.partnership_name}",
        rows={
            sheet: [
                dict(row._mapping) for row in snapshot.rows(_rows(sheet, organisation, partnership))
            ]
            for sheet in sheets
        },
        choices=_choices(snapshot, members, organisation),
    )


def names() -> Select[Any]:
    """Return a statement of what codes of organisations and programmes are called."""
    organisations = select(ORGANISATION.c.code, ORGANISATION.c.name)
    return select(union(organisations, select(PROGRAMME.c.code, PROGRAMME.c.name)).subquery())


def _members(partnership: str) -> Select[Any]:
    rows = MEMBERSHIP.join(ORGANISATION, ORGANISATION.c.code == MEMBERSHIP.c.organisation_code)
    rows = rows.join(PARTNERSHIP, PARTNERSHIP.c.code == MEMBERSHIP.c.partnership_code)
    columns = (ORGANISATION.c.code, ORGANISATION.c.name, ORGANISATION.c.kind)
    named = PARTNERSHIP.c.name.label("partnership_name")
    return (
        select(*columns, named)
        .select_from(rows)
        .where(MEMBERSHIP.c.partnership_code == partnership)
        .distinct()
        .order_by(ORGANISATION.c.code)
    )


def _rows(sheet: Sheet, organisation: str, partnership: str) -> Select[Any]:
    table = FACTS[sheet.name]
    return (
        select(table)
        .where(
            table.c.partnership == partnership,
            table.c.owner == organisation,
            table.c.voided_at.is_(None),
        )
        .order_by(table.c.id)
    )


def _choices(snapshot: Snapshot, members: Any, organisation: str) -> dict[str, list[str]]:
    statement = select(PROGRAMME.c.code).where(PROGRAMME.c.organisation_code == organisation)
    universities = [member.code for member in members if member.kind == "hei"]
    employers = [member.code for member in members if member.kind != "hei"]
    everybody = [member.code for member in members]
    return {
        "programme": [row.code for row in snapshot.rows(statement.order_by(PROGRAMME.c.code))],
        **dict.fromkeys(UNIVERSITY_COLUMNS, universities),
        **dict.fromkeys(EMPLOYER_COLUMNS, employers),
        **dict.fromkeys(MEMBER_COLUMNS, everybody),
    }
