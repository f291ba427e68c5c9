"""B8: files by command line, from the start of the command to its end, alone and beside readers."""

from collections.abc import Iterator
from pathlib import Path

from tests.bench import load, targets
from tests.bench.databases import connection, copied, partnership
from tests.bench.filters import Choices, choices
from tests.bench.targets import Result, result
from tests.bench.turns import MILLISECONDS, OURS, SQL, in_turn, timed
from tests.bench.writing import OWN, SHEET, more, written
from tests.support.crowd import Crowd

SIZES = frozenset("S")
MANY, FEW = 100_000, 5_000
ROUNDS, FEWER = 5, 3
# They change a filter every few seconds.
READERS, THINK = 20, 3
SECONDS = 90
VALUES = f"""
INSERT INTO {SHEET} ({", ".join(OWN)}, updated_at, updated_by)
VALUES ({", ".join(f":{name}" for name in OWN)}, datetime(), 'raw SQL')
"""


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give a row for many rows taken in, and for fewer, alone and beside readers."""
    with copied(path) as copy:
        preview = in_turn(
            {OURS: lambda number: _taken(copy, f"p{number}", FEW, "--dry-run")}, ROUNDS, SECONDS
        )
        yield result(targets.IMPORT_PREVIEW, size, preview)
        yield result(targets.IMPORT_COMMIT, size, _compared(copy, "c", FEW, ROUNDS))
        yield from _beside_readers(copy, choices(path), size)
        yield result(targets.IMPORT_MANY, size, _compared(copy, "m", MANY, 1))


def _beside_readers(copy: Path, known: Choices, size: str) -> Iterator[Result]:
    with load.served(copy, known) as service:
        everybody = load.readers(service, known, READERS, load.Heard())
        with Crowd([one.act for one in everybody], THINK):
            preview = [_taken(copy, f"bp{n}", FEW, "--dry-run") for n in range(FEWER)]
            commit = [_taken(copy, f"bc{n}", FEW) for n in range(FEWER)]
    yield result(targets.PREVIEW_BESIDE, size, {OURS: preview})
    yield result(targets.COMMIT_BESIDE, size, {OURS: commit})


def _compared(copy: Path, name: str, many: int, rounds: int):
    jobs = {
        OURS: lambda number: _taken(copy, f"{name}{number}", many),
        SQL: lambda number: _inserted(copy, f"{name}{number}-sql", many),
    }
    return in_turn(jobs, rounds, SECONDS)


def _taken(copy: Path, name: str, many: int, *options: str) -> float:
    """Return the seconds that the command takes for a file of new placements."""
    file = copy.with_name(f"{name}.csv")
    written(file, more(copy, name, many))
    command = ("import", str(file), "--sheet", SHEET, *options)
    return timed(lambda: partnership(copy, *command)) / MILLISECONDS


def _inserted(copy: Path, name: str, many: int) -> float:
    """Return the seconds that a bare insert of such rows takes, in one transaction."""
    rows = more(copy, name, many)

    def insert() -> None:
        with connection(copy) as opened:
            opened.execute("BEGIN")
            opened.executemany(VALUES, rows)
            opened.execute("COMMIT")

    return timed(insert) / MILLISECONDS
