"""The tests of promises, run at length; what became of them counts by promise."""

import os
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import cycle
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final
from xml.etree import ElementTree

from tests.soak import index
from tests.soak.figures import Figure, show
from tests.support.clock import MOMENTS, ZONES

PYTEST: Final = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--no-header")
# Files of tests side by side, as `make test` has them.
PARALLEL: Final = ("--numprocesses=logical", "--maxprocesses=4", "--dist=loadfile")
AT_LENGTH: Final = ("--hypothesis-profile=thorough", "--timeout=900")
# What stands up badly, signing in, figures and recovery; the rest is for each commit alone.
KINDS: Final = re.compile(r"[FR]\d|A9|A1\d|D5")
CLOCK: Final = "F8"
# Failed and broken off, as the report of a run calls them.
WRONG: Final = ("failure", "error")


def measure() -> Iterator[Figure]:
    """Give how many tests of each promise failed, of how many."""
    asked = {one: paths for one, paths in index.modules().items() if KINDS.fullmatch(one)}
    paths = sorted({path for each in asked.values() for path in each})
    named = " or ".join(f"test_{one.lower()}_" for one in asked if one != CLOCK)
    ran, wrong = _counted([*paths, "-k", named], {})
    for promise in sorted(ran):
        yield Figure(promise, "tests that failed", "", wrong[promise], 0, runs=ran[promise])


def clocks() -> Iterator[Figure]:
    """Give how many tests that are marked ``clock`` fail elsewhere and at awkward moments."""
    for moment, zone in zip(MOMENTS, cycle(ZONES)):
        ran, wrong = _counted(["tests", "-m", "clock", "--moment", moment], {"TZ": zone})
        what = f"tests that failed in {zone} on {moment[:16].replace('T', ' ')} UTC"
        yield Figure(CLOCK, what, "", wrong.total(), 0, runs=ran.total())


def _counted(arguments: Sequence[str], more: dict[str, str]) -> tuple[Counter, Counter]:
    """Return how many tests of each promise ran, and how many of them did not pass."""
    with TemporaryDirectory() as folder:
        told = Path(folder) / "told.xml"
        command = [*PYTEST, *PARALLEL, *AT_LENGTH, f"--junitxml={told}", *arguments]
        environment = {**os.environ, **more}
        done = subprocess.run(
            command, cwd=index.ROOT, env=environment, capture_output=True, text=True, check=False
        )
        if not told.exists():
            raise RuntimeError(f"the tests did not run: {done.stdout[-1000:]}{done.stderr[-1000:]}")
        # Our own run wrote it.
        cases = list(ElementTree.parse(told).iter("testcase"))  # noqa: S314
    wrong = [one for one in cases if any(one.find(kind) is not None for kind in WRONG)]
    show(f"{one.get('classname')}::{one.get('name')}" for one in wrong)
    ran = [one for one in cases if one.find("skipped") is None]
    if not ran:
        raise RuntimeError(f"no test ran: {done.stdout[-1000:]}")
    return _by_promise(ran), _by_promise(wrong)


def _by_promise(cases: Sequence[ElementTree.Element]) -> Counter:
    return Counter(index.of(one.get("name", "")) or CLOCK for one in cases)
