"""What has changed since somebody's last visit, worked out for one person at a time."""

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Final

from dashboard import ids
from dashboard.looking_back import kept, since
from data.changes.last_looks import Seen, look
from data.engine import Engine
from data.lru_cache import LruCache
from data.news import Happening, happenings
from data.people.person import Person
from data.queries.news import Span
from layouts.components.since_last_look import since_last_look
from layouts.frame import Frame
from layouts.slots import Slots
from layouts.static_parts import static_children

Now = Callable[[], datetime]
# Whoever tries one filter after another asks for the same part of the history each time.
KEPT: Final = 8


def looking_back(engine: Engine, now: Now) -> Callable[[Frame, Person], Slots]:
    """Return what says, of a page that was drawn, what has changed on it for somebody.

    Args:
        engine: Of the database.
        now: Returns the moment.
    """
    lately: LruCache[Sequence[Happening]] = LruCache(KEPT)

    def slots(frame: Frame, person: Person) -> Slots:
        # Nothing of an edition changes from one visit to the next.
        if not frame.page.looks_back or person.id is None or frame.edition:
            return {}
        shown = frame.shown
        seen = Seen(now(), shown.sequence, kept(shown.figures))
        before = look(engine, person.id, shown.address, seen)

        def found(then: Seen) -> Sequence[Happening]:
            span = Span(after=then.sequence, partnerships=shown.partnerships)
            # Somebody's rights are part of who they are, so that others meet nothing of theirs.
            key = (shown.version, person, span)
            return lately.get(key, lambda: happenings(engine, person, span)[0])

        return {ids.SINCE: static_children(since_last_look(since(before, shown, found)))}

    return slots
