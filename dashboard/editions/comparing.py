"""Finds the figures of the edition before, and keeps those that were asked for lately."""

from collections.abc import Sequence
from logging import getLogger
from typing import Final

from dashboard.editions import before
from dashboard.editions.before import Before
from dashboard.editions.cache import EditionCache
from dashboard.editions.standpoint import Standpoint
from data.editions.frozen import DamagedError
from data.lru_cache import LruCache
from data.options import Options
from data.selection import Selection

LOG: Final = getLogger(__name__)
# Some lines each: of every page, for whoever looks after one of many partnerships.
MOST: Final = 512


class Comparing:
    """Gives the figures to compare with."""

    def __init__(self, edition_cache: EditionCache) -> None:
        """Keep where editions are; read nothing yet."""
        self._edition_cache = edition_cache
        self._lately: LruCache[Before] = LruCache(MOST)

    def before(
        self, keys: Sequence[str], selection: Selection, known: Options, at: Standpoint
    ) -> Before | None:
        """Return figures of the edition before; nothing where there is none, or it is damaged.

        Args:
            keys: Ids of their indicators.
            selection: What is on view.
            known: What whoever asks may choose from; without a choice all of it is on view.
            at: From where they look.
        """
        partnerships = selection.partnerships or tuple(known.partnerships)
        found = self._edition_cache.before(at, partnerships, selection.as_at) if keys else None
        if found is None:
            return None
        then = selection.only(partnerships=partnerships, as_at=found.as_at)

        def made() -> Before:
            there = self._edition_cache.opened(found, frozenset(partnerships))
            return before.read(there, found, keys, then)

        try:
            return self._lately.get((found.record_sha256, tuple(keys), then), made)
        except DamagedError:
            LOG.exception("Nothing is compared with edition %s", found.number)
            return None
