"""B6: what a worker holds, after its first changes and after ten thousand."""

from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

import psutil

from tests.bench import targets
from tests.bench.asking import asker, settled
from tests.bench.filters import choices
from tests.bench.targets import Result

SIZES = frozenset("M")
EARLY, ALL = 1000, 10_000
# One reader in so many asks what nobody asked before.
SELDOM = 50
SECONDS = 300
MEGABYTE = 1024 * 1024


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give the rows of one size: after warm-up, after every change, and the growth between."""
    known = choices(path)
    others = iter(known.others())
    with settled(path) as service, asker(service) as reader:
        worker = service.processes()[-1]
        again = reader.visit(known.cycle())
        held = {0: _held(worker)}
        ends = perf_counter() + SECONDS
        for number in range(1, ALL + 1):
            new = None if number % SELDOM else next(others, None)
            reader.change(new or again[number % len(again)])
            if number in (EARLY, ALL):
                held[number] = _held(worker)
            if perf_counter() > ends:
                raise RuntimeError(f"only {number:,} changes in {SECONDS} s")
        whole = worker.memory_info().rss / MEGABYTE
    yield Result(targets.MEMORY_WARM, size, held[0])
    yield Result(targets.MEMORY_LATER, size, held[ALL])
    yield Result(targets.MEMORY_GROWTH, size, held[ALL] - held[EARLY])
    yield Result(targets.MEMORY_WHOLE, size, whole)


def _held(worker: psutil.Process) -> float:
    """Return what a process takes of the machine: of what several share, each has its part."""
    return worker.memory_full_info().pss / MEGABYTE
