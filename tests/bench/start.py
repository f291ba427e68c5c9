"""B9: from `make run` on an installed checkout to the first page."""

import subprocess
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from tests.bench import targets, tutorial_asking
from tests.bench.asking import Asker
from tests.bench.databases import ROOT, url
from tests.bench.filters import Chosen
from tests.bench.targets import Result, result
from tests.bench.turns import OURS, TUTORIAL, in_turn
from tests.support.service import serving

SIZES = frozenset("SM")
ROUNDS = 5
SECONDS = 45
MAKE = ("make", "--silent", f"--directory={ROOT}")
# Says whether anything would be installed first, which is no part of a start.
INSTALLED = (*MAKE, "--question", ".venv/.serve")


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give the row of one size."""
    if subprocess.run(INSTALLED, check=False).returncode:
        raise RuntimeError("the checkout is not installed as it stands: run `make bench`")

    jobs = {
        OURS: lambda _number: _ours(path),
        TUTORIAL: lambda _number: _tutorial(path),
    }
    yield result(targets.START, size, in_turn(jobs, ROUNDS, SECONDS))


def _ours(path: Path) -> float:
    began = perf_counter()
    with serving(url(path), (*MAKE, "run")) as service:
        service.get("/")
        Asker(service.port).open("/")
        return perf_counter() - began


def _tutorial(path: Path) -> float:
    began = perf_counter()
    with tutorial_asking.tutorial(path) as service:
        service.get("/")
        tutorial_asking.change(Asker(service.port), Chosen())
        return perf_counter() - began
