"""Set a database that is to be replaced aside, in the transaction that replaces it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from sqlalchemy import Connection, MetaData, func, select
from sqlalchemy.schema import CreateSchema

from data.backups import tables
from data.returns.problems import RefusedError
from data.revision import STANDS_AT

NOT_OURS = RefusedError(
    "The database holds tables that are not this application's; nothing was changed.",
    "Restore into an empty database.",
)


def set_aside(connection: Connection, name: str) -> str:
    """Leave an empty database to the transaction; return where the old one is kept.

    Nothing is kept of a database that was empty: the answer is empty, too.

    Raises:
        RefusedError: The database is another application's.
    """
    found = tables.found(connection)
    if not found.tables:
        return ""
    if STANDS_AT.name not in found.tables:
        raise NOT_OURS
    if connection.dialect.name == "postgresql":
        return _renamed(connection, name)
    return _copied(connection, found, name)


def _renamed(connection: Connection, name: str) -> str:
    """Give the schema another name; statements find the new one as soon as that is committed."""
    schema = connection.execute(select(func.current_schema())).scalar_one()
    quoted = connection.dialect.identifier_preparer.quote(schema)
    connection.exec_driver_sql(f"ALTER SCHEMA {quoted} RENAME TO {name}")
    connection.execute(CreateSchema(schema))
    return f"the schema {name}"


def _copied(connection: Connection, found: MetaData, name: str) -> str:
    """Copy the file beside itself; the transaction keeps others from writing meanwhile."""
    path = Path(str(connection.engine.url.database))
    beside = path.with_name(f"{path.stem}.{name}{path.suffix}")
    with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(beside)) as copy:
        old.backup(copy)
    beside.chmod(path.stat().st_mode)
    found.drop_all(connection)
    return str(beside)
