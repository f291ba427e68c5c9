"""L6: a hundred people, or one program, try wrong passwords at the same moment."""

from collections import Counter
from collections.abc import Iterator
from threading import Barrier, Thread
from time import sleep
from typing import Final

from tests.soak.beside import Readers
from tests.soak.canaries import FORGED, PASSWORD
from tests.soak.figures import Figure, Heard
from tests.soak.readers import memory
from tests.soak.watching import Watch
from tests.soak.world import World
from tests.support.service import Service
from tests.support.user import Answer, User

TRIES: Final = 100
TOO_MANY, WRONG = 429, 401
# Those who read are looked at from the first try until a little after the last one is answered.
AFTER: Final = 10


def measure(world: World, seconds: float) -> Iterator[Figure]:
    """Give how much memory it takes, how those who read fare, and what the others are told."""
    readers, service = Readers(world), world.service
    with readers.reading(seconds):
        before = memory(service)
        with Watch(lambda: memory(service), 0.1) as held:
            answers = _everybody(service)
        sleep(AFTER)
    yield from readers.figures("L6", 2)
    grown = max(held.found) - before
    yield Figure("L6", "growth of memory", world.kind, max(grown, 0), 300, "MB")
    told = Counter(one.status for one in answers)
    print(f"    {dict(told)}", flush=True)
    other = TRIES - told[WRONG] - told[TOO_MANY]
    yield Figure("L6", "tries answered otherwise than 401 or 429", world.kind, other, 0)
    late = sum(one.status == TOO_MANY and not one.headers.get("Retry-After") for one in answers)
    yield Figure("L6", "of 429 without Retry-After", world.kind, late, 0, runs=told[TOO_MANY])


def _everybody(service: Service) -> list[Answer]:
    """Have all try at once, each at an address of their own, which is the worst there is."""
    ready, answers = Barrier(TRIES), []

    def wrong(number: int) -> None:
        somebody = User(service.port, f"{number}{FORGED}", f"203.0.113.{number + 1}", Heard())
        ready.wait()
        answers.append(somebody.sign_in(f"not {PASSWORD}"))

    threads = [Thread(target=wrong, args=(number,)) for number in range(TRIES)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
