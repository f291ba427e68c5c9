"""How often somebody may ask, so that one program in a loop keeps nobody else waiting.

Each process counts for itself: with two of them somebody may ask twice as often. Where there is
Redis, they count together.
"""

from collections.abc import Hashable
from math import ceil
from threading import Lock
from typing import Final, Protocol

AT_ONCE: Final = 120
A_SECOND: Final = 1
REMEMBERED: Final = 10_000


class Counts(Protocol):
    """What counts how often somebody asks."""

    def wait(self, who: Hashable, now: float) -> int:
        """Return the seconds until somebody may ask; nought if at once, and then it counts."""


def counting(redis_url: str) -> Counts:
    """Return what counts, in Redis where there is one."""
    if not redis_url:
        return Limits()
    # What it takes is large, and most have none.
    from dashboard.server.shared_limits import SharedLimits  # noqa: PLC0415

    return SharedLimits(redis_url)


class Limits:
    """Lets everybody ask some times at once, and then again and again at an even pace."""

    def __init__(self, at_once: int = AT_ONCE, a_second: float = A_SECOND) -> None:
        """Keep how often that is; nobody has asked yet.

        Args:
            at_once: How many requests may come one right after the other.
            a_second: How many more may come each second.
        """
        self._room = at_once / a_second
        self._each = 1 / a_second
        # The moment at which somebody will have all their room again.
        self._free: dict[Hashable, float] = {}
        self._lock = Lock()

    def wait(self, who: Hashable, now: float) -> int:
        """Return the seconds until somebody may ask; nought if at once, and then it counts.

        Args:
            who: Who asks.
            now: The moment, in seconds of a clock that never goes back.
        """
        with self._lock:
            free = max(self._free.get(who, now), now) + self._each
            if free - now > self._room:
                return ceil(free - now - self._room)
            self._free[who] = free
            if len(self._free) > REMEMBERED:
                self._free = {one: at for one, at in self._free.items() if at > now}
            return 0
