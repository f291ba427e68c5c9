"""Commentary of packs: drafted from the figures, changed, confirmed by name, and withdrawn."""

from collections.abc import Callable
from datetime import date
from http import HTTPStatus
from typing import Any, Final
from urllib.parse import urlencode
from uuid import uuid4

from flask import Blueprint, abort
from werkzeug.wrappers import Response

from dashboard.editions.standpoint import At
from dashboard.reports.passages import Passage, passages
from dashboard.server import plain
from dashboard.server.reporting import forms
from dashboard.server.reporting.commentary_boxes import Typed, box, typed
from dashboard.server.sign_in import current
from data.calendar import read_day, today
from data.changes.commentary import withdraw
from data.changes.drafts import TO_CONFIRM, confirm, draft
from data.changes.meetings import ChangedError
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
    "withdrawn": "Withdrawn. Packs that are made from now on leave it out; the history keeps it.",
}
CHANGED: Final = (
    "Somebody changed it since you looked, and nothing was saved. Theirs stands above your words: "
    "confirm yours, if they are to take its place, or withdraw theirs."
)


Act = Callable[[int, Typed, Passage], None]


def commentary(engine: Engine, at: At) -> Blueprint:
    """Return the routes of commentary.

    Args:
        engine: Of the database.
        at: Returns from where whoever asks looks with a query.
    """
    routes = Blueprint("commentary", __name__, url_prefix=HOME)
    routes.add_url_rule(
        "/",
        view_func=lambda: _page(engine, at, done=DONE.get(plain.asked("done"), "")),
        endpoint="every",
    )
    routes.add_url_rule(
        "/draft", view_func=lambda: _draft(engine, at), methods=["POST"], endpoint="draft"
    )
    routes.add_url_rule(
        "/confirm", view_func=lambda: _confirm(engine, at), methods=["POST"], endpoint="confirm"
    )
    routes.add_url_rule(
        "/withdraw", view_func=lambda: _withdraw(engine, at), methods=["POST"], endpoint="withdraw"
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


def _page(engine: Engine, at: At, *, status: int = 200, settled: int = 0, **told: Any) -> Response:
    """Return the page, with whatever is typed in its boxes and not confirmed yet.

    Args:
        engine: Of the database.
        at: Returns from where whoever asks looks with a query.
        status: Of the answer.
        settled: Number of the comment whose box is not typed in any longer.
        told: What else the page says.
    """
    partnership, found = _there(engine, at)
    names = forms.offered(at(""))
    if partnership not in names:
        abort(404)
    return plain.page(
        "reports/commentary.html",
        status=status,
        typed=typed(found, settled),
        passages=found,
        lacking=[each for each in found if each.lacks_words],
        partnership=partnership,
        name=names[partnership],
        report=plain.asked("report"),
        as_at=_day().isoformat(),
        once=uuid4().hex,
        longest=LONGEST,
        **told,
    )


def _done(engine: Engine, at: At, done: str, settled: int = 0) -> Response:
    """Return the page that says what was done: in place of the form, if more is typed there."""
    partnership, found = _there(engine, at)
    if typed(found, settled):
        return _page(engine, at, settled=settled, done=DONE[done])
    return plain.redirect_done(_here(partnership), done)


def _draft(engine: Engine, at: At) -> Response:
    partnership, found = _there(engine, at)
    lacking = [each.as_draft(partnership) for each in found if each.lacks_words]
    draft(engine, current.author(), lacking, plain.once())
    return _done(engine, at, "drafted")


def _confirm(engine: Engine, at: At) -> Response:
    def act(number: int, its: Typed, about: Passage) -> None:
        confirm(engine, current.author(), (number, its.version), its.words, about.figures)

    return _try(engine, at, act, "confirmed")


def _withdraw(engine: Engine, at: At) -> Response:
    def act(number: int, its: Typed, _about: Passage) -> None:
        withdraw(engine, current.author(), number, its.version, its.reason)

    return _try(engine, at, act, "withdrawn")


def _try(engine: Engine, at: At, act: Act, done: str) -> Response:
    """Do something about the comment that the form names, and return what became of it."""
    _, found = _there(engine, at)
    number = plain.number("comment")
    about = next(
        (each for each in found if any(one.said.id == number for one in each.spoken)), None
    )
    if about is None:
        abort(404)
    try:
        act(number, box(number), about)
    except ChangedError:
        return _page(engine, at, status=HTTPStatus.CONFLICT, problem=CHANGED, changed=number)
    except RefusedError as refused:
        withdrawing = number if done == "withdrawn" else 0
        return _page(
            engine,
            at,
            status=HTTPStatus.UNPROCESSABLE_ENTITY,
            problem=refused.words,
            withdrawing=withdrawing,
        )
    return _done(engine, at, done, number)
