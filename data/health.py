"""Whether the database can be reached and is of the shape this code expects."""

from sqlalchemy import Engine
from sqlalchemy.exc import SQLAlchemyError

from data import migrate


def problem(engine: Engine) -> str:
    """Return what is wrong with the database, in words; nothing if all is well."""
    try:
        found = migrate.current(engine)
    except SQLAlchemyError:
        return "The database can't be reached."
    if found == migrate.head():
        return ""
    if not found:
        return "The database is empty: run `partnership db upgrade`."
    return (
        f"The database stands at revision {found}, this version needs {migrate.head()}: "
        "run `partnership db upgrade`."
    )
