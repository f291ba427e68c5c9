"""How often somebody may ask, counted together by all processes on all machines."""

from collections.abc import Hashable
from logging import getLogger
from threading import Lock
from typing import Final

from redis import Redis, RedisError

from dashboard.server.limits import A_SECOND, AT_ONCE, Limits

LOG: Final = getLogger(__name__)
# Whoever asks waits so long for Redis, and no longer.
PATIENCE: Final = 0.25
# For so long nobody tries again after it did not answer.
REST: Final = 5.0
NAME: Final = "partnership:limit:{}"
# As ``Limits`` counts, by the one clock that all machines have in common, and in one step.
SCRIPT: Final = """
local time = redis.call('TIME')
local now = time[1] + time[2] / 1000000
local free = math.max(tonumber(redis.call('GET', KEYS[1]) or now), now) + ARGV[2]
local over = free - now - ARGV[1]
-- So late in the century a moment is known no better than to a fraction of a millionth.
if over > 0.00001 then
    return math.ceil(over)
end
redis.call('SET', KEYS[1], string.format('%.6f', free), 'EX', math.ceil(ARGV[1]) + 1)
return 0
"""


class SharedLimits:
    """Counts in Redis; while that is away each process counts for itself, and the log says so."""

    def __init__(self, url: str, at_once: int = AT_ONCE, a_second: float = A_SECOND) -> None:
        """Keep how often somebody may ask; connect when somebody does.

        Args:
            url: Of Redis.
            at_once: How many requests may come one right after the other.
            a_second: How many more may come each second.
        """
        redis = Redis.from_url(url, socket_timeout=PATIENCE, socket_connect_timeout=PATIENCE)
        self._ask = redis.register_script(SCRIPT)
        self._how_often = (at_once / a_second, 1 / a_second)
        self._own = Limits(at_once, a_second)
        self._away_until: float | None = None
        self._lock = Lock()

    def wait(self, who: Hashable, now: float) -> int:
        """Return the seconds until somebody may ask; nought if at once, and then it counts.

        Args:
            who: Who asks.
            now: The moment, in seconds of a clock that never goes back.
        """
        if self._away_until is not None and now < self._away_until:
            return self._own.wait(who, now)
        try:
            found = int(self._ask([NAME.format(who)], self._how_often))
        except RedisError as error:
            self._note(now + REST, "Redis is away (%s): each process counts for itself", error)
            return self._own.wait(who, now)
        self._note(None, "Redis is back: all processes count together%s", "")
        return found

    def _note(self, away_until: float | None, words: str, told: object) -> None:
        """Say, once, that Redis went or came back."""
        with self._lock:
            changed = (self._away_until is None) != (away_until is None)
            self._away_until = away_until
        if changed:
            LOG.warning(words, type(told).__name__ if told else "")
