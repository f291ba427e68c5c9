"""Looks at something again and again while something else goes on."""

from collections.abc import Callable
from threading import Event, Thread
from typing import Any


class Watch:
    """Looks for as long as the block lasts.

    Attributes:
        found: What was found each time.
    """

    def __init__(self, look: Callable[[], Any], every: float) -> None:
        """Keep how to look, and the seconds between two looks."""
        self.found: list[Any] = []
        self._look = look
        self._every = every
        self._ended = Event()
        self._thread = Thread(target=self._go_on, daemon=True)

    def __enter__(self) -> "Watch":
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()
        self._thread.join()

    def _go_on(self) -> None:
        while not self._ended.is_set():
            self.found.append(self._look())
            self._ended.wait(self._every)
