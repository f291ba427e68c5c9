"""L5: a query that never ends holds up whoever asked, for some seconds, and nobody else."""

from collections.abc import Iterator
from time import perf_counter, sleep
from typing import Final

from tests.soak.beside import Readers
from tests.soak.figures import Figure, Heard
from tests.soak.world import World
from tests.support.application import question
from tests.support.user import JSON, User

WORDS: Final = b"That took too long"
# So many times, with people reading on in between.
TIMES: Final = 4
PAUSE: Final = 3


def measure(world: World, seconds: float) -> Iterator[Figure]:
    """Give how long whoever asked waits for a plain message, and how the others fare."""
    readers = Readers(world)
    asker = world.viewer(Heard(), 0)
    with readers.reading(seconds):
        waited, told = zip(*(_ask(asker, number) for number in range(TIMES)), strict=True)
    yield from readers.figures("L5", 1)
    yield Figure("L5", "the longest wait for a message", world.kind, max(waited), 6, "s", TIMES)
    yield Figure("L5", "answers without it", world.kind, TIMES - sum(told), 0, runs=TIMES)


def _ask(asker: User, number: int) -> tuple[float, bool]:
    """Look from a day from which nobody looked before, so that its rows must be added up."""
    body = question("/placements", f"?as_at=2024-03-{number + 1:02}")
    began = perf_counter()
    answer = asker.callback("slow", body, JSON | {"X-Never-Ends": "1"})
    waited = perf_counter() - began
    sleep(PAUSE)
    return waited, WORDS in answer.text
