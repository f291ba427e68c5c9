"""L1 and L2: fifty people read for minutes, and ten save while they do."""

from collections.abc import Iterator
from time import perf_counter, sleep
from typing import Final

from tests.soak.figures import Figure, Heard, faults, percentile
from tests.soak.world import World
from tests.soak.writers import Writers
from tests.support.crowd import Crowd
from tests.support.service import Service
from tests.support.viewer import ASKED, GLANCE

THINK: Final = 10
# The rest of the time is for those who save besides.
ALONE: Final = 0.6
# What a process takes in its first two minutes is not growth; in a short run, most of it.
SETTLING: Final = 120
MOST_OF_IT: Final = 2 / 3
MEGABYTE: Final = 1024 * 1024


def measure(world: World, seconds: float) -> Iterator[Figure]:
    """Give the figures of a time in which people read, and then some save besides."""
    heard, saves = Heard(), Heard()
    viewers = world.viewers(heard)
    writers = Writers(world, saves)
    acts, glances = [one.act for one in viewers], [one.glance for one in viewers]
    with Crowd(acts, THINK, glances):
        yield from _alone(world, heard, seconds * ALONE)
        since = perf_counter()
        with writers.at_work():
            sleep(seconds * (1 - ALONE))
        yield from _beside(world, heard, since)
    yield from writers.figures()


def _alone(world: World, heard: Heard, seconds: float) -> Iterator[Figure]:
    since = perf_counter()
    settling = min(SETTLING, seconds * MOST_OF_IT)
    sleep(settling)
    before = memory(world.service)
    sleep(seconds - settling)
    grown = memory(world.service) - before
    asked = heard.of(ASKED, since)
    yield Figure(
        "L1", "19 of 20 answers within", world.kind, percentile(asked, 95), 1, "s", len(asked)
    )
    yield Figure(
        "L1", "99 of 100 answers within", world.kind, percentile(asked, 99), 2.5, "s", len(asked)
    )
    yield faults("L1", world.kind, [*asked, *heard.of((GLANCE,), since)])
    yield Figure("L1", "growth of memory", world.kind, max(grown, 0), 50, "MB")


def _beside(world: World, heard: Heard, since: float) -> Iterator[Figure]:
    asked = heard.of(ASKED, since)
    what = "19 of 20 readers' answers within, meanwhile"
    yield Figure("L2", what, world.kind, percentile(asked, 95), 1, "s", len(asked))
    yield faults("L2", world.kind, asked)


def memory(service: Service) -> float:
    """Return the megabytes that all processes of a service hold."""
    return sum(one.memory_info().rss for one in service.processes()) / MEGABYTE
