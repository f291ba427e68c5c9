"""What is done at a desk: a return moves on, a query gets its reason, a change is taken back."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Final

from flask import Blueprint, request
from werkzeug.wrappers import Response

from dashboard.server import plain
from dashboard.server.plain import field, redirect_done
from dashboard.server.updating import desk as desks
from dashboard.server.updating.work import desk_page
from data.changes import confirming, reasons, states, undo
from data.changes.author import Author
from data.engine import Engine
from data.returns.problems import RefusedError
from data.returns.return_key import ReturnKey

Act = Callable[[Engine, Author, ReturnKey], str]


def steps(engine: Engine) -> Blueprint:
    """Return the routes of all that is done at a desk."""
    routes = Blueprint("update_steps", __name__, url_prefix="/update/<partnership>/<organisation>")
    for name, act in ACTS.items():
        routes.add_url_rule(f"/{name}", name, partial(_try, engine, act), methods=["POST"])
    return routes


def _try(engine: Engine, act: Act, partnership: str, organisation: str) -> Response:
    where = desks.at(engine, partnership, organisation)
    which = ReturnKey(partnership, organisation, field("period"))
    try:
        done = act(engine, desks.author(where, "form"), which)
    except RefusedError as refused:
        return desk_page(engine, partnership, organisation, refused.words)
    return redirect_done(desks.home(where), done)


def _move(engine: Engine, author: Author, which: ReturnKey) -> str:
    states.take(engine, author, which, field("step"), field("reason"))
    return field("step")


def _confirm(engine: Engine, author: Author, which: ReturnKey) -> str:
    confirming.confirm(engine, author, which, request.form.getlist("sheet"))
    return "confirm"


def _give_reason(engine: Engine, author: Author, _which: ReturnKey) -> str:
    reasons.give(engine, author, plain.number("query"), field("reason"))
    return "reason"


def _take_back(engine: Engine, author: Author, _which: ReturnKey) -> str:
    if upload := plain.number("upload"):
        undo.undo_upload(engine, author, upload)
    else:
        undo.undo(engine, author, plain.number("change"))
    return "undo"


# By the last part of the address.
ACTS: Final[Mapping[str, Act]] = {
    "return": _move,
    "confirm": _confirm,
    "reason": _give_reason,
    "undo": _take_back,
}
