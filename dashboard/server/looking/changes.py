"""What's changed: corrections first, then all else by day."""

from collections.abc import Sequence
from typing import Final, TypeVar

from flask import Blueprint, Response
from werkzeug.wrappers import Response as AnyResponse

from dashboard import comma_separated, formatting
from dashboard.changed import corrected, happened, value
from dashboard.changed_table import table
from dashboard.server import plain
from dashboard.server.looking.period import DAYS, Period, period
from dashboard.server.sign_in import current
from data import news
from data.calendar import today
from data.corrections import corrections
from data.engine import Engine
from data.news import AtOnce, happenings

HOME: Final = "/changes"
# So many groups of corrections, and so many days, are read at a sitting.
GROUPS: Final = 20
A_PAGE: Final = 14
ROWS: Final = 50
Item = TypeVar("Item")


def changes(engine: Engine) -> Blueprint:
    """Return the routes of what has changed."""
    routes = Blueprint("changes", __name__)

    @routes.get(HOME)
    def every() -> AnyResponse:
        return _page(engine, period(engine, today()))

    @routes.get(f"{HOME}.csv")
    def file() -> Response:
        return _file(engine, period(engine, today()))

    return routes


def _page(engine: Engine, asked: Period) -> AnyResponse:
    here = current.person_here()
    first, whole = corrections(engine, here, asked.span)
    then, all_of_it = happenings(engine, here, asked.span)
    groups, days = corrected(first, asked.called), happened(then, asked.called)
    return plain.page(
        "looking/changes.html",
        asked=asked,
        choices=DAYS,
        count=len(first),
        groups=_some(groups, "corrections", GROUPS),
        days=_some(days, "page", A_PAGE),
        pages={"corrections": -(-len(groups) // GROUPS), "page": -(-len(days) // A_PAGE)},
        at={name: max(plain.number(name), 1) for name in ("corrections", "page")},
        at_once=_at_once(engine, asked),
        whole=whole and all_of_it,
        value=value,
        rows=ROWS,
    )


def _some(every: Sequence[Item], name: str, most: int) -> Sequence[Item]:
    first = (max(plain.number(name), 1) - 1) * most
    return every[first : first + most]


def _at_once(engine: Engine, asked: Period) -> Sequence[AtOnce]:
    """Return what came all at once; it is nobody's in particular, so that filters leave it out."""
    everything = current.person_here().partnerships is None and not asked.places
    return news.at_once(engine, asked.span.since) if everything and asked.span.since else []


def _file(engine: Engine, asked: Period) -> Response:
    here = current.person_here()
    first, whole = corrections(engine, here, asked.span)
    then, all_of_it = happenings(engine, here, asked.span)
    lines = [("Since", formatting.day(asked.since))]
    if not (whole and all_of_it):
        lines.append(("Left out", "There is more than a file may hold: ask for fewer days."))
    contents = comma_separated.written("What's changed", lines, table(first, then, asked.called))
    return plain.file(contents, "changes.csv", plain.CSV)
