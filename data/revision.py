"""At which revision a database stands, and which is the newest; without the tool that moves it.

The service asks this before every page. What migrates a database takes ten megabytes of a process
and a second of its start, and the service never migrates one.
"""

from pathlib import Path
from typing import Final

from sqlalchemy import Engine, column, inspect, select, table

from data.engine import reading

FOLDER: Final = Path(__file__).parent / "migrations"
STANDS_AT: Final = table("alembic_version", column("version_num"))


def newest() -> str:
    """Return the newest revision that this code knows: the last of the files, by their names."""
    names = sorted(path.name for path in (FOLDER / "versions").glob("[0-9]*.py"))
    return names[-1].partition("_")[0]


def current(engine: Engine) -> str:
    """Return the revision a database stands at; empty for a database without tables."""
    with reading(engine) as connection:
        if not inspect(connection).has_table(STANDS_AT.name):
            return ""
        return connection.execute(select(STANDS_AT.c.version_num)).scalar() or ""
