"""Have the pages of a day ready before anybody asks for them."""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from logging import getLogger
from threading import Thread, main_thread
from typing import Final

from dashboard.server import memory

# Where a server keeps its own, for whoever serves it to start.
READINESS: Final = "readiness"
# So long before midnight what the next day looks at is read.
AHEAD: Final = timedelta(minutes=15)
LOG: Final = getLogger(__name__)

# Does one part of the work each time it is asked for the next.
Prepare = Callable[[date], Iterable[object]]
Now = Callable[[], datetime]


class Readiness:
    """Prepares today when a process starts, and each day to come while the one before ends."""

    def __init__(self, prepare: Prepare, now: Now) -> None:
        """Keep how a day is prepared, and the clock; begin nothing yet."""
        self._prepare = prepare
        self._now = now

    def start(self) -> None:
        """Begin, beside whoever is served; it ends with the process, after the part it is at.

        A process that left it behind in the middle of one might be broken off by what that calls.
        """
        Thread(target=self._run, name="readiness").start()

    def prepare(self, day: date) -> None:
        """Prepare a day; whatever stands in the way then is met again by whoever asks first."""
        try:
            for _part in self._prepare(day):
                if not main_thread().is_alive():
                    return
        except Exception:
            LOG.exception("The pages of %s could not be made ready.", day)

    def _run(self) -> None:
        self.prepare(self._now().date())
        memory.settle()
        while _lives_for(until_next(self._now())):
            self.prepare((self._now() + 2 * AHEAD).date())
            memory.settle()


def _lives_for(time: timedelta) -> bool:
    """Return whether this process is still there after a while; as soon as it ends, it is not."""
    main_thread().join(time.total_seconds())
    return main_thread().is_alive()


def until_next(now: datetime) -> timedelta:
    """Return how long it is until the next day is to be prepared."""
    midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), now.tzinfo)
    left = midnight - AHEAD - now
    return left if left > timedelta(0) else left + timedelta(days=1)
