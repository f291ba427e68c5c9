"""Make the engine that everything reads and writes through."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from sqlite3 import Connection as SqliteConnection
from sqlite3 import OperationalError
from time import monotonic
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import IntegrityError

# Whoever holds an engine outside data/ names its type from here.
__all__ = ["Engine", "filling", "hurried", "make_engine", "reading", "rebuilding", "writing"]

SQLITE_PRAGMAS = (
    "journal_mode=WAL",
    "busy_timeout=5000",
    "foreign_keys=ON",
    "synchronous=FULL",
    # So that what keeps the history from being cut sees a row that replaces another, too.
    "recursive_triggers=ON",
)
SQLITE_HURRIED = ("busy_timeout=100",)
SQLITE_PATIENT = ("busy_timeout=5000",)
SQLITE_FILLING = ("journal_mode=DELETE", "cache_size=-65536")
SQLITE_REBUILDING = ("foreign_keys=OFF", "cache_size=-65536")
SQLITE_REBUILT = ("foreign_keys=ON", "cache_size=-2000")
SQLITE_FILLED = ("journal_mode=WAL", "cache_size=-2000")
# Seconds after which a statement that somebody waits for is ended.
LONGEST: Final = 5
# SQLite asks as often as that, in steps of its machine; seldom enough to cost nothing.
STEPS: Final = 100_000
# Seconds in which nothing is asked while figures are added up: many on a busy machine.
IDLE: Final = 60
POSTGRESQL_LIMITS = (
    f"-c statement_timeout={LONGEST}s -c lock_timeout=3s"
    f" -c idle_in_transaction_session_timeout={IDLE}s"
)


def make_engine(url: str, *, statement_limits: bool = True) -> Engine:
    """Return a pooled engine for an SQLite file or a PostgreSQL server.

    Args:
        url: A SQLAlchemy database URL.
        statement_limits: Whether statements that take more than five seconds are ended;
            migrations and bulk loads may take longer.
    """
    if url.startswith("sqlite"):
        engine = _sqlite(url)
        if statement_limits:
            _limit(engine)
        return engine
    arguments: dict[str, Any] = {"connect_timeout": 3}
    if statement_limits:
        arguments["options"] = POSTGRESQL_LIMITS
    return create_engine(
        _with_driver(url), pool_pre_ping=True, connect_args=arguments, hide_parameters=True
    )


def _with_driver(url: str) -> str:
    scheme, _, rest = url.partition("://")
    return f"postgresql+psycopg://{rest}" if scheme in ("postgres", "postgresql") else url


def _sqlite(url: str) -> Engine:
    # What somebody typed is no part of a fault's message, which goes to the log.
    engine = create_engine(url, hide_parameters=True)

    @event.listens_for(engine, "connect")
    def prepare(connection: SqliteConnection, _record: object) -> None:
        # The driver's own transactions start too late; the next event begins them by hand.
        connection.isolation_level = None
        for pragma in SQLITE_PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        # A reader that later writes would be refused at once, so a writer says so from the start.
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


def _limit(engine: Engine) -> None:
    """End what takes too long, as PostgreSQL does by itself; many rows at once may take longer."""

    @event.listens_for(engine, "before_cursor_execute")
    def begin(connection: Connection, _cursor: Any, *_statement: Any) -> None:
        ends = monotonic() + LONGEST
        driver: Any = connection.connection.driver_connection
        driver.set_progress_handler(lambda: monotonic() > ends, STEPS)


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """Give a connection in one transaction that may write; it commits at the end or not at all."""
    with (
        engine.connect().execution_options(writes=True) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def hurried(engine: Engine) -> Iterator[Connection]:
    """Give a connection like ``writing`` for what can be left undone: it hardly waits for others.

    Raises:
        OperationalError: Somebody else is writing.
    """
    with engine.connect().execution_options(writes=True) as connection:
        _set(connection, SQLITE_HURRIED)
        try:
            with connection.begin():
                yield connection
        finally:
            _set(connection, SQLITE_PATIENT)


@contextmanager
def filling(engine: Engine) -> Iterator[Connection]:
    """Give a connection like ``writing``, made for a transaction of very many rows.

    In SQLite's write-ahead log each row would be written twice. Its older journal keeps only what
    stood there before, and is as safe; it needs the file for itself, and where others have it open
    the log stays.
    """
    with engine.connect().execution_options(writes=True) as connection:
        _set(connection, SQLITE_FILLING)
        try:
            with connection.begin():
                yield connection
        finally:
            _set(connection, SQLITE_FILLED)


@contextmanager
def rebuilding(engine: Engine) -> Iterator[Connection]:
    """Give a connection like ``writing`` that may replace every table; references count at its end.

    Raises:
        IntegrityError: A row points to one that isn't there; nothing was changed.
    """
    with engine.connect().execution_options(writes=True) as connection:
        _set(connection, SQLITE_REBUILDING)
        try:
            with connection.begin():
                yield connection
                _refuse_dangling(connection)
        finally:
            _set(connection, SQLITE_REBUILT)


def _refuse_dangling(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        found = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
        if found:
            raise IntegrityError(f"A row of {found[0]} points to nothing.", None, ValueError())


def _set(connection: Connection, pragmas: Iterable[str]) -> None:
    """Set what SQLite lets be set outside transactions alone; elsewhere there is nothing to do."""
    if connection.dialect.name != "sqlite":
        return
    driver: Any = connection.connection.driver_connection
    for pragma in pragmas:
        # Somebody else has the file open.
        with suppress(OperationalError):
            driver.execute(f"PRAGMA {pragma}")


@contextmanager
def reading(engine: Engine) -> Iterator[Connection]:
    """Give a connection that sees one state of the database, however many statements it runs."""
    options: dict[str, Any] = {}
    if engine.dialect.name == "postgresql":
        options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        yield connection
