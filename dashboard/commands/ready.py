"""The database that a command works on; a command without one is refused in words."""

from collections.abc import Iterator
from contextlib import contextmanager

from dashboard.settings import Settings, SettingsError
from data import health
from data.engine import Engine, make_engine
from data.returns.problems import RefusedError

UNREACHABLE = RefusedError(
    health.UNREACHABLE, "Check DATABASE_URL, that its folder or server is there, and your rights."
)

NOT_THE_OWNER = RefusedError(
    "This account may not change the tables of the database; nothing was changed.",
    "Name the account that owns them in MIGRATION_DATABASE_URL.",
)


@contextmanager
def configured_engine() -> Iterator[Engine]:
    """Give an engine without time limits on the configured database, whatever its shape.

    Raises:
        RefusedError: The settings are wrong.
    """
    with _engine_at("DATABASE_URL", configured_settings().database_url) as engine:
        yield engine


@contextmanager
def owners_engine() -> Iterator[Engine]:
    """Give the same, by the account that may change the shape of the database.

    Raises:
        RefusedError: The settings are wrong.
    """
    with _engine_at("MIGRATION_DATABASE_URL", _owner_url()) as engine:
        yield engine


@contextmanager
def _engine_at(setting: str, url: str) -> Iterator[Engine]:
    try:
        engine = make_engine(url, statement_limits=False)
    except (health.DatabaseError, ImportError) as error:
        raise RefusedError(
            f"{setting} is no address of a database.",
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
        RefusedError: The settings are wrong, the database is of a newer version, or its account
            may not change its shape.
    """
    with configured_engine() as engine:
        with owners_engine() as owner:
            found = {health.problem(engine), health.problem(owner)}
        if health.UNREACHABLE in found:
            raise UNREACHABLE
        if any(found):
            _upgrade(_owner_url())
        yield engine


def _upgrade(url: str) -> None:
    # It takes ten megabytes and a tenth of a second of each start, and nearly none has a need.
    from data import migrate  # noqa: PLC0415

    try:
        migrate.upgrade(url)
    except health.DatabaseError as error:
        if health.is_forbidden(error):
            raise NOT_THE_OWNER from error
        raise


def _owner_url() -> str:
    settings = configured_settings()
    return settings.owner_url or settings.database_url


def configured_settings() -> Settings:
    """Return the settings of the environment.

    Raises:
        RefusedError: They can't be used.
    """
    try:
        return Settings.from_environment()
    except SettingsError as error:
        raise RefusedError(str(error), "Correct the environment and try again.") from error
