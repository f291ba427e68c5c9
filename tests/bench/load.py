"""B5: many people at once, signed in, on a service of two processes."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.client import HTTPException
from pathlib import Path
from random import Random
from time import perf_counter, sleep

from tests.bench import reading, targets, tutorial_asking
from tests.bench.asking import Asker, ready
from tests.bench.databases import url
from tests.bench.filters import Choices, Chosen, choices
from tests.bench.targets import Result, Target, result
from tests.bench.turns import OURS
from tests.support.crowd import Crowd
from tests.support.service import Service, serving

SIZES = frozenset("M")
# How many people, how many seconds each thinks, and what that is to reach.
CROWDS = (
    (50, 3, targets.LOAD_CHANGE, targets.LOAD_LOST),
    (500, 30, targets.LOAD_MANY, targets.LOAD_MANY_LOST),
)
MEASURED = 60
# As many as keep two processes busy without waiting for each other.
AT_ONCE, FLAT_OUT = 8, 15
# The tutorial's page takes seconds for one change of one reader.
PATIENT = 4
# One choice in so many is one that nobody made before.
SELDOM = 10
PROCESSES = 2


@dataclass
class Heard:
    """What everybody had to wait, in milliseconds, and how many had no answer."""

    took: list[float] = field(default_factory=list)
    lost: int = 0


class Reader:
    """Somebody with /placements open, who changes a filter now and then."""

    def __init__(self, asker: Asker, known: Choices, heard: Heard, number: int) -> None:
        """Open the page; the number tells readers apart."""
        self._asker = asker
        self._often, self._seldom = known.cycle(), known.others()
        self._chance = Random(number)  # noqa: S311 - it need only be the same each time
        self._heard = heard
        asker.open()

    def act(self) -> None:
        """Change a filter, and note how long that took."""
        try:
            self._heard.took.append(self._asker.change(self._next()))
        except (OSError, HTTPException, RuntimeError):
            self._heard.lost += 1

    def _next(self) -> Chosen:
        seldom = self._chance.randrange(SELDOM) == 0
        return self._chance.choice(self._seldom if seldom else self._often)


def measure(path: Path, size: str) -> Iterator[Result]:
    """Give the rows of one size: what each crowd waits, and how many changes a second there are."""
    known = choices(path)
    with served(path, known) as service:
        for count, think, waited, lost in CROWDS:
            yield from _crowd(service, known, size, (count, think, waited, lost))
        peer = _tutorial(path, known) if size in tutorial_asking.SIZES else None
        flat_out = _flat_out(service, known)
        yield Result(targets.LOAD_SUSTAINED, size, flat_out, tutorial=peer)


@contextmanager
def served(path: Path, known: Choices) -> Iterator[Service]:
    """Give a service of two processes, in which nobody reads without signing in."""
    reading.add(path)
    environment = {"WEB_CONCURRENCY": str(PROCESSES), **reading.CLOSED}
    with serving(url(path), **environment) as service:
        # So often that each process has been met with nearly everything.
        for _ in range(2 * PROCESSES):
            ready(service)
            reader = Asker(service.port, reading.cookie(service.port))
            reader.open()
            reader.visit(known.cycle())
            reader.close()
        yield service


def readers(service: Service, known: Choices, count: int, heard: Heard) -> list[Reader]:
    """Return people who read a service, each with a session of their own."""
    return [
        Reader(Asker(service.port, reading.cookie(service.port)), known, heard, number)
        for number in range(count)
    ]


def _crowd(
    service: Service, known: Choices, size: str, wanted: tuple[int, float, Target, Target]
) -> Iterator[Result]:
    count, think, waited, lost = wanted
    heard = Heard()
    everybody = readers(service, known, count, heard)
    with Crowd([one.act for one in everybody], think):
        sleep(MEASURED)
    yield result(waited, size, {OURS: heard.took})
    yield Result(lost, size, heard.lost, runs=len(heard.took))


def _flat_out(service: Service, known: Choices) -> float:
    """Return how many changes a second are answered to people who never think."""
    heard = Heard()
    everybody = readers(service, known, AT_ONCE, heard)
    ends = perf_counter() + FLAT_OUT

    def ask(reader: Reader) -> None:
        while perf_counter() < ends:
            reader.act()

    with ThreadPoolExecutor(AT_ONCE) as people:
        list(people.map(ask, everybody))
    return len(heard.took) / FLAT_OUT


def _tutorial(path: Path, known: Choices) -> float:
    """Return how many changes a second the tutorial's page answers."""
    with ExitStack() as stack:
        port = stack.enter_context(tutorial_asking.tutorial(path)).port
        asked = [known.simple()[number] for number in range(PATIENT)]
        began = perf_counter()
        with ThreadPoolExecutor(PATIENT) as people:
            list(people.map(lambda one: tutorial_asking.change(Asker(port), one), asked))
        return PATIENT / (perf_counter() - began)
