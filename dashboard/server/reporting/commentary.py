"""Commentary of packs: drafted from the figures, changed, and confirmed by name."""

from datetime import date
from typing import Final
from urllib.parse import urlencode

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from dashboard.reports.passages import Passage, passages
from dashboard.server import plain
from dashboard.server.deciding.forms import author, today
from dashboard.server.plain import CONFLICT, UNPROCESSABLE
from dashboard.server.reporting import forms
from dashboard.server.reporting.forms import At
from dashboard.server.sign_in import current
from data.calendar import read_day
from data.changes.meetings import ChangedError
from data.changes.spoken import TO_CONFIRM, confirm, draft
from data.definitions import Definition, readable
from data.engine import Engine
from data.people.rights import demand
from data.reader import Reader
from data.returns.problems import RefusedError
from data.schema.meetings import LONGEST

HOME: Final = "/reports/commentary"
DONE: Final = {
    "drafted": "Drafted. Read each, change what it needs, and confirm it.",
    "confirmed": "Confirmed. Packs that are made from now on hold it, with your name.",
}


def commentary(engine: Engine, at: At) -> Blueprint:
    """Return the routes of commentary.

    Args:
        engine: Of the database.
        at: Returns from where whoever asks looks with a query.
    """
    routes = Blueprint("commentary", __name__, url_prefix=HOME)
    routes.add_url_rule("/", view_func=lambda: _page(engine, at), endpoint="every")
    routes.add_url_rule(
        "/draft", view_func=lambda: _draft(engine, at), methods=["POST"], endpoint="draft"
    )
    routes.add_url_rule(
        "/confirm", view_func=lambda: _confirm(engine, at), methods=["POST"], endpoint="confirm"
    )
    return routes


def _definition(engine: Engine) -> Definition:
    with Reader(engine).snapshot() as snapshot:
        there = {each.code: each for each in readable(snapshot, current.person_here())}
    found = there.get(plain.asked("report"))
    if found is None:
        abort(404)
    return found


def _partnership() -> str:
    """Return the partnership that is spoken of.

    Raises:
        DeniedError: Whoever is here confirms no commentary there.
    """
    found = plain.asked("partnership")
    demand(current.person_here(), TO_CONFIRM, found)
    return found


def _day() -> date:
    return min(read_day(plain.asked("as_at")) or today(), today())


def _here(partnership: str) -> str:
    asked = {"report": plain.asked("report"), "partnership": partnership, "as_at": _day()}
    return f"{HOME}/?{urlencode(asked)}"


def _there(engine: Engine, at: At) -> tuple[str, list[Passage]]:
    partnership = _partnership()
    return partnership, passages(at(""), _definition(engine), partnership, _day())


def _page(engine: Engine, at: At, problem: str = "", status: int = 200) -> Response:
    partnership, found = _there(engine, at)
    names = forms.offered(at(""))
    if partnership not in names:
        abort(404)
    return plain.page(
        "reports/commentary.html",
        status=status,
        problem=problem,
        typed={plain.number("comment"): plain.field("words")} if problem else {},
        done=DONE.get(plain.asked("done"), ""),
        passages=found,
        lacking=[each for each in found if each.lacks_words],
        partnership=partnership,
        name=names[partnership],
        report=plain.asked("report"),
        as_at=_day().isoformat(),
        once=plain.once(),
        longest=LONGEST,
    )


def _draft(engine: Engine, at: At) -> Response:
    partnership, found = _there(engine, at)
    lacking = [each.as_draft(partnership) for each in found if each.lacks_words]
    draft(engine, author(), lacking, plain.once())
    return plain.told(_here(partnership), "drafted")


def _confirm(engine: Engine, at: At) -> Response:
    partnership, found = _there(engine, at)
    number = plain.number("comment")
    about = next(
        (each for each in found if any(one.said.id == number for one in each.spoken)), None
    )
    if about is None:
        abort(404)
    which = number, plain.number("version")
    try:
        confirm(engine, author(), which, plain.field("words"), about.figures)
    except ChangedError:
        words = "Somebody changed it since you looked. Theirs stands in the box; nothing was saved."
        return _page(engine, at, words, CONFLICT)
    except RefusedError as refused:
        return _page(engine, at, f"{refused.problem} {refused.fix}", UNPROCESSABLE)
    return plain.told(_here(partnership), "confirmed")
