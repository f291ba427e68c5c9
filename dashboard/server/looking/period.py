"""The part of the history that an address asks for, no further than somebody may read."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from urllib.parse import parse_qsl, urlencode

from flask import request

from dashboard import addresses
from dashboard.changed import Called
from dashboard.server.plain import asked
from dashboard.server.sign_in import current
from data import options
from data.calendar import LONDON, read_day
from data.engine import Engine
from data.options import Options
from data.people.rights import demand_live
from data.queries.news import Span
from data.reader import Reader
from data.selection import Selection

DAYS: Final = (7, 30, 90)
USUAL: Final = "30"
PLACES: Final = (addresses.PARTNERSHIP, "organisation")


@dataclass(frozen=True)
class Period:
    """What is asked for.

    Attributes:
        days: How many days back, as the address says; blank where it names a day.
        since: The first day.
        known: What there is to choose from.
        selection: The partnerships and organisations chosen.
        places: The same by the names that the address has for them.
        unknown: What is asked for that isn't there, in words.
    """

    days: str
    since: date
    known: Options
    selection: Selection
    places: Sequence[tuple[str, str]]
    unknown: Sequence[str]

    @property
    def span(self) -> Span:
        """The part of the history."""
        start = datetime.combine(self.since, time(), LONDON)
        chosen = self.selection
        return Span(start, 0, chosen.partnerships, chosen.organisations)

    @property
    def whose(self) -> list[str]:
        """Names of the partnerships and organisations chosen."""
        names = dict(zip(PLACES, (self.known.partnerships, self.known.organisations), strict=True))
        return [names[name][code] for name, code in self.places]

    @property
    def called(self) -> Called:
        """Names for the codes in it."""
        return Called(self.known.partnerships, self.known.names)

    @property
    def query(self) -> str:
        """The same as a query string, without its question mark."""
        when = [("days", self.days)] if self.days else [("since", self.since.isoformat())]
        return urlencode([*when, *self.places], safe="/")


def period(engine: Engine, today: date) -> Period:
    """Return the part of the history that the address asks for.

    Raises:
        DeniedError: Editions alone are for whoever asks.
    """
    demand_live(current.person_here())
    with Reader(engine).snapshot() as snapshot:
        known = options.load(snapshot).within(current.person_here().partnerships)
    found = addresses.read(_query(), known, today)
    unknown = [f"{name} “{value}” is not known here." for name, value in found.unknown]
    wanted = asked("since")
    day = read_day(wanted)
    if wanted and (day is None or day > today):
        unknown.append(f"“{wanted}” is no day up to today.")
        day = None
    given = asked("days")
    days = "" if day else given if given in map(str, DAYS) else USUAL
    since = day or today - timedelta(days=int(days))
    return Period(days, since, known, found.selection, parse_qsl(found.query), unknown)


def _query() -> str:
    """Return what the address says of places; a choice that was left blank says nothing."""
    return urlencode(
        [(name, value) for name in PLACES for value in request.args.getlist(name) if value]
    )
