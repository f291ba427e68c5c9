"""All that a page is drawn from: one selection, one state of the data, every answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from dashboard.addresses import Asked
from dashboard.indicators.evaluate import Ask, evaluate
from dashboard.views.view import Answers, Names
from data.members import Member, chosen
from data.options import Options
from data.queries import returns
from data.reader import Snapshot, Version
from data.selection import Selection
from data.workbench import Workbench

PUBLISHED = "published"


@dataclass(frozen=True)
class MissingReturn:
    """A return that is due and has not arrived.

    Attributes:
        partnership: Code of the partnership.
        organisation: Code of the partner who owes it.
        period: The quarter it is for.
        due: The day it was due.
    """

    partnership: str
    organisation: str
    period: str
    due: date


@dataclass(frozen=True)
class Scene:
    """What is on view.

    Attributes:
        asked: What the address asks for.
        version: Which state of the data was read.
        names: Names for codes.
        answers: The figures of every question the page asks.
        members: The partners on view.
        missing: Their returns that are missing, the oldest first.
    """

    asked: Asked
    version: Version
    names: Names
    answers: Answers
    members: tuple[Member, ...]
    missing: tuple[MissingReturn, ...]

    @property
    def selection(self) -> Selection:
        """The filters in force."""
        return self.asked.selection

    @property
    def partnerships(self) -> tuple[str, ...]:
        """Codes of the partnerships on view, in the order of their names."""
        there = {member.partnership for member in self.members}
        return tuple(code for code in self.names.partnerships if code in there)


def gather(snapshot: Snapshot, options: Options, asked: Asked, asks: Iterable[Ask]) -> Scene:
    """Put every question to one state of the data, and return all there is to draw from."""
    bench = Workbench(snapshot)
    selection = asked.selection
    members = tuple(chosen(bench.members(selection.as_at), selection))
    return Scene(
        asked=asked,
        version=snapshot.version,
        names=names(options),
        answers=evaluate(bench, dict.fromkeys(asks)),
        members=members,
        missing=_missing(bench, members, selection),
    )


def names(options: Options) -> Names:
    """Return the names for codes, as the views want them."""
    return Names(
        partnerships=options.partnerships,
        organisations=options.organisations,
        regions=options.regions,
        kinds=options.kinds,
        services=options.services,
        origins=options.origins,
    )


def _missing(
    bench: Workbench, members: tuple[Member, ...], selection: Selection
) -> tuple[MissingReturn, ...]:
    # A partnership known from documents alone owes no returns.
    owing = {
        (member.partnership, member.organisation)
        for member in members
        if member.origin != PUBLISHED and member.misses(selection.years)
    }
    rows = bench.rows(returns.due(selection.as_at)) if owing else ()
    found = {
        MissingReturn(row.partnership, row.organisation, row.period, row.due)
        for row in rows
        if (row.partnership, row.organisation) in owing and row.period and not row.state
    }
    wanted = (item for item in found if _in_years(item.period, selection.years))
    return tuple(sorted(wanted, key=lambda item: (item.due, item.partnership, item.organisation)))


def _in_years(period: str, years: tuple[str, ...]) -> bool:
    return not years or period.split(" ", maxsplit=1)[0] in years
