"""The databases that are measured: made once for each size, then kept under build/."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).parents[2]
FOLDER = ROOT / "build" / "bench"
COMMAND = str(Path(sys.executable).with_name("partnership"))
SEED = "1"
# The largest takes minutes, and nothing here may take for ever.
LONGEST = 3600


def made(size: str) -> Path:
    """Return the database of a size, of the newest revision; it is made if it isn't there."""
    path = FOLDER / f"{size}.db"
    if path.exists():
        partnership(path, "db", "upgrade")
        return path
    FOLDER.mkdir(parents=True, exist_ok=True)
    print(f"{size}: making {path.relative_to(ROOT)}", flush=True)
    with TemporaryDirectory(dir=FOLDER) as folder:
        unfinished = Path(folder) / path.name
        partnership(unfinished, "db", "upgrade")
        partnership(unfinished, "generate", "--size", size, "--seed", SEED)
        settled(unfinished)
        unfinished.rename(path)
    return path


def partnership(path: Path, *arguments: str) -> None:
    """Run a command of the programme on a database; what it refuses is told in its own words."""
    partnership_at(url(path), *arguments)


def partnership_at(address: str, *arguments: str) -> None:
    """Run a command on the database at an address."""
    done = subprocess.run(
        [COMMAND, *arguments],
        env={**os.environ, "DATABASE_URL": address},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=LONGEST,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"partnership {' '.join(arguments)}: {done.stdout[-2000:]}")


def environment(path: Path, **more: str) -> dict[str, str]:
    """Return this process's environment, pointed at a database."""
    return {**os.environ, **more, "DATABASE_URL": url(path)}


def url(path: Path) -> str:
    """Return the address of a database."""
    return f"sqlite:///{path}"


def settled(path: Path) -> None:
    """Bring what stands in the write-ahead log into the file itself."""
    with connection(path) as opened:
        opened.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def copied(path: Path) -> Iterator[Path]:
    """Give a copy of a database, to write to."""
    settled(path)
    with TemporaryDirectory() as folder:
        yield Path(shutil.copy(path, folder))


@contextmanager
def connection(path: Path) -> Iterator[sqlite3.Connection]:
    """Give a plain connection to a database."""
    opened = sqlite3.connect(path, isolation_level=None)
    try:
        yield opened
    finally:
        opened.close()
