"""How long people who read wait while something else goes on, beside how long they wait usually."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import perf_counter, sleep
from typing import Final

from tests.soak.figures import Figure, Heard, faults, percentile
from tests.soak.world import World
from tests.support.crowd import Crowd
from tests.support.viewer import ASKED

READERS: Final = 20
# They hurry, so that a short time says something.
THINK: Final = 3


class Readers:
    """Twenty people who read."""

    def __init__(self, world: World) -> None:
        """Have them sign in."""
        self._kind = world.kind
        self._heard = Heard()
        self._people = world.viewers(self._heard, READERS)
        self._usually = 0.0
        self._since = 0.0

    @contextmanager
    def reading(self, seconds: float) -> Iterator[None]:
        """Have them read for a while, and go on for as long as the block lasts."""
        acts = [one.act for one in self._people]
        with Crowd(acts, THINK, [one.glance for one in self._people]):
            # The first of each have to read what is kept from then on.
            sleep(2 * THINK)
            began = perf_counter()
            sleep(seconds)
            self._usually = percentile(self._heard.of(ASKED, began), 95)
            self._since = perf_counter()
            yield

    def figures(self, promise: str, most: float) -> Iterator[Figure]:
        """Give how long they have waited since, and whether they were answered."""
        asked = self._heard.of(ASKED, self._since)
        within = percentile(asked, 95)
        print(f"    usually {self._usually:.3f} s", flush=True)
        what = "19 of 20 readers' answers within, meanwhile"
        yield Figure(promise, what, self._kind, within, most, "s", len(asked))
        yield faults(promise, self._kind, asked)
