"""Bring a database to the shape this code expects, and say whether it has it."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from alembic.util.exc import CommandError
from sqlalchemy import Connection

from data.engine import make_engine, writing
from data.returns.problems import RefusedError
from data.revision import FOLDER


class NewerDatabaseError(RefusedError):
    """The database was made by a newer version of this application."""


def upgrade(url: str) -> str:
    """Bring the database to the newest revision, creating it where needed; return the revision.

    Raises:
        NewerDatabaseError: The database is ahead of this code; nothing was changed.
    """
    engine = make_engine(url, statement_limits=False)
    try:
        with writing(engine) as connection:
            _refuse_newer(connection)
            bring(connection, "head")
    finally:
        engine.dispose()
    return head()


def bring(connection: Connection, revision: str) -> None:
    """Bring the database up to a revision, in the connection's transaction."""
    command.upgrade(config(connection), revision)


def head() -> str:
    """Return the newest revision that this code knows."""
    return ScriptDirectory.from_config(config()).get_current_head() or ""


def refuse_unknown(revision: str, what: str = "backup") -> None:
    """Refuse what stands at a revision that this code does not know.

    Raises:
        NewerDatabaseError: It was made by a newer version of this application.
    """
    try:
        ScriptDirectory.from_config(config()).get_revision(revision)
    except CommandError as error:
        raise NewerDatabaseError(
            f"The {what} stands at revision {revision}, which this version of the application "
            "does not know; nothing was changed.",
            "Install the newer version.",
        ) from error


def _refuse_newer(connection: Connection) -> None:
    revision = MigrationContext.configure(connection).get_current_revision()
    if revision is not None:
        refuse_unknown(revision, "database")


def config(connection: Connection | None = None) -> Config:
    """Return how the tool that moves a database finds its way, on a connection if one is given."""
    found = Config()
    found.set_main_option("script_location", str(FOLDER))
    found.attributes["connection"] = connection
    return found
