"""Have the pages of a day ready before anybody asks for them."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from logging import getLogger
from threading import Thread
from time import sleep
from typing import Final

from dashboard.server import memory

# Where a server keeps its own, for whoever serves it to start.
READINESS: Final = "readiness"
# So long before midnight what the next day looks at is read.
AHEAD: Final = timedelta(minutes=15)
LOG: Final = getLogger(__name__)

Prepare = Callable[[date], None]
Now = Callable[[], datetime]


class Readiness:
    """Prepares today when a process starts, and each day to come while the one before ends."""

    def __init__(self, prepare: Prepare, now: Now) -> None:
        """Keep how a day is prepared, and the clock; begin nothing yet."""
        self._prepare = prepare
        self._now = now

    def start(self) -> None:
        """Begin, beside whoever is served; it ends with the process."""
        Thread(target=self._run, name="readiness", daemon=True).start()

    def prepare(self, day: date) -> None:
        """Prepare a day; whatever stands in the way then is met again by whoever asks first."""
        try:
            self._prepare(day)
        except Exception:
            LOG.exception("The pages of %s could not be made ready.", day)

    def _run(self) -> None:
        self.prepare(self._now().date())
        memory.settle()
        while True:
            sleep(until_next(self._now()).total_seconds())
            self.prepare((self._now() + 2 * AHEAD).date())
            memory.settle()


def until_next(now: datetime) -> timedelta:
    """Return how long it is until the next day is to be prepared."""
    midnight = datetime.combine(now.date() + timedelta(days=1), datetime.min.time(), now.tzinfo)
    left = midnight - AHEAD - now
    return left if left > timedelta(0) else left + timedelta(days=1)
