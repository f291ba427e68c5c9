"""The database that a command works on; a command without one is refused in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.settings import Settings, SettingsError
from data import health, migrate
from data.engine import Engine, make_engine
from data.returns.problems import RefusedError

UNREACHABLE = RefusedError(
    health.UNREACHABLE, "Check DATABASE_URL, that its folder or server is there, and your rights."
)


@contextmanager
def configured_engine() -> Iterator[Engine]:
    """Give an engine without time limits on the configured database, whatever its shape.

    Raises:
        RefusedError: The settings are wrong.
    """
    try:
        engine = make_engine(_url(), statement_limits=False)
    except (health.DatabaseError, ImportError) as error:
        raise RefusedError(
            "DATABASE_URL is no address of a database.",
            "Write it like postgresql://user:password@host/name.",
        ) from error
    try:
        yield engine
    finally:
        engine.dispose()


@contextmanager
def ready_engine() -> Iterator[Engine]:
    """Give an engine on the configured database.

    Raises:
        RefusedError: The settings are wrong, or the database is not of this version.
    """
    with configured_engine() as engine:
        found = health.problem(engine)
        if found == health.UNREACHABLE:
            raise UNREACHABLE
        if found:
            raise RefusedError(found, "Then try again.")
        yield engine


@contextmanager
def upgraded_engine() -> Iterator[Engine]:
    """Give an engine on the configured database, brought to the newest revision first.

    Raises:
        RefusedError: The settings are wrong, or the database is of a newer version.
    """
    with configured_engine() as engine:
        if health.problem(engine) == health.UNREACHABLE:
            raise UNREACHABLE
        migrate.upgrade(_url())
        yield engine


def _url() -> str:
    return configured_settings().database_url


def configured_settings() -> Settings:
    """Return the settings of the environment.

    Raises:
        RefusedError: They can't be used.
    """
    try:
        return Settings.from_environment()
    except SettingsError as error:
        raise RefusedError(str(error), "Correct the environment and try again.") from error
