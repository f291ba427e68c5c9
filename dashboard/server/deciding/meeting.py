"""A meeting, exception by exception: what is decided, who does what by when; and its minutes."""

from http import HTTPStatus
from urllib.parse import urlencode
from uuid import uuid4

from flask import Blueprint, redirect
from werkzeug.wrappers import Response

from dashboard.attention.raised import Raised
from dashboard.indicators import INDICATORS
from dashboard.scene import Scene
from dashboard.server import plain
from dashboard.server.deciding import forms
from dashboard.server.deciding.forms import Look
from dashboard.server.plain import field
from dashboard.server.sign_in import current
from data import meetings
from data.calendar import read_day, today
from data.changes.meetings import agree
from data.engine import Engine
from data.people.rights import demand
from data.returns.problems import RefusedError


def meeting(engine: Engine, look: Look) -> Blueprint:
    """Return the routes of a meeting and of its minutes.

    Args:
        engine: Of the database.
        look: Finds what needs a decision.
    """
    routes = Blueprint("meeting", __name__, url_prefix="/actions")
    routes.add_url_rule("/meeting", view_func=lambda: _step(look), endpoint="step")
    routes.add_url_rule(
        "/meeting", view_func=lambda: _keep(engine, look), methods=["POST"], endpoint="keep"
    )
    routes.add_url_rule("/minutes", view_func=lambda: _minutes(engine, look), endpoint="minutes")
    return routes


def _step(look: Look, problem: str = "") -> Response:
    partnership, number = plain.asked("partnership"), plain.number("step")
    scene = look(forms.of_partnership(partnership))
    keeps = forms.keeps_for(scene)
    on = read_day(plain.asked("agreed_on")) or today()
    if not number or partnership not in keeps:
        return plain.page(
            "actions/begin.html", keeps=keeps, partnership=partnership, on=on.isoformat()
        )
    if number > len(scene.raised):
        minutes = _address("minutes", partnership, agreed_on=on.isoformat())
        return redirect(minutes, HTTPStatus.SEE_OTHER)
    each = scene.raised[number - 1]
    return plain.page(
        "actions/meeting.html",
        problem=problem,
        each=each,
        number=number,
        count=len(scene.raised),
        name=scene.names.partnerships[partnership],
        heading=forms.HEADINGS[each.rule],
        values=forms.filled() | _about(each) | {"agreed_on": on.isoformat()},
        skip=_address("meeting", partnership, agreed_on=on.isoformat(), step=number + 1),
        back=_address("meeting", partnership, agreed_on=on.isoformat(), step=number - 1),
        once=uuid4().hex,
    )


def _about(each: Raised) -> dict[str, str]:
    return {
        "partnership": each.partnership,
        "scope": each.scope,
        "rule": each.rule,
        "indicator": each.indicator,
    }


def _keep(engine: Engine, look: Look) -> Response:
    partnership = field("partnership")
    demand(current.person_here(), "keep actions", partnership)
    texts = {"decision": field("decision"), "action": field("words")}
    wanted = {kind: words for kind, words in texts.items() if words.strip()}
    try:
        if not wanted:
            raise RefusedError(
                "Neither a decision nor an action is written.", "Write one, or skip this one."
            )
        agreed = [forms.agreed(kind, words) for kind, words in wanted.items()]
        agree(engine, current.author(), agreed, plain.once())
    except RefusedError as refused:
        return _step(look, refused.words)
    step = plain.number("step") + 1
    onwards = _address("meeting", partnership, agreed_on=field("agreed_on"), step=step)
    return redirect(onwards, HTTPStatus.SEE_OTHER)


def _minutes(engine: Engine, look: Look) -> Response:
    partnership = plain.asked("partnership")
    scene = look(forms.of_partnership(partnership))
    on = read_day(plain.asked("agreed_on")) or today()
    if partnership not in scene.names.partnerships:
        partnership = next(iter(scene.partnerships), "")
        scene = look(forms.of_partnership(partnership))
    agreed = [
        each
        for each in meetings.agreed(engine, current.person_here())
        if each.partnership == partnership
    ]
    kept = [each for each in agreed if each.agreed_on == on]
    return plain.page(
        "actions/minutes.html",
        names=forms.place_names(scene),
        partnerships=scene.names.partnerships,
        partnership=partnership,
        on=on,
        days=sorted({each.agreed_on for each in agreed}, reverse=True),
        decisions=[each for each in kept if each.kind == "decision"],
        actions=[each for each in kept if each.kind == "action"],
        earlier=[each for each in agreed if each.state == "open" and each.agreed_on < on],
        undecided=_undecided(scene),
        overdue={each.id for each in agreed if each.is_overdue(today())},
        indicators=INDICATORS,
    )


def _undecided(scene: Scene) -> list[Raised]:
    return [each for each in scene.raised if each.action is None]


def _address(page: str, partnership: str, **values: object) -> str:
    return f"/actions/{page}?{urlencode({'partnership': partnership, **values})}"
