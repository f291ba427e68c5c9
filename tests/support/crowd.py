"""Many people at once, each of whom does something, thinks, and does the next thing."""

from collections.abc import Callable, Sequence
from random import Random
from threading import Event, Thread
from typing import Final

# A page that is open asks this often whether anything changed.
GLANCE: Final = 2.5


class Crowd:
    """People at work for as long as the block lasts: ``with Crowd(acts, think=10): ...``.

    They begin one after the other within the time that one of them thinks, and think now longer,
    now shorter, so that they never march in step.
    """

    def __init__(
        self,
        acts: Sequence[Callable[[], None]],
        think: float,
        glances: Sequence[Callable[[], None]] = (),
    ) -> None:
        """Keep what they do.

        Args:
            acts: For each person, what they do again and again.
            think: Seconds between two of these, on average.
            glances: For each person, what the open page does by itself meanwhile.
        """
        self._think = think
        self._ended = Event()
        nothing = [_nothing] * len(acts)
        self._threads = [
            Thread(target=self._live, args=(act, glance, number), daemon=True)
            for number, (act, glance) in enumerate(zip(acts, glances or nothing, strict=True))
        ]

    def __enter__(self) -> "Crowd":
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        for thread in self._threads:
            thread.join()

    def _live(self, act: Callable[[], None], glance: Callable[[], None], number: int) -> None:
        chance = Random(number)  # noqa: S311 - it need only be the same each time
        self._wait(chance.uniform(0, self._think), _nothing)
        while not self._ended.is_set():
            act()
            self._wait(chance.uniform(0.5, 1.5) * self._think, glance)

    def _wait(self, seconds: float, glance: Callable[[], None]) -> None:
        while seconds > 0 and not self._ended.wait(min(seconds, GLANCE)):
            seconds -= GLANCE
            if seconds > 0:
                glance()


def _nothing() -> None:
    pass
