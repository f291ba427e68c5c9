"""What needs a decision, what was agreed, who does it and by when."""

from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, Final
from uuid import uuid4

from flask import Blueprint, redirect, request
from werkzeug.wrappers import Response

from dashboard import hrefs
from dashboard.attention.rules import RULES
from dashboard.indicators import INDICATORS
from dashboard.server import plain
from dashboard.server.deciding import forms
from dashboard.server.deciding.forms import Look
from dashboard.server.plain import field
from dashboard.server.sign_in import current
from data import meetings
from data.calendar import today
from data.changes.meetings import ChangedError, agree, amend
from data.engine import Engine
from data.meetings import Action
from data.people.rights import may
from data.returns.problems import RefusedError

DONE: Final[Mapping[str, str]] = {"kept": "Kept.", "changed": "Changed."}


def actions(engine: Engine, look: Look) -> Blueprint:
    """Return the routes of exceptions, actions and decisions.

    Args:
        engine: Of the database.
        look: Finds what needs a decision.
    """
    routes = Blueprint("actions", __name__, url_prefix="/actions")
    routes.add_url_rule("/", view_func=lambda: _every(engine, look), endpoint="every")
    routes.add_url_rule("/new", view_func=lambda: _form(look), endpoint="form")
    routes.add_url_rule("/", view_func=lambda: _keep(engine, look), methods=["POST"])
    routes.add_url_rule(
        "/<int:number>", view_func=lambda number: _one(engine, look, number), endpoint="one"
    )
    routes.add_url_rule(
        "/<int:number>",
        view_func=lambda number: _change(engine, look, number),
        methods=["POST"],
        endpoint="change",
    )
    return routes


def _every(engine: Engine, look: Look) -> Response:
    scene = look(request.query_string.decode("utf-8", "replace"))
    agreed = [
        each
        for each in meetings.agreed(engine, current.person_here())
        if each.partnership in scene.partnerships
    ]
    return plain.page(
        "actions/every.html",
        scene=scene,
        partnerships=scene.names.partnerships,
        chosen=scene.selection.partnerships,
        raised=scene.raised,
        rules=RULES,
        headings=forms.HEADINGS,
        open=[each for each in agreed if each.state == "open"],
        closed=[each for each in agreed if each.state != "open"],
        overdue={each.id for each in agreed if each.is_overdue(today())},
        keeps=forms.keeps_for(scene),
        names=forms.place_names(scene),
        indicators=INDICATORS,
        query=scene.asked.query,
        done=DONE.get(plain.asked("done"), ""),
    )


def _form(look: Look, problem: str = "") -> Response:
    partnership = plain.asked("partnership")
    scene = look(forms.of_partnership(partnership))
    keeps = forms.keeps_for(scene)
    values = forms.filled()
    values["partnership"] = partnership if partnership in keeps else next(iter(keeps), "")
    values["agreed_on"] = values["agreed_on"] or today().isoformat()
    return plain.page(
        "actions/form.html",
        problem=problem,
        keeps=keeps,
        places=forms.places(scene, values["partnership"]),
        values=values,
        kind=plain.asked("kind", "action"),
        indicators=INDICATORS,
        headings=forms.HEADINGS,
        once=uuid4().hex,
    )


def _keep(engine: Engine, look: Look) -> Response:
    try:
        wanted = forms.agreed(
            "decision" if field("kind") == "decision" else "action", field("words")
        )
        agree(engine, current.author(), [wanted], plain.once())
    except RefusedError as refused:
        return _form(look, refused.words)
    query = forms.of_partnership(wanted.partnership)
    return redirect(f"{hrefs.link('/actions/', query)}&done=kept", HTTPStatus.SEE_OTHER)


def _one(engine: Engine, look: Look, number: int, problem: str = "", status: int = 200) -> Response:
    action = meetings.one(engine, current.person_here(), number)
    scene = look(forms.of_partnership(action.partnership))
    here = current.person_here()
    return plain.page(
        "actions/one.html",
        status=status,
        problem=problem,
        action=action,
        lines=meetings.history(engine, here, number),
        overdue=action.is_overdue(today()),
        keeps=may(here, "keep actions", action.partnership),
        reports=may(here, "report on an action", action.partnership, action.organisation),
        places=forms.places(scene, action.partnership),
        names=forms.place_names(scene),
        indicators=INDICATORS,
        headings=forms.HEADINGS,
        typed=request.form if problem else None,
        done=DONE.get(plain.asked("done"), ""),
    )


def _change(engine: Engine, look: Look, number: int) -> Response:
    action = meetings.one(engine, current.person_here(), number)
    try:
        amend(engine, current.author(), number, plain.number("version"), _values(action))
    except RefusedError as refused:
        return _one(engine, look, number, refused.words, HTTPStatus.UNPROCESSABLE_ENTITY)
    except ChangedError:
        words = (
            f"{action.updated_by} changed this meanwhile, and nothing of yours was saved. What "
            "stands below is theirs; what you typed is in the form."
        )
        return _one(engine, look, number, words, HTTPStatus.CONFLICT)
    return redirect(f"/actions/{number}?done=changed", HTTPStatus.SEE_OTHER)


def _values(action: Action) -> dict[str, Any]:
    """Return what the form says, for the columns that it has."""
    found: dict[str, Any] = {}
    if "state" in request.form:
        state = field("state")
        found["state"] = state if state in ("open", "done", "dropped") else action.state
        found["outcome"] = field("outcome").strip() or None
    if "words" in request.form:
        found["words"] = field("words").strip()
        found["owner"] = field("owner").strip() or None
        found["due"] = plain.typed_day("due")
    return found
