"""The database that a command writes to, if it is there and in shape."""

from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.settings import Settings, SettingsError
from data import migrate
from data.engine import Engine, make_engine
from data.returns.problems import RefusedError

UPGRADE = "Run `partnership db upgrade` first."


@contextmanager
def ready_engine() -> Iterator[Engine]:
    """Give an engine without time limits on the configured database.

    Raises:
        RefusedError: The settings are wrong, or the database is not of this version.
    """
    try:
        url = Settings.from_environment().database_url
    except SettingsError as error:
        raise RefusedError(str(error), "Correct the environment and try again.") from error
    engine = make_engine(url, statement_limits=False)
    try:
        if migrate.current(engine) != migrate.head():
            raise RefusedError("The database is not prepared for this version.", UPGRADE)
        yield engine
    finally:
        engine.dispose()
