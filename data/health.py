"""Whether the database can be reached, is of the shape this code expects, and is whole."""

from functools import cache

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.exc import SQLAlchemyError as DatabaseError

from data import revision
from data.engine import reading

__all__ = ["DatabaseError", "problem", "problems", "said", "took_too_long"]

UNREACHABLE = "The database can't be reached, or can't be read."
UPGRADE = "Run `partnership db upgrade`."
# What SQLite and PostgreSQL call it.
ENDED = (("SQLITE_INTERRUPT", ""), ("", "57014"))
# What PostgreSQL calls what an account has no right to.
FORBIDDEN = "42501"
NEWER = "Install the newer version of the application."


def problem(engine: Engine) -> str:
    """Return what keeps the service from working, in words; nothing if all is well."""
    try:
        found = revision.current(engine)
    except DatabaseError:
        return UNREACHABLE
    if found == _newest():
        return ""
    if not found:
        return f"The database is empty. {UPGRADE}"
    # Revisions are numbers of equal length.
    way = NEWER if found > _newest() else UPGRADE
    return (
        f"The database stands at revision {found}; this version of the application needs "
        f"{_newest()}. {way}"
    )


def said(error: DatabaseError) -> str:
    """Return what a fault of the database is, for the log: its kind, and no value of a row."""
    if isinstance(error, OperationalError):
        # Of connections, locks and disks; it quotes nothing that anybody typed.
        return str(error.orig).strip()
    return type(getattr(error, "orig", None) or error).__name__


def took_too_long(error: DatabaseError) -> bool:
    """Return whether the database is well, and only ended a statement that took too long."""
    fault = getattr(error, "orig", None)
    ended = (getattr(fault, "sqlite_errorname", ""), getattr(fault, "sqlstate", ""))
    return ended in ENDED


def is_forbidden(error: DatabaseError) -> bool:
    """Return whether the account of the database has no right to do that."""
    return getattr(getattr(error, "orig", None), "sqlstate", "") == FORBIDDEN


def problems(engine: Engine) -> list[str]:
    """Return all that is wrong with the database, its contents included."""
    found = problem(engine)
    if found or engine.dialect.name != "sqlite":
        # PostgreSQL checks each page as it reads it, and never lets a reference dangle.
        return [found] if found else []
    with reading(engine) as connection:
        return [*_damage(connection), *_dangling(connection)]


@cache
def _newest() -> str:
    # It stands in the files of this version, which don't change while it runs.
    return revision.newest()


def _damage(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA integrity_check").scalars().all()
    return [f"The file is damaged: {row}" for row in rows if row != "ok"]


def _dangling(connection: Connection) -> list[str]:
    rows = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
    return [
        f"Row {row[1]} of {row[0]} points to a row of {row[2]} that isn't there." for row in rows
    ]
