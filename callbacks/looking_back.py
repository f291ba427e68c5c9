"""What has changed since somebody's last visit, worked out for one person at a time."""

from collections.abc import Callable
from datetime import datetime

from dashboard import ids
from dashboard.looking_back import kept, since
from data.changes.last_looks import Seen, look
from data.engine import Engine
from data.news import happenings
from data.people.person import Person
from data.queries.news import Span
from layouts.components.since_last_look import since_last_look
from layouts.frame import Frame
from layouts.slots import Slots
from layouts.static_parts import static_children

Now = Callable[[], datetime]


def looking_back(engine: Engine, now: Now) -> Callable[[Frame, Person], Slots]:
    """Return what says, of a page that was drawn, what has changed on it for somebody.

    Args:
        engine: Of the database.
        now: Returns the moment.
    """

    def slots(frame: Frame, person: Person) -> Slots:
        # Nothing of an edition changes from one visit to the next.
        if not frame.page.looks_back or person.id is None or frame.edition:
            return {}
        shown = frame.shown
        seen = Seen(now(), shown.sequence, kept(shown.figures))
        before = look(engine, person.id, shown.address, seen)
        span = Span(after=before.sequence, partnerships=shown.partnerships) if before else None
        found = happenings(engine, person, span)[0] if span else ()
        return {ids.SINCE: static_children(since_last_look(since(before, shown, found)))}

    return slots
