"""The file of a backup: what it is, the digest of the rest, then lines of JSON made smaller.

The digest is over every byte that follows it, so that one changed or missing byte is found before
anything is done with the file.
"""

import gzip
import os
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import IO, Any, Final

import orjson

from data.returns.problems import RefusedError

FIRST: Final = b"Backup of the Teaching Partnership Dashboard, form 1\n"
DIGEST: Final = 64
BEGINS: Final = len(FIRST) + DIGEST + 1
AT_ONCE: Final = 1 << 20
Write = Callable[[Any], None]

FOREIGN: Final = RefusedError(
    "This is no backup of this application.", "Name a file that `partnership backup` wrote."
)
DAMAGED: Final = RefusedError(
    "The backup is damaged: its contents are not those that were written.",
    "Use another copy of it, or the backup before it.",
)


class _Summing:
    """A file for writing that adds up the digest of what goes into it."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        self.sum = sha256()

    def write(self, some: bytes) -> int:
        self.sum.update(some)
        return self._file.write(some)

    def flush(self) -> None:
        self._file.flush()


@contextmanager
def creating(path: Path) -> Iterator[Write]:
    """Give what writes a line; the file has its name once it is whole and on the disk.

    Raises:
        RefusedError: There is something of that name already.
        OSError: The file can't be written.
    """
    if path.exists():
        raise RefusedError(f"{path} is there already.", "Name a file that is not there yet.")
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    try:
        # It holds all that is known of people: nobody else on the machine may read it.
        with os.fdopen(os.open(part, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600), "w+b") as file:
            yield from _lines_into(file)
            file.flush()
            os.fsync(file.fileno())
        verify(part)
        part.rename(path)
    finally:
        part.unlink(missing_ok=True)


def _lines_into(file: IO[bytes]) -> Iterator[Write]:
    file.write(FIRST + b"0" * DIGEST + b"\n")
    summing: Any = _Summing(file)
    with gzip.GzipFile(fileobj=summing, mode="wb", compresslevel=6, mtime=0, filename="") as packed:
        yield lambda line: _write(packed, line)
    file.seek(len(FIRST))
    file.write(summing.sum.hexdigest().encode())


def _write(packed: gzip.GzipFile, line: Any) -> None:
    packed.write(orjson.dumps(line, option=orjson.OPT_APPEND_NEWLINE))


def verify(path: Path) -> None:
    """Make sure that a file is a backup, and as it was written.

    Raises:
        RefusedError: It is none, or is damaged.
        OSError: It can't be read.
    """
    with path.open("rb") as file:
        if file.read(len(FIRST)) != FIRST:
            raise FOREIGN
        said = file.read(DIGEST + 1)
        found = sha256()
        while some := file.read(AT_ONCE):
            found.update(some)
    if said != f"{found.hexdigest()}\n".encode():
        raise DAMAGED


def lines(path: Path) -> Generator[Any]:
    """Give what each line of a verified backup says.

    Raises:
        RefusedError: It says something else than a backup.
    """
    with path.open("rb") as file:
        file.seek(BEGINS)
        try:
            with gzip.GzipFile(fileobj=file) as packed:
                yield from map(orjson.loads, packed)
        except (OSError, EOFError, orjson.JSONDecodeError) as error:
            raise FOREIGN from error
