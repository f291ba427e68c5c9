"""What became of rows: who, when, from, to, by which door, and why."""

from collections.abc import Sequence
from typing import Any, Final

from sqlalchemy import Engine, or_, select

from data.access import OF_AN_ORGANISATION, OF_PARTNERSHIPS
from data.engine import reading
from data.people.person import Person
from data.people.rights import DeniedError, demand
from data.returns.sheets import SHEETS
from data.schema import APP_USER, AUDIT, METADATA, UPLOAD

MOST = 200
TABLES: Final = tuple(sorted(METADATA.tables))


def reads_whole(person: Person, partnership: str, owner: str) -> bool:
    """Return whether somebody sees an organisation's rows with all their columns."""
    if person.role in OF_AN_ORGANISATION:
        return owner in person.organisations and person.reads(partnership)
    return person.role in OF_PARTNERSHIPS and person.reads(partnership)


def demand_whole(person: Person, partnership: str, owner: str) -> None:
    """Do nothing, if somebody sees an organisation's rows with all their columns.

    Raises:
        DeniedError: They don't.
    """
    if not reads_whole(person, partnership, owner):
        raise DeniedError("read rows")


def of_row(engine: Engine, person: Person, sheet: str, row: str) -> Sequence[Any]:
    """Return a row's history, the latest first.

    Args:
        engine: Of the database.
        person: Who asks.
        sheet: Name of its sheet.
        row: What the history calls it.

    Raises:
        DeniedError: They don't see that row whole.
    """
    partnership, owner, *_ = row.split("/")
    demand_whole(person, partnership, owner)
    statement = _lines().where(AUDIT.c.table == sheet, AUDIT.c.row == row)
    with reading(engine) as connection:
        return connection.execute(statement).all()


def of_ref(engine: Engine, person: Person, table: str, ref: str) -> Sequence[Any]:
    """Return the history of the rows of a table that a reference names, the latest first.

    Args:
        engine: Of the database.
        person: Who asks.
        table: Name of the table.
        ref: What the history calls the row, or the end of that, such as its ``ref``.

    Raises:
        DeniedError: They are no administrator.
    """
    demand(person, "administer")
    named = or_(AUDIT.c.row == ref, AUDIT.c.row.endswith(f"/{ref}", autoescape=True))
    with reading(engine) as connection:
        return connection.execute(_lines().where(AUDIT.c.table == table, named)).all()


def latest(engine: Engine, person: Person, partnership: str, owner: str) -> Sequence[Any]:
    """Return what was changed last of an organisation's rows, the latest first.

    Raises:
        DeniedError: They don't see those rows whole.
    """
    demand_whole(person, partnership, owner)
    here = AUDIT.c.row.startswith(f"{partnership}/{owner}/", autoescape=True)
    statement = _lines().where(AUDIT.c.table.in_((*SHEETS, "return_status")), here).limit(20)
    with reading(engine) as connection:
        return connection.execute(statement).all()


def mine(engine: Engine, person: Person) -> Sequence[Any]:
    """Return the rows that somebody changed last, the latest first."""
    statement = _lines().where(AUDIT.c.who == person.email, AUDIT.c.table.in_(SHEETS)).limit(10)
    with reading(engine) as connection:
        return connection.execute(statement).all()


def uploads(engine: Engine, person: Person, partnership: str, owner: str) -> Sequence[Any]:
    """Return the files that brought rows of an organisation, the latest first.

    Raises:
        DeniedError: They don't see those rows whole.
    """
    demand_whole(person, partnership, owner)
    here = AUDIT.c.row.startswith(f"{partnership}/{owner}/", autoescape=True)
    brought = select(AUDIT.c.upload).where(here, AUDIT.c.upload.is_not(None))
    statement = (
        select(UPLOAD).where(UPLOAD.c.id.in_(brought)).order_by(UPLOAD.c.id.desc()).limit(20)
    )
    with reading(engine) as connection:
        return connection.execute(statement).all()


def _lines() -> Any:
    known = APP_USER.c.email == AUDIT.c.who
    return (
        select(AUDIT, APP_USER.c.name)
        .select_from(AUDIT.outerjoin(APP_USER, known))
        .order_by(AUDIT.c.sequence.desc())
        .limit(MOST)
    )
